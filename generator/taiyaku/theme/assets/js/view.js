/* Both languages or one, and how terms are marked. The state stands on <html>; CSS does the rest, so that nothing is
   loaded anew. A choice is remembered; `?view=` in an address rules over what is remembered. */
(function (ty) {
  "use strict";
  const root = document.documentElement;
  const VIEWS = ["both", "en", "ja"];
  const glossary = `${ty.meta("base") + (root.lang === "ja" ? "ja/" : "")}glossary/`;

  function press(name, value) {
    document.querySelectorAll(`[data-set-${name}]`).forEach((button) => {
      button.setAttribute("aria-pressed", String(button.getAttribute(`data-set-${name}`) === value));
    });
  }

  /* Rows change height with the view; what stood at the top of the window must stay there. */
  function keepingPlace(change) {
    const kept = ty.block && document.getElementById(ty.block);
    const before = kept && kept.getBoundingClientRect().top;
    change();
    if (kept) scrollBy(0, kept.getBoundingClientRect().top - before);
  }

  function setView(view) {
    keepingPlace(() => { root.dataset.view = view; });
    press("view", view);
    ty.set("view", view);
    const url = new URL(location.href);
    url.searchParams.set("view", view);
    try { history.replaceState(history.state, "", url); } catch (e) { /* some file: origins forbid it */ }
  }

  function setTerms(mode) {
    if (mode === "first") delete root.dataset.terms; else root.dataset.terms = mode;
    press("terms", mode);
    ty.set("terms", mode);
    /* Repeated occurrences are plain text until they are asked for; then they are links like the first. */
    document.querySelectorAll(".ty-again").forEach((term) => {
      if (mode === "all") term.href = `${glossary + term.dataset.term}.html`; else term.removeAttribute("href");
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-set-view], [data-set-terms]");
    if (!button) return;
    if (button.dataset.setView) setView(button.dataset.setView);
    else { setTerms(button.dataset.setTerms); ty.say(ty.t(`terms_${button.dataset.setTerms}`)); }
  });

  if (document.querySelector("[data-set-view]")) {
    press("view", root.dataset.view);
    ty.nextView = () => {
      const view = VIEWS[(VIEWS.indexOf(root.dataset.view) + 1) % VIEWS.length];
      setView(view);
      ty.say(ty.t(`view_${view}`));
    };
  }
  ty.toggleTerms = () => {
    const mode = root.dataset.terms === "all" ? "first" : "all";
    setTerms(mode);
    ty.say(ty.t(`terms_${mode}`));
  };
  setTerms(root.dataset.terms || "first");
})(window.taiyaku);
