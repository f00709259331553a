/* The keyboard. Single letters, so never while typing, composing with an input method or holding a modifier, and the
   reader can switch them off in the list of keys (WCAG 2.1.4). */
(function (ty) {
  "use strict";
  const dialog = document.querySelector(".ty-keys");
  const toggle = dialog.querySelector(".ty-keys-on");
  const opener = document.querySelector(".ty-keys-button");
  const STOPS = ".ty-head, .ty-clause, .ty-entry, .ty-event";
  toggle.checked = ty.get("keys") !== "off";
  toggle.addEventListener("change", () => { ty.set("keys", toggle.checked ? "on" : "off"); });
  if (opener) opener.addEventListener("click", help);

  function help() {
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector("button").focus();
  }

  /* The clause that the reader is in begins at the last stop above the upper part of the window. */
  function step(by) {
    const stops = Array.from(document.querySelectorAll(STOPS)).filter((s) => s.offsetParent);
    const focused = stops.indexOf(document.activeElement);
    const line = innerHeight * .15;
    const tops = stops.map((s) => s.getBoundingClientRect().top);
    const at = focused >= 0 ? focused : tops.filter((top) => top <= line).length - 1;
    const next = stops[Math.max(0, at + by)];
    if (!next) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  }

  function search() {
    const field = document.querySelector("#ty-search input[type=text]");
    const button = document.querySelector(".ty-search-button");
    if (!field) return;
    if (!field.offsetParent && button && button.offsetParent) ty.disclose(button, true);
    field.focus();
  }
  function language() {
    const link = document.querySelector(".ty-switch");
    if (link) link.click();
  }
  function next() { step(1); }
  function previous() { step(-1); }

  const ACTIONS = {
    j: next, n: next, k: previous, p: previous, l: language, "/": search, s: search, "?": help,
    v() { if (ty.nextView) ty.nextView(); },
    t() { if (ty.toggleTerms) ty.toggleTerms(); }
  };

  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  /* Captured at the window, before Material's bundle, which knows some of the same keys by other meanings. */
  addEventListener("keydown", (event) => {
    const act = ACTIONS[event.key];
    if (!act || event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || dialog.open) return;
    if (!toggle.checked && act !== help) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }, true);
})(window.taiyaku);
