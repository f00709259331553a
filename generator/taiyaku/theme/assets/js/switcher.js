/* The language switcher keeps the reader's place: to its plain link we add the anchor and the view. */
(function (ty) {
  "use strict";
  const link = document.querySelector(".ty-switch");
  if (!link) return;
  const bare = link.getAttribute("href");

  function onScreen(id) {
    const found = id && document.getElementById(id);
    if (!found) return false;
    const box = found.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  }

  /* The anchor of the address while it is in sight; after that, the block at the top of the window. Near the top of
     the page the anchor stays: where the header does not stick, a reader has come up only to reach this link. */
  function place() {
    const hash = decodeURIComponent(location.hash.slice(1));
    return !hash || onScreen(hash) || !ty.block || scrollY < 200 ? hash : ty.block;
  }
  function address() {
    const view = document.documentElement.dataset.view;
    const asked = new URLSearchParams(location.search).has("view");
    const id = place() || (scrollY > 200 && ty.block) || "";
    return bare + (asked ? `?view=${view}` : "") + (id ? `#${encodeURI(id)}` : "");
  }
  /* Before any way of following a link: click, keyboard, middle button, "copy link". */
  ["pointerdown", "focus", "click", "contextmenu"].forEach((kind) => {
    link.addEventListener(kind, () => { link.href = address(); });
  });
})(window.taiyaku);
