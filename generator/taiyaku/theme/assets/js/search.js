/* The theme's own search. Material's bundle (114 KB) and the whole index are loaded when a reader first turns to the
   box, not on every page; nothing else of the bundle is used. From a folder there is no search (see boot.js). */
(function (ty) {
  "use strict";
  var box = document.querySelector("[data-md-component=search]");
  if (!box || location.protocol === "file:") return;
  var field = box.querySelector("[data-md-component=search-query]");
  var loaded = false;

  function load() {
    if (loaded) return;
    loaded = true;
    var scope = new URL(ty.meta("base") || ".", location.href);
    /* What Material's inline script would have set; the bundle reads them. */
    window.__md_scope = scope;
    window.__md_get = function (key) { return JSON.parse(ty.get(key)); };
    window.__md_set = function (key, value) { ty.set(key, JSON.stringify(value)); };
    window.__md_hash = function () { return 0; };
    var script = document.createElement("script");
    script.src = ty.meta("base") + box.dataset.bundle;
    document.head.append(script);
  }

  /* It listens to `keyup` alone; what an input method, a voice or a paste puts in arrives as `input`. */
  function hear(event) {
    if (!event.isComposing) field.dispatchEvent(new Event("keyup", { bubbles: true }));
  }
  field.addEventListener("focus", load);
  field.addEventListener("input", hear);
  field.addEventListener("compositionend", hear);
  if (document.activeElement === field || new URLSearchParams(location.search).has("q")) load();
})(window.taiyaku);
