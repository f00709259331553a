/* Light or dark. Until the reader chooses, the page follows the system, also when that changes. */
(function (ty) {
  "use strict";
  const root = document.documentElement;
  const button = document.querySelector(".ty-palette");
  const system = matchMedia("(prefers-color-scheme: dark)");
  if (!button) return;

  function show(theme) {
    root.dataset.theme = theme;
    button.setAttribute("aria-pressed", String(theme === "dark"));
  }
  button.addEventListener("click", () => {
    const theme = root.dataset.theme === "dark" ? "light" : "dark";
    ty.set("theme", theme);
    show(theme);
  });
  system.addEventListener("change", () => {
    if (!ty.get("theme")) show(system.matches ? "dark" : "light");
  });
  show(root.dataset.theme || "light");
})(window.taiyaku);
