/* What a reader sees of the search: the list under the header's box, and the page of all results (search.html?q=).
   The engine (find.js) and its index are loaded when a box is first focused, never before. */
(function (ty) {
  "use strict";
  const lang = document.documentElement.lang;
  const languages = lang === "ja" ? ["ja", "en"] : ["en", "ja"];
  const home = ty.meta("base") + (lang === "ja" ? "ja/" : "");
  const WAIT = 60, IN_BOX = 8, ON_PAGE = 20;

  /* ---- Loading ----------------------------------------------------------------------------------------------- */
  let engine = null;
  function script(name) {
    return new Promise(function (resolve, reject) {
      const element = document.createElement("script");
      element.src = ty.meta("base") + "assets/js/" + name + ".js";
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  }
  function start() {
    engine = engine || Promise.all(["citation", "find-cite", "find"].map(script)).then(() => ty.find.ready()).then(() => ty.find)
      .catch(function (error) { engine = null; throw error; });
    return engine;
  }

  /* ---- Building ---------------------------------------------------------------------------------------------- */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) if (value !== "" && value !== null) element.setAttribute(name, value);
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  /* The part of a text around its first marks, with the marks. */
  function excerpt(text, spans, side, kind) {
    const most = side === "ja" ? 110 : 230;
    let from = 0;
    if (text.length > most && spans.length && spans[0][1] > most * .7) {
      from = spans[0][0] - Math.round(most / 3);
      const cut = side === "ja" ? Math.max(text.lastIndexOf("、", from), text.lastIndexOf("。", from)) : text.lastIndexOf(" ", from);
      if (from - cut < 30) from = cut + 1;
    }
    let to = Math.min(text.length, from + most);
    if (side !== "ja" && to < text.length) to = Math.max(text.lastIndexOf(" ", to), to - 30);
    const out = make("p", { lang: side, class: kind }, from > 0 ? "… " : null);
    let at = from;
    for (const [start, end] of spans) {
      if (start < at || end > to) continue;
      out.append(text.slice(at, start), make("mark", {}, text.slice(start, end)));
      at = end;
    }
    out.append(text.slice(at, to), to < text.length ? " …" : "");
    return out;
  }

  function marked(text, spans) {
    const out = [];
    let at = 0;
    for (const [start, end] of spans) { out.push(text.slice(at, start), make("mark", {}, text.slice(start, end))); at = end; }
    return out.concat(text.slice(at));
  }

  /* ---- A hit: which passage, what to mark in it, where it leads ----------------------------------------------- */
  function show(find, entry, found, alike) {
    const wanted = { stems: found.wanted.stems, runs: found.wanted.runs, phrases: answering(find, alike, found.wanted) };
    const sides = entry.passages.flatMap((passage, index) => ["en", "ja"].filter((side) => passage[side]).map((side) =>
      ({ passage, side, index, own: find.marks(passage[side], found.wanted).length > 0, spans: find.marks(passage[side], wanted) })));
    const titles = entry.title.map((title) => find.marks(title, wanted));
    const best = sides.slice().sort((a, b) => b.own - a.own || weight(b) - weight(a) || a.index - b.index
      || languages.indexOf(a.side) - languages.indexOf(b.side))[0];
    const other = best && (best.side === "en" ? "ja" : "en");
    const twin = best && best.passage[other];
    const twinSpans = twin ? find.marks(twin, wanted) : [];
    const words = new Set();
    const take = (text, spans) => spans.forEach(([start, end]) => words.add(text.slice(start, end).toLowerCase()));
    sides.forEach((each) => take(each.passage[each.side], each.spans));
    entry.title.forEach((title, i) => take(title, titles[i]));
    return { entry, best, other, twin, twinSpans, titles, words: Array.from(words).slice(0, 12) };
  }
  function weight(side) { return new Set(side.spans.map(([start, end]) => side.passage[side.side].slice(start, end).toLowerCase())).size; }

  /* The renderings of what was asked for: forms whose words are all wanted, or that a wanted run is part of. */
  function answering(find, alike, wanted) {
    const { fold, stems } = find.normal;
    const asked = alike.filter(([en, ja]) => en.some((form) => {
      const words = fold(form).split(/[^a-z0-9]+/).flatMap(stems).filter((word) => word[0] !== "+");
      return words.length && words.every((word) => wanted.stems.has(word));
    }) || ja.some((form) => wanted.runs.some((run) => run.length > 1 && (fold(form).includes(run) || run.includes(fold(form))))));
    return asked.flatMap(([en, ja]) => [...en, ...ja]).map(fold);
  }

  function address(shown, found) {
    const { entry, words } = shown;
    const view = new URLSearchParams(location.search).get("view");
    const query = new URLSearchParams();
    if (view) query.set("view", view);
    if (words.length) query.set("hl", words.join("|"));
    const colon = entry.id.indexOf(":");
    let anchor = entry.kind === "page" || colon < 0 ? "" : entry.id.slice(colon + 1);
    if (found.block && found.block.record === entry.record) anchor += "." + found.block.part;
    const asked = query.toString();
    return home + entry.path + (asked ? "?" + asked : "") + (anchor ? "#" + encodeURIComponent(anchor) : "");
  }

  function title(shown) {
    const { entry, titles } = shown;
    const named = languages.map((side) => {
      const i = side === "en" ? 0 : 1;
      return entry.title[i] && make("span", { lang: side }, ...marked(entry.title[i], titles[i]));
    }).filter(Boolean);
    const label = entry.label && entry.kind !== "document" ? make("span", { class: "ty-num" }, entry.called[lang]) : null;
    return [label, ...named].flatMap((each) => each ? [each, " "] : []);
  }

  function body(shown) {
    if (!shown.best) return [];
    const { best, other, twin, twinSpans } = shown;
    return [excerpt(best.passage[best.side], best.spans, best.side, "ty-hit-text"),
      twin ? excerpt(twin, twinSpans, other, "ty-hit-twin") : null].filter(Boolean);
  }

  function kindOf(entry) { return ["clause", "document"].includes(entry.kind) ? null : make("span", { class: "ty-hit-kind" }, ty.t("find_kind_" + entry.kind)); }
  function groupOf(entry, names) { return entry.document < 0 ? ty.t("find_group_" + entry.kind) : names[entry.document].title[lang === "ja" ? 1 : 0]; }

  /* The first hit alone as soon as it is there, then all of them, with the words that answer in the other language. */
  async function inTurn(find, found, from, to, draw) {
    const records = found.order.slice(from, to), names = await find.names();
    if (!from && records.length) draw([show(find, await find.entry(records[0]), found, [])], names);
    const [alike, ...entries] = await Promise.all([find.renderings(), ...records.map(find.entry)]);
    draw(entries.map((entry) => show(find, entry, found, alike)), names);
  }

  function counted(total) { return ty.t(total === 1 ? "find_one" : total ? "find_many" : "find_none", { n: total }); }
  function said(found) {
    const told = [counted(found.total)];
    if (found.mended.length) told.push(ty.t("find_mended", { words: found.mended.join(", ") }));
    if (found.total && found.missing.length) told.push(ty.t("find_missing", { words: found.missing.join(", ") }));
    return told.join(lang === "ja" ? "\u3000" : " · ");
  }
  function pageOf(q) { return home + "search.html?" + new URLSearchParams({ q }); }

  async function offers(find, q, link) {
    const near = await find.nearest(q);
    return near.length ? make("p", { class: "ty-find-near" }, ty.t("find_near") + " ", ...near.flatMap((word) => [link(word), " "])) : "";
  }

  /* Call `go` with the field's words as they change: never inside a composition, always after one. */
  const hear = ty.hear = function (field, go) {
    let timer = 0, last = null;
    function heard(event) {
      if (event.type === "input" && event.isComposing) return;
      clearTimeout(timer);
      timer = setTimeout(function () { if (field.value !== last) go(last = field.value); }, WAIT);
    }
    field.addEventListener("input", heard);
    field.addEventListener("compositionend", heard);
    return function () { last = field.value; };
  };

  /* ---- The header's box ----------------------------------------------------------------------------------------- */
  function setUpBox(box) {
    const field = box.querySelector("input[role=combobox]"), panel = box.querySelector(".ty-find-panel");
    const status = panel.querySelector("[role=status]"), list = panel.querySelector("[role=listbox]");
    const all = panel.querySelector(".ty-find-all"), near = panel.querySelector(".ty-find-offers");
    let turn = 0, active = -1;

    function open(yes) {
      panel.hidden = !yes;
      field.setAttribute("aria-expanded", String(yes && list.childElementCount > 0));
      if (!yes) point(-1);
    }
    function options() { return Array.from(list.querySelectorAll("[role=option]")); }
    function point(to) {
      const every = options();
      active = every.length ? Math.max(-1, Math.min(to, every.length - 1)) : -1;
      every.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
      if (active < 0) field.removeAttribute("aria-activedescendant");
      else { field.setAttribute("aria-activedescendant", every[active].id); every[active].scrollIntoView({ block: "nearest" }); }
    }
    function option(hit, found, i) {
      return make("a", { role: "option", id: "ty-find-" + i, class: "ty-hit", href: address(hit, found), tabindex: "-1", "aria-selected": "false",
        "data-id": hit.entry.id }, make("span", { class: "ty-hit-head" }, ...title(hit), kindOf(hit.entry)), ...body(hit).map(inline));
    }
    function inline(paragraph) {
      const span = make("span", { class: paragraph.className, lang: paragraph.lang });
      span.append(...paragraph.childNodes);
      return span;
    }
    function fill(hits, found, names) {
      const groups = new Map();
      hits.forEach(function (hit) {
        const name = groupOf(hit.entry, names);
        groups.set(name, (groups.get(name) || []).concat(hit));
      });
      let i = 0;
      list.replaceChildren(...Array.from(groups, ([name, inside]) =>
        make("div", { role: "group", "aria-label": name }, make("div", { class: "ty-hit-group", "aria-hidden": "true" }, name),
          ...inside.map((hit) => option(hit, found, i++)))));
    }
    async function answer(q) {
      const mine = ++turn;
      list.setAttribute("aria-busy", String(!!q.trim()));
      if (!q.trim()) { list.replaceChildren(); near.replaceChildren(); return open(false); }
      const find = await start();
      const found = await find.search(q);
      const offered = found.total ? "" : await offers(find, q, (word) => make("a", { href: pageOf(word) }, word));
      if (mine !== turn) return;
      near.replaceChildren(offered);
      status.textContent = said(found);
      all.href = pageOf(q);
      await inTurn(find, found, 0, IN_BOX, function (hits, names) {
        if (mine !== turn) return;
        const at = active;
        fill(hits, found, names);
        open(true);
        point(at);
      });
      if (mine === turn) list.setAttribute("aria-busy", "false");
    }

    hear(field, answer);
    field.addEventListener("focus", function () { start().catch(() => {}); if (list.childElementCount) open(true); });
    field.addEventListener("keydown", function (event) {
      if (event.isComposing || event.keyCode === 229) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !panel.hidden) { event.preventDefault(); point(active + step); }
      else if (event.key === "Enter" && active >= 0) { event.preventDefault(); options()[active].click(); }
      else if (event.key === "Escape") { event.preventDefault(); if (panel.hidden) field.blur(); else { turn++; open(false); } }
    });
    box.querySelector("form").addEventListener("submit", function (event) { if (!field.value.trim()) event.preventDefault(); });
    box.querySelector("form").addEventListener("reset", function () { setTimeout(() => { answer(""); field.focus(); }); });
    document.addEventListener("pointerdown", function (event) { if (!box.contains(event.target)) open(false); });
    box.addEventListener("focusout", function (event) { if (event.relatedTarget && !box.contains(event.relatedTarget)) open(false); });
    if (document.activeElement === field) start().catch(() => {});
  }

  /* ---- The page of all results ------------------------------------------------------------------------------------ */
  function setUpPage(root) {
    const form = root.querySelector("form"), field = form.elements.q, list = root.querySelector(".ty-hits");
    const status = root.querySelector("[role=status]"), more = root.querySelector(".ty-more"), near = root.querySelector(".ty-find-offers");
    const asked = new URLSearchParams(location.search);
    let turn = 0;

    function keep() {
      const url = new URL(location.href);
      for (const name of ["q", "in", "kind", "lang", "by"]) {
        const value = form.elements[name].value;
        if (value) url.searchParams.set(name, value); else url.searchParams.delete(name);
      }
      try { history.replaceState(history.state, "", url); } catch (e) { /* some file: origins forbid it */ }
    }
    function item(hit, found, group) {
      return make("li", { class: "ty-hit", "data-id": hit.entry.id, "data-kind": hit.entry.kind },
        group && make("p", { class: "ty-hit-group" }, group),
        make("h2", { class: "ty-hit-head" }, make("a", { href: address(hit, found) }, ...title(hit)), kindOf(hit.entry)), ...body(hit));
    }
    function choices(select, entries) {
      const value = select.value || asked.get(select.name) || "";
      select.replaceChildren(select.options[0], ...entries.map(([key, name, n]) => make("option", { value: key }, name + (typeof n !== "number" ? "" : " (" + n + ")"))));
      select.value = entries.some((entry) => entry[0] === value) ? value : "";
    }
    /* What can be chosen, with numbers once something is found. */
    function facets(counts, names) {
      choices(form.elements.in, names.map((document, i) => [document.id, document.title[lang === "ja" ? 1 : 0], counts && (counts.documents[i] || 0)]));
      choices(form.elements.kind, ty.find.KINDS.map((kind) => [kind, ty.t("find_kind_" + kind), counts && (counts.kinds[kind] || 0)]));
    }
    async function fill(find, found, from, mine) {
      let group = from ? list.lastElementChild.dataset.group : "";
      await inTurn(find, found, from, from + ON_PAGE, function (hits, names) {
        if (mine !== turn) return;
        if (!from) { list.replaceChildren(); group = ""; }
        hits.forEach(function (hit) {
          const name = groupOf(hit.entry, names), li = item(hit, found, name === group ? null : name);
          li.dataset.group = group = name;
          list.append(li);
        });
      });
      if (mine !== turn) return;
      more.hidden = from + ON_PAGE >= found.total;
      more.onclick = function () { fill(find, found, from + ON_PAGE, mine); };
      list.dataset.done = "";
    }
    async function answer() {
      const mine = ++turn, q = field.value;
      delete list.dataset.done;
      keep();
      document.title = (q ? q + " · " : "") + root.dataset.title;
      if (!q.trim()) { list.replaceChildren(); near.replaceChildren(); status.textContent = ""; more.hidden = true; list.dataset.done = ""; return; }
      const find = await start(), names = await find.names();
      const wanted = form.elements.in.value || asked.get("in") || "";
      const found = await find.search(q, { documents: names.flatMap((document, i) => document.id === wanted ? [i] : []),
        kind: form.elements.kind.value || asked.get("kind") || "", lang: form.elements.lang.value });
      if (mine !== turn) return;
      if (form.elements.by.value === "document") found.order = byDocument(find, found.order);
      facets(found.facets, names);
      ["in", "kind"].forEach((name) => asked.delete(name));
      status.textContent = said(found);
      near.replaceChildren(found.total ? "" : await offers(find, q, (word) => make("a", { href: pageOf(word) }, word)));
      await fill(find, found, 0, mine);
    }
    /* Whole documents together, in the order of the best hit of each. */
    function byDocument(find, order) {
      const first = new Map();
      const group = (record) => { const { kind, document } = find.place(record); return document < 0 ? kind : document; };
      order.forEach((record, i) => { if (!first.has(group(record))) first.set(group(record), i); });
      return order.slice().sort((a, b) => first.get(group(a)) - first.get(group(b)) || order.indexOf(a) - order.indexOf(b));
    }

    field.value = asked.get("q") || "";
    ["lang", "by"].forEach((name) => { form.elements[name].value = asked.get(name) || ""; });
    const heard = hear(field, answer);
    form.addEventListener("submit", function (event) { event.preventDefault(); heard(); answer(); });
    form.addEventListener("change", function (event) { if (event.target !== field) answer(); });
    field.addEventListener("focus", () => start().catch(() => {}));
    root.hidden = false;
    if (field.value) { heard(); answer(); return; }
    list.dataset.done = "";
    start().then((find) => find.names()).then((names) => { if (!turn) facets(null, names); }).catch(() => {});
  }

  const box = document.querySelector("#ty-search.ty-find"), page = document.querySelector(".ty-results");
  if (box) setUpBox(box);
  if (page) setUpPage(page);
  if (new URLSearchParams(location.search).has("hl")) script("marks").catch(() => {});
})(window.taiyaku);
