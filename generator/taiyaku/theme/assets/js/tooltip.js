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
    const at = trigger.closest("[lang]").lang;
    const pairs = trigger.matches(".ty-slip") ? [["tip_slip", trigger.textContent]]
      : [["tip_source", trigger.dataset.source], ["tip_reading", trigger.textContent]];
    const list = pairs.reduce((all, pair) => {
      return all.concat(el("dt", { textContent: ty.t(pair[0]) }), el("dd", { textContent: pair[1], lang: at }));
    }, []);
    return [el("dl", {}, list), el("p", { className: "ty-tip-side", textContent: trigger.dataset.reason || "" })];
  }

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
