/* Where the reader is: the first block in a band below the top of the window gives the current clause, which the
   contents mark and other scripts ask for (taiyaku.block, taiyaku.clause). The band begins where a heading that was
   jumped to comes to stand (scroll-padding and scroll-margin), so that it is the one that is marked. */
(function (ty) {
  "use strict";
  const toc = document.querySelector(".ty-toc");
  const here = document.querySelector(".ty-here");
  const links = {};
  let current;
  if (toc) toc.querySelectorAll("a").forEach((a) => { links[decodeURIComponent(a.hash.slice(1))] = a; });

  /* IV.A.1.p2.i1 is in clause IV.A.1; a figure's id has no such tail. */
  function clauseOf(id) { return id.replace(/\.[pncx]\d+(\..*)?$/, ""); }

  /* The nearest entry upwards: clauses without a heading have none of their own. */
  function linkFor(clause) {
    for (let id = clause; id; id = id.replace(/\.?[^.]*$/, "")) if (links[id]) return links[id];
    return null;
  }

  function reveal(link) {
    const own = link.getBoundingClientRect(), all = toc.getBoundingClientRect(), top = own.top - all.top;
    if (top < 0 || own.bottom > all.bottom) toc.scrollTop += top - toc.clientHeight / 3;
  }

  /* What the page calls a clause: `V.2.(3)`, `Annex`. The title needs no name. */
  function called(clause) {
    const spot = document.getElementById(clause), link = spot && spot.querySelector(":scope > .ty-permalink");
    return link ? ty.called(link) : clause === "title" ? "" : clause;
  }

  function mark(clause) {
    if (here) here.textContent = called(clause);
    const link = linkFor(clause);
    if (!toc || link === current) return;
    toc.querySelectorAll(".is-open").forEach((li) => { li.classList.remove("is-open"); });
    if (current) current.removeAttribute("aria-current");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "location");
    for (let li = link.closest("li"); li; li = li.parentElement.closest("li")) li.classList.add("is-open");
    reveal(link);
  }

  const inBand = new Set();
  const watcher = new IntersectionObserver((entries) => {
    entries.forEach((e) => { if (e.isIntersecting) inBand.add(e.target); else inBand.delete(e.target); });
    /* Between two rows the band may be empty: then the last one holds. */
    const first = Array.from(inBand).sort((a, b) => a.compareDocumentPosition(b) & 4 ? -1 : 1)[0];
    if (!first) return;
    ty.block = first.id;
    ty.clause = clauseOf(first.id);
    mark(ty.clause);
  }, { rootMargin: "-112px 0px -60% 0px" });

  /* On a small screen the first heading may stand below the band. */
  const opening = document.querySelector(".ty-text .ty-head[id]");
  if (opening) mark(opening.id);
  document.querySelectorAll(".ty-text :is(.ty-row, .ty-head, .ty-block)[id]").forEach((el) => { watcher.observe(el); });
})(window.taiyaku);
