/* Where a passage can be cited: a control beside every permalink, one at a selection, and the key `c`. What makes the
   citation is loaded when a reader first asks for it, by script tags, which work from a folder, too. */
(function (ty) {
  "use strict";
  const dialog = document.querySelector(".ty-cite-dialog");
  const main = document.getElementById("ty-main");
  if (!dialog || !main || !dialog.showModal) return;
  const base = ty.meta("base"), path = ty.meta("path").replace(/^ja\//, "");
  const known = {}, waiting = {};
  ty.cited = (facts) => { known[facts.id] = facts; };

  function script(src) {
    waiting[src] = waiting[src] || new Promise((done, failed) => {
      const tag = document.createElement("script");
      tag.src = `${base}assets/${src}.js`;
      tag.onload = done;
      tag.onerror = failed;
      document.head.append(tag);
    });
    return waiting[src];
  }
  /* The document that the page belongs to; a timeline or a glossary has none. */
  function ofDocument() { return document.querySelector(".ty-text") ? path.split("/")[0] : ""; }
  function load() {
    const id = ofDocument();
    return script("js/citing").then(() => {
      return Promise.all([script("js/cite-passage"), script("js/cite-dialog"), script("cite/styles"), id && script(`cite/${id}`)]);
    }).then(() => known[id]);
  }
  function open(spot, range, opener) {
    load().then((facts) => { ty.citeDialog(dialog, ty.passage(spot, range, facts, path), opener); });
  }

  function control(link) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ty-cite";
    button.setAttribute("aria-label", ty.t("c_cite", { place: ty.called(link) }));
    button.dataset.anchor = decodeURIComponent(link.hash.slice(1));
    link.after(button);
  }
  main.querySelectorAll(".ty-permalink[href^='#']").forEach(control);
  main.addEventListener("click", (event) => {
    const button = event.target.closest(".ty-cite");
    if (button) open(button.dataset.anchor, null, button);
  });

  /* The nearest thing with an address around a node: a row, an item, a clause, an event. */
  const SPOTS = [".ty-row[id]", "tr[id]", ".ty-block[id]", ".ty-head[id]", ".ty-clause[id]", ".ty-event[id]", ".ty-entry[id]"];
  function around(node) {
    const here = node && (node.nodeType === 1 ? node : node.parentElement), spot = here && here.closest(SPOTS.join());
    return spot && main.contains(spot) ? spot : null;
  }
  ty.citeSpot = around;
  /* A selection may reach over the end of what it shows: three clicks select up to the next paragraph's beginning. */
  function tight(range) {
    const root = range.commonAncestorContainer, made = range.cloneRange(), shown = [];
    if (root.nodeType === 3) return made;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!range.intersectsNode(node)) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      if (node.data.slice(from, to).trim()) shown.push([node, from, to]);
    }
    if (!shown.length) return null;
    const last = shown[shown.length - 1];
    made.setStart(shown[0][0], shown[0][1]);
    made.setEnd(last[0], last[2]);
    return made;
  }
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !String(selection).trim()) return null;
    const range = tight(selection.getRangeAt(0)), spot = range && around(range.startContainer);
    return spot && { spot: spot, range: range };
  }
  function citeSelection() {
    const chosen = selected();
    if (chosen) open(chosen.spot.id, chosen.range, null);
    return !!chosen;
  }

  const float = document.createElement("button");
  float.type = "button";
  float.className = "ty-cite-selection";
  float.hidden = true;
  float.dataset.word = document.getElementById("ty-cite-title").textContent;
  float.setAttribute("aria-label", ty.t("c_selection"));
  main.append(float);
  /* Pressing the control must not undo the selection that it is for; a touch may, so it is held. */
  let held = null;
  float.addEventListener("pointerdown", (event) => { event.preventDefault(); });
  float.addEventListener("click", () => { open(held.spot.id, held.range, null); float.hidden = true; });
  function follow() {
    const chosen = selected();
    held = chosen || held;
    float.hidden = !chosen || dialog.open;
    if (float.hidden) return;
    const boxes = chosen.range.getClientRects(), end = boxes[boxes.length - 1];
    if (!end) return;
    float.style.left = `${Math.max(8, Math.min(end.right + scrollX, innerWidth - 88))}px`;
    float.style.top = `${end.bottom + scrollY + 8}px`;
  }
  let timer;
  document.addEventListener("selectionchange", () => { clearTimeout(timer); timer = setTimeout(follow, 150); });

  function typing(target) { return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName); }
  /* The clause or block with the focus, or the one under the pointer, or the one at the top of the window. */
  function current() {
    const focused = around(document.activeElement), over = main.querySelectorAll(SPOTS.map((spot) => `${spot}:hover`).join());
    if (focused || over.length) return focused || over[over.length - 1];
    return Array.from(main.querySelectorAll(".ty-head[id], .ty-clause[id], .ty-event[id]")).reduce((last, spot) => {
      return !last || spot.getBoundingClientRect().top < innerHeight * .2 ? spot : last;
    }, null);
  }
  addEventListener("keydown", (event) => {
    if (event.key !== "c" || event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || ty.get("keys") === "off") return;
    if (document.querySelector("dialog[open]")) return;
    const spot = selected() ? null : current();
    if (!citeSelection() && !spot) return;
    event.preventDefault();
    if (spot) open(spot.id, null, document.activeElement);
  });
})(window.taiyaku);
