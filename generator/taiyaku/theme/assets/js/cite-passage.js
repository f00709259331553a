/* What is cited: the place that an anchor or a selection names, and its words in both languages, without controls. */
(function (ty) {
  "use strict";
  const CONTROLS = ".ty-permalink, .ty-cite, .ty-call, .ty-back, .ty-tag, .ty-tip, .ty-edition, .ty-num";
  const BLOCKS = "p, h1, h2, h3, h4, h5, h6, th, td, li";
  /* What stands between two pieces that a text fragment cannot take for one. */
  const BREAK = "\u001f", PARTED = /\u001f|\n\n| \| |; /;

  function clean(text) { return text.replace(/[ \t\r\n]+/g, " ").trim(); }
  /* A cell may hold items: they are read one after the other. */
  function piece(part) {
    part.querySelectorAll("li").forEach((item) => { item.prepend(item.previousElementSibling ? "; " : " "); });
    return clean(part.textContent).replace(/ ; /g, "; ");
  }
  /* Words as they are read: a paragraph, a heading, a table's row a line of its own, a row's cells apart. */
  function words(node) {
    const box = document.createElement("div"), lines = [];
    box.append(node.cloneNode(true));
    box.querySelectorAll(CONTROLS).forEach((control) => { control.remove(); });
    const parts = Array.from(box.querySelectorAll(BLOCKS)).filter((part) => !part.parentElement.closest(BLOCKS));
    if (!parts.length) return clean(box.textContent);
    let row = null;
    parts.forEach((part) => {
      const own = part.matches("th, td") ? part.parentElement : null;
      if (!own || own !== row) lines.push([]);
      lines[lines.length - 1].push(piece(part));
      row = own;
    });
    return lines.map((line) => line.filter(Boolean).join(" | ")).filter(Boolean).join("\n\n");
  }

  /* The rows of a clause itself: from its heading to the next one. */
  function rows(spot) {
    if (!spot.classList.contains("ty-head")) return [spot];
    const found = [];
    for (let next = spot.nextElementSibling; next && !next.matches(".ty-head, .ty-clause"); next = next.nextElementSibling) found.push(next);
    return found;
  }
  function inLanguage(spots, lang) {
    return spots.reduce((all, spot) => {
      if (spot.matches("tr")) return spot.closest("[lang]").lang === lang ? all.concat(spot) : all;
      const table = Array.from(spot.querySelectorAll(`.ty-table[lang=${lang}] tr`));
      let cells = Array.from(spot.querySelectorAll(`.ty-row > [lang=${lang}]`));
      if (spot.matches(".ty-head")) cells = Array.from(spot.querySelectorAll(`.ty-side[lang=${lang}]`));
      if (spot.matches(".ty-row")) cells = Array.from(spot.children).filter((cell) => cell.lang === lang);
      return all.concat(cells, table);
    }, []).map(words).filter(Boolean).join("\n\n");
  }

  /* `IV.A.1.p2` -> label and rest; a title is the document's. */
  function place(anchor, facts) {
    const label = Object.keys(facts.clauses).filter((one) => anchor === one || anchor.startsWith(`${one}.`))
      .sort((a, b) => b.length - a.length)[0] || "";
    return { label: label, rest: label && anchor.slice(label.length + 1) };
  }
  /* What holds both places: a block, a clause, at last the document. */
  function shared(one, other) {
    const a = one.split("."), b = other.split("."), end = a.findIndex((step, i) => step !== b[i]);
    return a.slice(0, end < 0 ? a.length : end).join(".");
  }
  function common(one, other, facts) {
    if (one.label === other.label) return { label: one.label, rest: shared(one.rest, other.rest) };
    let label = shared(one.label, other.label);
    while (label && !facts.clauses[label]) label = label.slice(0, Math.max(0, label.lastIndexOf(".")));
    return { label: label, rest: "" };
  }

  function element(node) { return node.nodeType === 1 ? node : node.parentElement; }
  /* An event or a term: the edition's own words, of which some may be selected. */
  function entry(spot, range, path) {
    const names = spot.querySelectorAll(spot.matches(".ty-event") ? ".ty-title > [lang]" : "h1 [lang], h2 [lang], h3 [lang]");
    const title = {}, none = { en: "", ja: "" };
    names.forEach((name) => { title[name.lang] = title[name.lang] || words(name); });
    const kind = spot.matches(".ty-event") ? "timeline" : "glossary";
    const both = { en: title.en || title.ja, ja: title.ja || title.en }, quotes = { en: "", ja: "" };
    const lang = range ? element(range.startContainer).closest("[lang]").lang : "";
    if (range) quotes[lang] = textOf(range, lang).text;
    return {
      facts: { id: kind, kind: "entry", date: "", page: `${path}#${spot.id}`, clauses: {}, title: both, author: none, publisher: none,
        parties: none, parties_short: none, states: none, genre: none, title_short: none, told_title: none, told_date: none,
        letter: "", container: ty.citing.table().containers[kind] },
      place: { label: "", rest: "" }, name: both[document.documentElement.lang], quotes: range ? quotes : both,
      whole: !range, lang: lang, fragment: ""
    };
  }

  /* `#:~:text=`: the words themselves if they are few and stand together, else the first and the last of them. */
  function code(text) { return encodeURIComponent(text).replace(/-/g, "%2D"); }
  function fragment(pieces, lang) {
    const unit = lang === "ja" ? "" : " ", few = lang === "ja" ? 12 : 5, last = pieces.length - 1;
    const ends = [pieces[0] || "", pieces[last] || ""].map((piece) => piece.split(unit));
    if (!last && ends[0].length <= few * 2) return `:~:text=${code(ends[0].join(unit))}`;
    return `:~:text=${code(ends[0].slice(0, few).join(unit))},${code(ends[1].slice(-few).join(unit))}`;
  }
  /* A fragment begins and ends with a whole word. */
  function toWords(range) {
    const whole = range.cloneRange(), start = range.startContainer, end = range.endContainer;
    if (start.nodeType === 3) whole.setStart(start, range.startOffset - /[A-Za-z0-9'’-]*$/.exec(start.data.slice(0, range.startOffset))[0].length);
    if (end.nodeType === 3) whole.setEnd(end, range.endOffset + (range.endOffset ? /^[A-Za-z0-9'’-]*/.exec(end.data.slice(range.endOffset))[0].length : 0));
    return whole;
  }
  /* A range over several rows runs through the other column, too: its words are not the quotation's. */
  function textOf(range, lang) {
    const box = document.createElement("div");
    box.append(range.cloneContents());
    box.querySelectorAll(`.ty-row > [lang]:not([lang=${lang}]), .ty-side:not([lang=${lang}])`).forEach((other) => { other.remove(); });
    box.querySelectorAll(":scope > [lang]").forEach((side) => { if (side.lang !== lang) side.remove(); });
    box.querySelectorAll(".ty-call").forEach((call) => { call.replaceWith(BREAK); });
    const said = words(box);
    /* A citation's own full stop follows the link. */
    const pieces = said.split(PARTED).map((piece) => piece.replace(/[\s.,;:。、]+$/, "")).filter(Boolean);
    return { text: said.replaceAll(BREAK, ""), pieces: pieces };
  }
  /* The rows and headings that a range runs through. */
  function through(range) {
    const all = document.querySelectorAll("#ty-main .ty-row[id], #ty-main tr[id], #ty-main .ty-head[id]");
    return Array.from(all).filter((spot) => (spot.matches(".ty-row") ? Array.from(spot.children) : [spot])
      .some((part) => (part.lang || part === spot) && range.intersectsNode(part)));
  }
  function selection(spot, range, facts) {
    const lang = element(range.startContainer).closest("[lang]").lang, other = lang === "en" ? "ja" : "en";
    const exact = textOf(toWords(range), lang).pieces, quotes = {}, end = ty.citeSpot(range.endContainer) || spot;
    quotes[lang] = textOf(range, lang).text;
    quotes[other] = inLanguage(through(range), other);
    const both = common(place(spot.id, facts), place(end.id, facts), facts);
    return { quotes: quotes, lang: lang, place: both, fragment: fragment(exact, lang) };
  }

  ty.passage = (anchor, range, facts, path) => {
    const spot = document.getElementById(anchor);
    if (!facts) return entry(spot, range, path);
    const lang = document.documentElement.lang;
    const chosen = range ? selection(spot, range, facts) : { place: place(anchor, facts), fragment: "" };
    if (!chosen.quotes) chosen.quotes = { en: inLanguage(rows(spot), "en"), ja: inLanguage(rows(spot), "ja") };
    chosen.facts = facts;
    chosen.whole = !range && !chosen.place.rest;
    chosen.name = chosen.place.label ? ty.citing.pin(facts, chosen.place, lang).replace(/^§ /, "") : facts.title[lang];
    return chosen;
  };
})(window.taiyaku);
