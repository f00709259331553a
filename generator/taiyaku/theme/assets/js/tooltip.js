/* One tooltip for terms, corrections and slips. It opens on hover (after a moment), on focus and on a first touch; the
   pointer may move onto it; Escape closes it (WCAG 1.4.13). Definitions come from a script file on first need, since
   nothing else can be loaded from a folder. */
(function (ty) {
  "use strict";
  const TRIGGERS = ".ty-term, [data-terms=all] .ty-again, .ty-correction, .ty-slip";
  const lang = document.documentElement.lang;
  const other = lang === "ja" ? "en" : "ja";
  let terms = null;
  const waiting = [];
  let tip = null;
  let owner = null;
  let timer = 0;
  let touch = false;
  let openedByTouch = null;

  ty.terms = (table) => {
    terms = table;
    waiting.splice(0).forEach((go) => { go(); });
  };
  function withTerms(go) {
    if (terms) return go();
    waiting.push(go);
    if (waiting.length > 1) return;
    const script = document.createElement("script");
    script.src = `${ty.meta("base")}assets/terms.${lang}.js`;
    document.head.append(script);
  }

  function el(name, props, children) {
    const made = Object.assign(document.createElement(name), props);
    made.append(...(children || []));
    return made;
  }
  function side(text, language) { return text ? [el("p", { className: "ty-tip-side", lang: language, textContent: text })] : []; }

  function ofTerm(trigger) {
    const entry = terms[trigger.dataset.term];
    if (!entry) return null;
    const head = entry.abbreviation && entry.abbreviation !== entry.term ? [el("span", { textContent: entry.abbreviation }), entry.term] : [entry.term];
    const reading = entry.reading || "";
    return [el("p", { lang }, [el("strong", {}, head)])].concat(
      side(lang === "ja" ? reading : entry.other + (reading ? `\u3000${reading}` : ""), "ja"),
      lang === "ja" ? side(entry.other, other) : [], [el("p", { textContent: entry.definition, lang })]);
  }
  function ofSlip(trigger) {
    const at = trigger.closest("[lang]").lang, reading = trigger.textContent, source = trigger.dataset.source;
    const slip = trigger.matches(".ty-slip"), pairs = slip ? [] : changed(source, reading);
    const said = slip ? [["tip_slip", [reading]]]
      : [["tip_source", marked(source, pairs, 0)], ["tip_reading", marked(reading, pairs, 1)]];
    const list = said.flatMap(([key, words]) => [el("dt", { textContent: ty.t(key) }), el("dd", { lang: at }, words)]);
    return [el("dl", {}, list)].concat([...told(pairs), trigger.dataset.reason || ""].map((words) => el("p", { className: "ty-tip-side", textContent: words })));
  }

  /* The characters in which two readings differ, when they are few, as [place, character] on each side; one that was
     put in or left out has no place on the other. */
  function changed(source, reading) {
    const from = Array.from(source), to = Array.from(reading), shorter = Math.min(from.length, to.length);
    let start = 0, end = 0;
    while (start < shorter && from[start] === to[start]) start += 1;
    while (end < shorter - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
    const [before, after] = [from, to].map((all) => all.map((c, at) => [at, c]).slice(start, all.length - end));
    const pairs = from.length === to.length ? before.map((one, i) => [one, after[i]]).filter(([a, b]) => a[1] !== b[1])
      : before.map((one) => [one, null]).concat(after.map((one) => [null, one]));
    return pairs.length <= 3 ? pairs : [];
  }
  function marked(words, pairs, side) {
    return Array.from(words, (c, at) => pairs.some((pair) => pair[side] && pair[side][0] === at) ? el("mark", { textContent: c }) : c);
  }
  /* Letters beyond ASCII may look alike: they are told by their code points, too, each change once. */
  function told(pairs) {
    const alike = pairs.filter(([a, b]) => a && b && a[1] > "\u007f" && b[1] > "\u007f");
    return Array.from(new Set(alike.map(([[, a], [, b]]) => ty.t("tip_changed", { source: a, before: code(a), reading: b, after: code(b) }))));
  }
  function code(c) { return `U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`; }

  /* Beside the line that the pointer is on, within the window's edges, above when there is no room below. */
  function position(trigger, x, y) {
    const boxes = Array.from(trigger.getClientRects());
    const box = boxes.find((b) => y >= b.top - 2 && y <= b.bottom + 2 && x >= b.left - 2 && x <= b.right + 2) || boxes[0];
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(box.left, width - tip.offsetWidth - 12));
    const below = box.bottom + 6, above = box.top - tip.offsetHeight - 6;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(below + tip.offsetHeight > innerHeight && above > 0 ? above : below) + scrollY}px`;
  }

  function close() {
    clearTimeout(timer);
    if (!owner) return;
    owner.removeAttribute("aria-describedby");
    owner = openedByTouch = null;
    tip.hidden = true;
  }
  function fill(trigger, event) {
    const content = trigger.dataset.term ? ofTerm(trigger) : ofSlip(trigger);
    if (!content) return;
    tip.replaceChildren(...content);
    if (touch && trigger.href) tip.append(el("a", { href: trigger.href, textContent: ty.t(trigger.dataset.term ? "tip_glossary" : "tip_more") }));
    tip.hidden = false;
    trigger.setAttribute("aria-describedby", "ty-tip");
    position(trigger, event.clientX || -9, event.clientY || -9);
  }
  function open(trigger, event) {
    if (owner === trigger) return clearTimeout(timer);
    close();
    if (!tip) {
      tip = el("div", { id: "ty-tip", className: "ty-tip", role: "tooltip", hidden: true });
      tip.setAttribute("role", "tooltip");
      document.body.append(tip);
    }
    owner = trigger;
    const go = () => { if (owner === trigger) fill(trigger, event); };
    if (trigger.dataset.term) withTerms(go); else go();
  }
  function later(what, wait) {
    clearTimeout(timer);
    timer = setTimeout(what, wait);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const trigger = event.target.closest(TRIGGERS);
    if (trigger) later(() => { open(trigger, event); }, 180);
    else if (tip && tip.contains(event.target)) clearTimeout(timer);
    else if (owner && document.activeElement !== owner) later(close, 250);
    else if (!owner) clearTimeout(timer);
  });
  document.addEventListener("pointerdown", (event) => {
    touch = event.pointerType === "touch";
    if (owner && !event.target.closest(TRIGGERS) && !tip.contains(event.target)) close();
  });
  document.addEventListener("focusin", (event) => {
    const trigger = event.target.closest(TRIGGERS);
    if (trigger && !touch) open(trigger, event);
    else if (owner && !tip.contains(event.target) && !touch) close();
  });
  /* A first touch opens the tooltip, a second follows the link. */
  document.addEventListener("click", (event) => {
    const trigger = event.target.closest(TRIGGERS);
    if (!trigger || !touch || openedByTouch === trigger) return;
    event.preventDefault();
    open(trigger, event);
    openedByTouch = trigger;
  });
  document.addEventListener("keydown", (event) => {
    touch = false;
    if (event.key === "Escape") close();
  });
})(window.taiyaku);
