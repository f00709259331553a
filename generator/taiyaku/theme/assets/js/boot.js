/* Runs before the first paint: the one object that the scripts share, and the reader's choices set on <html>, so that
   a page never flashes in another view or colour. Everything else is loaded with `defer`. */
(function () {
  "use strict";
  const root = document.documentElement;
  let cache;

  function meta(name) {
    const found = document.querySelector(`meta[name="taiyaku:${name}"]`);
    return found ? found.content : "";
  }

  /* Storage may be forbidden (private windows, some file: origins); the site then simply forgets. */
  function get(key) {
    try { return localStorage.getItem(`taiyaku.${key}`); } catch (e) { return null; }
  }
  function set(key, value) {
    try { localStorage.setItem(`taiyaku.${key}`, value); } catch (e) { /* forget */ }
  }

  /* A string of strings.yaml (its `js_` keys), with {placeholders} filled in. */
  function t(key, values) {
    cache = cache || JSON.parse(document.getElementById("ty-strings").textContent);
    return (cache[key] || key).replace(/\{(\w+)\}/g, (all, name) => {
      return values && name in values ? values[name] : all;
    });
  }

  /* Say something to everyone: seen at the foot of the window, read out by a screen reader. */
  let timer;
  function say(text) {
    const toast = document.querySelector(".ty-toast");
    toast.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { toast.textContent = ""; }, 5000);
  }

  window.taiyaku = { meta, get, set, t, say };

  const asked = new URLSearchParams(location.search).get("view");
  const views = ["both", "en", "ja"];
  root.classList.add("js");
  root.dataset.view = [asked, get("view")].find((v) => views.includes(v)) || "both";
  if (["all", "none"].includes(get("terms"))) root.dataset.terms = get("terms");
  if (["light", "dark"].includes(get("theme"))) root.dataset.theme = get("theme");
  else if (matchMedia("(prefers-color-scheme: dark)").matches) root.dataset.theme = "dark";
})();
