/* One tooltip for terms, corrections and slips. It opens on hover (after a moment), on focus and on a first touch; the
   pointer may move onto it; Escape closes it (WCAG 1.4.13). Definitions come from a script file on first need, since
   nothing else can be loaded from a folder. */
(function (ty) {
  "use strict";
  var TRIGGERS = ".ty-term, [data-terms=all] .ty-again, .ty-correction, .ty-slip";
  var lang = document.documentElement.lang;
  var other = lang === "ja" ? "en" : "ja";
  var terms = null, waiting = [], tip = null, owner = null, timer = 0, touch = false, openedByTouch = null;

  ty.terms = function (table) {
    terms = table;
    waiting.splice(0).forEach(function (go) { go(); });
  };
  function withTerms(go) {
    if (terms) return go();
    waiting.push(go);
    if (waiting.length > 1) return;
    var script = document.createElement("script");
    script.src = ty.meta("base") + "assets/terms." + lang + ".js";
    document.head.append(script);
  }

  function el(name, props, children) {
    var made = Object.assign(document.createElement(name), props);
    made.append.apply(made, children || []);
    return made;
  }
  function side(text, language) { return text ? [el("p", { className: "ty-tip-side", lang: language, textContent: text })] : []; }

  function ofTerm(trigger) {
    var entry = terms[trigger.dataset.term];
    if (!entry) return null;
    var head = entry.abbreviation && entry.abbreviation !== entry.term ? [el("span", { textContent: entry.abbreviation }), entry.term] : [entry.term];
    var reading = entry.reading || "";
    return [el("p", { lang: lang }, [el("strong", {}, head)])].concat(
      side(lang === "ja" ? reading : entry.other + (reading ? "　" + reading : ""), "ja"),
      lang === "ja" ? side(entry.other, other) : [], [el("p", { textContent: entry.definition, lang: lang })]);
  }
  function ofSlip(trigger) {
    var at = trigger.closest("[lang]").lang;
    var pairs = trigger.matches(".ty-slip") ? [["tip_slip", trigger.textContent]]
      : [["tip_source", trigger.dataset.source], ["tip_reading", trigger.textContent]];
    var list = pairs.reduce(function (all, pair) {
      return all.concat(el("dt", { textContent: ty.t(pair[0]) }), el("dd", { textContent: pair[1], lang: at }));
    }, []);
    return [el("dl", {}, list), el("p", { className: "ty-tip-side", textContent: trigger.dataset.reason || "" })];
  }

  /* Beside the line that the pointer is on, within the window's edges, above when there is no room below. */
  function position(trigger, x, y) {
    var boxes = Array.from(trigger.getClientRects());
    var box = boxes.find(function (b) { return y >= b.top - 2 && y <= b.bottom + 2 && x >= b.left - 2 && x <= b.right + 2; }) || boxes[0];
    var width = document.documentElement.clientWidth;
    var left = Math.max(8, Math.min(box.left, width - tip.offsetWidth - 12));
    var below = box.bottom + 6, above = box.top - tip.offsetHeight - 6;
    tip.style.left = left + scrollX + "px";
    tip.style.top = (below + tip.offsetHeight > innerHeight && above > 0 ? above : below) + scrollY + "px";
  }

  function close() {
    clearTimeout(timer);
    if (!owner) return;
    owner.removeAttribute("aria-describedby");
    owner = openedByTouch = null;
    tip.hidden = true;
  }
  function fill(trigger, event) {
    var content = trigger.dataset.term ? ofTerm(trigger) : ofSlip(trigger);
    if (!content) return;
    tip.replaceChildren.apply(tip, content);
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
    var go = function () { if (owner === trigger) fill(trigger, event); };
    if (trigger.dataset.term) withTerms(go); else go();
  }
  function later(what, wait) {
    clearTimeout(timer);
    timer = setTimeout(what, wait);
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var trigger = event.target.closest(TRIGGERS);
    if (trigger) later(function () { open(trigger, event); }, 180);
    else if (tip && tip.contains(event.target)) clearTimeout(timer);
    else if (owner && document.activeElement !== owner) later(close, 250);
    else if (!owner) clearTimeout(timer);
  });
  document.addEventListener("pointerdown", function (event) {
    touch = event.pointerType === "touch";
    if (owner && !event.target.closest(TRIGGERS) && !tip.contains(event.target)) close();
  });
  document.addEventListener("focusin", function (event) {
    var trigger = event.target.closest(TRIGGERS);
    if (trigger && !touch) open(trigger, event);
    else if (owner && !tip.contains(event.target) && !touch) close();
  });
  /* A first touch opens the tooltip, a second follows the link. */
  document.addEventListener("click", function (event) {
    var trigger = event.target.closest(TRIGGERS);
    if (!trigger || !touch || openedByTouch === trigger) return;
    event.preventDefault();
    open(trigger, event);
    openedByTouch = trigger;
  });
  document.addEventListener("keydown", function (event) {
    touch = false;
    if (event.key === "Escape") close();
  });
})(window.taiyaku);
