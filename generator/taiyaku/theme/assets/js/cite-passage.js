/* What is cited: the place that an anchor or a selection names, and its words in both languages, without controls. */
(function (ty) {
  "use strict";
  const CONTROLS = ".ty-permalink, .ty-cite, .ty-call, .ty-back, .ty-tag, .ty-tip, .ty-edition, .ty-num";

  function clean(text) { return text.replace(/[ \t\r\n]+/g, " ").trim(); }
  /* Words as they are read: a paragraph a line, a table's cells apart. */
  function words(node) {
    const copy = node.cloneNode(true);
    copy.querySelectorAll(CONTROLS).forEach((control) => { control.remove(); });
    const parts = copy.querySelectorAll("p, th, td");
    if (!parts.length) return clean(copy.textContent);
    const between = copy.querySelector("th, td") || /^T[RDH]$/.test(copy.nodeName) ? " | " : "\n\n";
    return Array.from(parts).map((part) => clean(part.textContent)).filter(Boolean).join(between);
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
      if (spot.matches(".ty-row")) cells = Array.from(spot.children).filter((cell) => cell.lang === lang);
      return all.concat(cells, table);
    }, []).map(words).filter(Boolean).join("\n\n");
  }

  /* `IV.A.1.p2` -> label and rest. */
  function place(anchor, facts) {
    const label = Object.keys(facts.clauses).filter((one) => anchor === one || anchor.startsWith(`${one}.`))
      .sort((a, b) => b.length - a.length)[0] || "";
    return { label: label, rest: anchor.slice(label.length + 1) };
  }
  function common(one, other) {
    if (one.label === other.label) return one.rest === other.rest ? one : { label: one.label, rest: "" };
    const a = one.label.split(".");
    const b = other.label.split(".");
    let n = 0;
    while (n < a.length && a[n] === b[n]) n++;
    return { label: a.slice(0, n).join(".") || one.label, rest: "" };
  }

  /* An event or a term: the edition's own words. */
  function entry(spot, path) {
    const names = spot.querySelectorAll(spot.matches(".ty-event") ? ".ty-title > [lang]" : "h1 [lang], h2 [lang], h3 [lang]");
    const title = {}, none = { en: "", ja: "" };
    names.forEach((name) => { title[name.lang] = title[name.lang] || words(name); });
    const kind = spot.matches(".ty-event") ? "timeline" : "glossary";
    const both = { en: title.en || title.ja, ja: title.ja || title.en };
    return {
      facts: { id: kind, kind: "entry", date: "", page: `${path}#${spot.id}`, clauses: {}, title: both, author: none, publisher: none,
        parties: none, parties_short: none, states: none, genre: none, title_short: none, told_title: none, told_date: none,
        letter: "", container: ty.citing.table().containers[kind] },
      place: { label: "", rest: "" }, name: both[document.documentElement.lang], quotes: both, whole: true, fragment: ""
    };
  }

  /* `#:~:text=`: the words themselves if they are few, else the first and the last of them. */
  function code(text) { return encodeURIComponent(text).replace(/-/g, "%2D"); }
  function fragment(range, whole, lang, called) {
    const text = whole.replace(/[\s.,;:。、]+$/, ""); /* a citation's own full stop follows the link */
    const unit = lang === "ja" ? "" : " ", few = lang === "ja" ? 12 : 5;
    const pieces = text.split(unit);
    if (pieces.length <= few * 2 && !called && !text.includes("\n")) return `:~:text=${code(text)}`;
    return `:~:text=${code(pieces.slice(0, few).join(unit))},${code(pieces.slice(-few).join(unit))}`;
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
    const called = !!box.querySelector(".ty-call");
    return { text: words(box), called: called };
  }
  function selection(spot, range, facts) {
    const start = range.startContainer.nodeType === 1 ? range.startContainer : range.startContainer.parentElement;
    const last = range.endContainer.nodeType === 1 ? range.endContainer : range.endContainer.parentElement;
    const lang = start.closest("[lang]").lang, other = lang === "en" ? "ja" : "en";
    const end = last.closest(".ty-row[id], tr[id], .ty-head[id]") || spot;
    const chosen = { quotes: {}, place: common(place(spot.id, facts), place(end.id, facts)) };
    const exact = textOf(toWords(range), lang);
    chosen.quotes[lang] = textOf(range, lang).text;
    chosen.quotes[other] = inLanguage(spot === end ? [spot] : [spot, end], other);
    chosen.fragment = fragment(range, exact.text, lang, exact.called);
    chosen.lang = lang;
    return chosen;
  }

  ty.passage = (anchor, range, facts, path) => {
    const spot = document.getElementById(anchor);
    if (!facts) return entry(spot, path);
    const lang = document.documentElement.lang;
    const chosen = range ? selection(spot, range, facts) : { place: place(anchor, facts), fragment: "" };
    if (!chosen.quotes) chosen.quotes = { en: inLanguage(rows(spot), "en"), ja: inLanguage(rows(spot), "ja") };
    chosen.facts = facts;
    chosen.whole = !range && !chosen.place.rest;
    chosen.name = chosen.place.label ? ty.citing.pin(facts, chosen.place, lang).replace(/^§ /, "") : facts.title[lang];
    return chosen;
  };
})(window.taiyaku);
