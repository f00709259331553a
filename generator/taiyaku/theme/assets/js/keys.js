/* The keyboard. Single letters, so never while typing, composing with an input method or holding a modifier, and the
   reader can switch them off in the list of keys (WCAG 2.1.4). */
(function (ty) {
  "use strict";
  var dialog = document.querySelector(".ty-keys");
  var toggle = dialog.querySelector(".ty-keys-on");
  var opener = document.querySelector(".ty-keys-button");
  var STOPS = ".ty-head, .ty-clause, .ty-entry, .ty-event";
  toggle.checked = ty.get("keys") !== "off";
  toggle.addEventListener("change", function () { ty.set("keys", toggle.checked ? "on" : "off"); });
  if (opener) opener.addEventListener("click", help);

  function help() {
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector("button").focus();
  }

  /* The clause that the reader is in begins at the last stop above the upper part of the window. */
  function step(by) {
    var stops = Array.from(document.querySelectorAll(STOPS)).filter(function (s) { return s.offsetParent; });
    var focused = stops.indexOf(document.activeElement);
    var line = innerHeight * .15;
    var tops = stops.map(function (s) { return s.getBoundingClientRect().top; });
    var at = focused >= 0 ? focused : tops.filter(function (top) { return top <= line; }).length - 1;
    var next = stops[Math.max(0, at + by)];
    if (!next) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  }

  function search() {
    var field = document.querySelector("#ty-search input[type=text]");
    var button = document.querySelector(".ty-search-button");
    if (!field) return;
    if (!field.offsetParent && button && button.offsetParent) ty.disclose(button, true);
    field.focus();
  }
  function language() {
    var link = document.querySelector(".ty-switch");
    if (link) link.click();
  }
  function next() { step(1); }
  function previous() { step(-1); }

  var ACTIONS = {
    j: next, n: next, k: previous, p: previous, l: language, "/": search, s: search, "?": help,
    v: function () { if (ty.nextView) ty.nextView(); },
    t: function () { if (ty.toggleTerms) ty.toggleTerms(); }
  };

  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  /* Captured at the window, before Material's bundle, which knows some of the same keys by other meanings. */
  addEventListener("keydown", function (event) {
    var act = ACTIONS[event.key];
    if (!act || event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || dialog.open) return;
    if (!toggle.checked && act !== help) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }, true);
})(window.taiyaku);
