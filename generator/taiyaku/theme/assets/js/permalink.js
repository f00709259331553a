/* A permalink copies its full address instead of jumping. Without this script it is an ordinary link to its block. */
(function (ty) {
  "use strict";

  /* The published address where one is configured; else the way from the site's root, said to be relative. */
  function address(hash) {
    const site = ty.meta("site");
    const path = ty.meta("path") + hash;
    return { text: site ? site.replace(/\/?$/, "/") + path : path, full: !!site };
  }

  /* For browsers that keep the clipboard from pages without https. */
  function copyOldWay(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "ty-hide";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (!done) throw new Error("copy");
  }
  function copy(text) {
    if (!navigator.clipboard) return Promise.resolve(text).then(copyOldWay);
    return navigator.clipboard.writeText(text).catch(() => { copyOldWay(text); });
  }

  /* The address changes and the block is marked as target, but the page must not jump under the reader's hand. */
  function moveTo(hash) {
    const x = scrollX, y = scrollY;
    location.hash = hash;
    scrollTo(x, y);
  }

  /* What the page calls a place: what its permalink says after "Link to". */
  ty.called = function (link) {
    const said = document.querySelector(".ty-cite-dialog").dataset.link.split("{place}"), name = link.getAttribute("aria-label") || "";
    return name.slice(said[0].length, name.length - said[1].length);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".ty-permalink");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const to = address(link.hash);
    copy(to.text).then(() => {
      ty.say(ty.t(to.full ? "copied" : "copied_relative", { address: to.text }));
    }, () => {
      ty.say(ty.t("copy_failed", { address: to.text }));
    });
    moveTo(link.hash);
    link.focus({ preventScroll: true });
  });
})(window.taiyaku);
