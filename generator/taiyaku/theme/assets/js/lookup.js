/* The two-way lookup: asks the search's engine (find.js) and shows the passages that have both languages, the words
   typed marked on one side, what is known to answer them on the other. */
(function (ty) {
  "use strict";
  const PAGE = 20;
  const lang = document.documentElement.lang;
  const order = lang === "ja" ? ["ja", "en"] : ["en", "ja"];
  const form = document.querySelector(".ty-lookup");
  const field = form.querySelector("input");
  const list = document.querySelector(".ty-pairs");
  const count = document.querySelector(".ty-count");
  let answers = null, waiting = null, turn = 0;

  ty.answers = function (table) { answers = table; if (waiting) waiting(); };
  function known() {
    if (answers) return Promise.resolve();
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = ty.meta("base") + "assets/answers.js";
      waiting = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  const fold = (text) => ty.find.normal.fold(text).trim();
  const stemmed = (text) => fold(text).split(/\s+/).map(ty.find.normal.stem).join(" ");
  const japanese = (text) => /[぀-ヿ㐀-鿿]/.test(text);

  /* The forms of the other language that answer what was typed: an equal form first, else the forms that hold it. */
  function counterparts(query) {
    const [own, other] = japanese(query) ? [1, 0] : [0, 1];
    const same = own ? fold : stemmed;
    const wanted = same(query);
    const equal = answers.filter((each) => each[own].some((form) => same(form) === wanted));
    const near = equal.length ? equal : answers.filter((each) => each[own].some((form) => same(form).includes(wanted)));
    return near.flatMap((each) => each[other]).sort((a, b) => b.length - a.length);
  }

  /* Whether no word goes on over this place. */
  function apart(text, at) { return !/[a-z]/.test(text[at - 1] || "") || !/[a-z]/.test(text[at] || ""); }

  function literal(text, forms) {
    const low = text.toLowerCase(), spans = [];
    for (const form of forms) {
      const wanted = form.toLowerCase();
      for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + 1)) {
        const end = at + wanted.length;
        if (apart(low, at) && apart(low, end)) spans.push([at, end]);
      }
    }
    spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return spans.filter((span, i) => !spans.slice(0, i).some((each) => each[1] > span[0]));
  }

  function marked(text, spans, language) {
    const made = document.createElement("p");
    made.lang = language;
    let at = 0;
    for (const [start, end] of spans) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      made.append(text.slice(at, start), mark);
      at = end;
    }
    made.append(text.slice(at));
    return made;
  }

  /* A search also finds what only answers the words, or has some of them: here they must stand, several as a phrase. */
  function passages(entry, found, query, other) {
    const typed = japanese(query) ? "ja" : "en";
    const far = typed === "ja" ? "en" : "ja";
    const all = [{ part: "", en: entry.title[0], ja: entry.title[1] }].concat(entry.passages);
    return all.filter((each) => each.en && each.ja).flatMap(function (each) {
      const exact = literal(each[typed], [query.trim()]);
      const near = typed === "ja" || exact.length || /\s/.test(query.trim()) ? exact : ty.find.marks(each.en, found.wanted);
      if (!near.length) return [];
      return [{ entry, part: each.part, texts: each, spans: { [typed]: near, [far]: literal(each[far], other) } }];
    });
  }

  /* Where a part of a clause stands, in words (render/places.py): `p2.i1` is paragraph 2, item 1. */
  function place(part) {
    const steps = part ? part.split(".") : [], table = steps.some((step) => step[0] === "r");
    return steps.map((step, i) => ty.t("place_" + (table && !i ? "table" : step[0]), { n: step.slice(1) })).join("");
  }

  function row(each) {
    const item = document.createElement("li"), link = document.createElement("a");
    const prefix = lang === "ja" ? "ja/" : "";
    const anchor = each.entry.id.split(":")[1] + (each.part ? "." + each.part : "");
    link.href = ty.meta("base") + prefix + each.entry.path + "#" + anchor;
    link.className = "ty-place";
    link.textContent = each.entry.called[lang] + place(each.part);
    item.append(link, ...order.map((language) => marked(each.texts[language], each.spans[language], language)));
    return item;
  }

  function show(rows, from) {
    list.append(...rows.slice(from, from + PAGE).map(row));
    const old = document.querySelector(".ty-more");
    if (old) old.remove();
    if (from + PAGE >= rows.length) return;
    const more = document.createElement("button");
    more.type = "button";
    more.className = "ty-more";
    more.textContent = ty.t("pairs_more");
    more.addEventListener("click", function () { show(rows, from + PAGE); });
    list.after(more);
  }

  async function look() {
    const query = field.value, mine = ++turn;
    history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    if (!query.trim()) { list.replaceChildren(); count.textContent = ""; show([], 0); return; }
    try {
      await known();
      await ty.find.ready();
      const found = await ty.find.search(query);
      const entries = await Promise.all(found.order.map(ty.find.entry));
      if (mine !== turn) return;
      const other = counterparts(query);
      const clauses = entries.filter((entry) => entry.kind === "clause" || entry.kind === "figure");
      const rows = clauses.flatMap((entry) => passages(entry, found, query, other));
      list.replaceChildren();
      show(rows, 0);
      count.textContent = rows.length ? ty.t("pairs_found", { n: rows.length }) : ty.t("pairs_none");
    } catch (error) {
      count.textContent = ty.t("pairs_failed");
    }
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); look(); });
  ty.hear(field, look);
  field.value = new URLSearchParams(location.search).get("q") || "";
  if (field.value) look();
})(window.taiyaku);
