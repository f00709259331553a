/* The language switcher keeps the reader's place: to its plain link we add the anchor and the view. */
(function (ty) {
  "use strict";
  var link = document.querySelector(".ty-switch");
  if (!link) return;
  var bare = link.getAttribute("href");

  function onScreen(id) {
    var found = id && document.getElementById(id);
    if (!found) return false;
    var box = found.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  }

  /* The anchor of the address while it is in sight; after that, the block at the top of the window. Near the top of
     the page the anchor stays: where the header does not stick, a reader has come up only to reach this link. */
  function place() {
    var hash = decodeURIComponent(location.hash.slice(1));
    return !hash || onScreen(hash) || !ty.block || scrollY < 200 ? hash : ty.block;
  }
  function address() {
    var view = document.documentElement.dataset.view;
    var asked = new URLSearchParams(location.search).has("view");
    var id = place() || (scrollY > 200 && ty.block) || "";
    return bare + (asked ? "?view=" + view : "") + (id ? "#" + encodeURI(id) : "");
  }
  /* Before any way of following a link: click, keyboard, middle button, "copy link". */
  ["pointerdown", "focus", "click", "contextmenu"].forEach(function (kind) {
    link.addEventListener(kind, function () { link.href = address(); });
  });
})(window.taiyaku);
