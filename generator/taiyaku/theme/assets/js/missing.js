/* 404.html: what the address asked for goes into the boxes, as an id (`guidelines-2015:IV.A.9`); a reader of the
   Japanese pages has the Japanese first. */
(function (ty) {
  "use strict";
  const text = document.querySelector(".ty-lost");
  const below = location.pathname.slice(ty.meta("base").length);
  if (!text || below === "404.html") return;

  function plain(piece) {
    try { return decodeURIComponent(piece); } catch (e) { return piece; }
  }
  const pieces = below.replace(/\.html$/, "").split("/").filter((piece) => piece && piece !== "index").map(plain);
  if (pieces[0] === "ja") {
    pieces.shift();
    text.prepend(text.querySelector(":scope > [lang=ja]"));
  }
  text.querySelectorAll("input[name=q]").forEach((field) => { field.value = pieces.slice(-2).join(":"); });
})(window.taiyaku);
