/* Buttons that open a panel: menu, search and contents on narrow windows. The button names its panel by
   aria-controls; the panel gets the class `is-open`. Without this script the panels stand open (chrome.css). */
(function () {
  "use strict";
  const buttons = Array.from(document.querySelectorAll("[aria-controls][aria-expanded]"));

  function panel(button) {
    return document.getElementById(button.getAttribute("aria-controls"));
  }
  function put(button, open) {
    button.setAttribute("aria-expanded", String(open));
    panel(button).classList.toggle("is-open", open);
    if (open) toCurrent(panel(button));
  }
  /* Contents open where the reader is; the page behind them stays where it was. */
  function toCurrent(box) {
    const current = box.querySelector("[aria-current=location]");
    if (current) box.scrollTop += current.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }
  function closeAll(except) {
    buttons.forEach((b) => { if (b !== except) put(b, false); });
  }

  buttons.forEach((button) => {
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-expanded") !== "true";
      closeAll(button);
      put(button, open);
      const field = open && panel(button).querySelector("input[type=text]");
      if (field) field.focus();
    });
    /* A link chosen in the panel leads away from it. */
    panel(button).addEventListener("click", (event) => {
      if (event.target.closest("a")) put(button, false);
    });
  });
  document.addEventListener("click", (event) => {
    const inside = buttons.some((b) => b.contains(event.target) || panel(b).contains(event.target));
    if (!inside) closeAll();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = buttons.find((b) => b.getAttribute("aria-expanded") === "true");
    if (open) { put(open, false); open.focus(); }
  });
  window.taiyaku.disclose = put;
})();
