/* The filter box of a long list: `data-filter` names what it hides. Revealed here, since without a script it is idle. */
(function (ty) {
  "use strict";

  /* Full-width letters, katakana for hiragana and case make no difference to a reader who looks something up. */
  function fold(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[ァ-ヶ]/g, (c) => {
      return String.fromCharCode(c.charCodeAt(0) - 0x60);
    });
  }

  document.querySelectorAll("input.ty-filter").forEach((field) => {
    const entries = Array.from(document.querySelectorAll(field.dataset.filter));
    /* `data-also`: what else a reader may know an entry by, such as its kana. */
    const texts = entries.map((entry) => fold(`${entry.textContent} ${entry.dataset.also || ""}`));
    const count = document.createElement("p");
    count.className = "ty-count";
    count.setAttribute("role", "status");
    field.after(count);
    field.hidden = false;
    field.placeholder = field.getAttribute("aria-label");

    function show() {
      const words = fold(field.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      entries.forEach((entry, i) => {
        entry.hidden = !words.every((word) => texts[i].includes(word));
        if (!entry.hidden) shown += 1;
      });
      /* A letter whose entries are all hidden would be a heading over nothing. */
      document.querySelectorAll(".ty-letter").forEach((letter) => {
        let next = letter.nextElementSibling;
        while (next && next.hidden && entries.includes(next)) next = next.nextElementSibling;
        letter.hidden = !next || !entries.includes(next);
      });
      /* So would an index of letters be, over no entry at all. */
      document.querySelectorAll(".ty-letters, .ty-other, .ty-index").forEach((index) => { index.hidden = !!words.length && !shown; });
      count.textContent = words.length ? ty.t(field.dataset.found || "found_terms", { n: shown }) : "";
    }

    /* A link to what is filtered out must reach it: before the jump by a click, after one by the address. */
    function reveal(hash) {
      const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
      if (!target || !target.closest("[hidden]")) return null;
      field.value = "";
      show();
      return target;
    }
    field.addEventListener("input", show);
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      if (link) reveal(link.hash);
    });
    addEventListener("hashchange", () => {
      const target = reveal(location.hash);
      if (target) target.scrollIntoView();
    });
  });
})(window.taiyaku);
