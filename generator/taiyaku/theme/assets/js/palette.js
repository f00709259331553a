/* Light or dark. Until the reader chooses, the page follows the system, also when that changes. */
(function (ty) {
  "use strict";
  var root = document.documentElement;
  var button = document.querySelector(".ty-palette");
  var system = matchMedia("(prefers-color-scheme: dark)");
  if (!button) return;

  function show(theme) {
    root.dataset.theme = theme;
    button.setAttribute("aria-pressed", String(theme === "dark"));
  }
  button.addEventListener("click", function () {
    var theme = root.dataset.theme === "dark" ? "light" : "dark";
    ty.set("theme", theme);
    show(theme);
  });
  system.addEventListener("change", function () {
    if (!ty.get("theme")) show(system.matches ? "dark" : "light");
  });
  show(root.dataset.theme || "light");
})(window.taiyaku);
