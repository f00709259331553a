/* Landing from the search: `?hl=words|words` marks those words in the passage that the address leads to. Escape or the
   button takes the marks away again, from the address too. Loaded only when there is something to mark. */
(function (ty) {
  "use strict";
  const words = (new URLSearchParams(location.search).get("hl") || "").split("|").filter(Boolean).slice(0, 12);
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const made = [];

  /* From the passage's head to the next one; the whole article where the address names no passage. */
  function region() {
    const main = document.querySelector("#ty-main");
    if (!target) return [main];
    if (!target.matches(".ty-head")) return [target];
    const found = [target];
    for (let next = target.nextElementSibling; next && !next.matches(".ty-head, .ty-clause"); next = next.nextElementSibling) found.push(next);
    return found;
  }

  function pattern() {
    const edge = (word, at, look) => /[a-z0-9]/i.test(word[at]) ? look : "";
    return new RegExp(words.slice().sort((a, b) => b.length - a.length).map((word) =>
      edge(word, 0, "(?<![a-z0-9])") + word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") + edge(word, word.length - 1, "(?![a-z0-9])")).join("|"), "gi");
  }

  /* A word may run across a term's link: the text of a paragraph is searched as one and marked node by node. */
  function mark(block, found) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) { nodes.push([node, text.length]); text += node.data; }
    const spans = Array.from(text.matchAll(found), (match) => [match.index, match.index + match[0].length]);
    for (const [node, start] of nodes.reverse())
      for (const [from, to] of spans.slice().reverse()) wrap(node, Math.max(0, from - start), Math.min(node.data.length, to - start));
  }
  function wrap(node, from, to) {
    if (from >= to) return;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const element = document.createElement("mark");
    element.className = "ty-hl";
    range.surroundContents(element);
    made.push(element);
  }

  function remove() {
    made.splice(0).forEach(function (element) {
      const parent = element.parentNode;
      element.replaceWith(...element.childNodes);
      parent.normalize();
    });
    bar.remove();
    removeEventListener("keydown", escape);
    const url = new URL(location.href);
    url.searchParams.delete("hl");
    try { history.replaceState(history.state, "", url); } catch (e) { /* some file: origins forbid it */ }
  }
  function escape(event) {
    if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing && !document.querySelector("dialog[open]")) remove();
  }

  const bar = document.createElement("div");
  bar.className = "ty-hl-bar";
  function offer(text, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", act);
    bar.append(button);
    return button;
  }

  if (!words.length) return;
  const found = pattern();
  const blocks = region().flatMap((part) => part.matches("p, h1, h2, h3, h4, h5, h6, td, th") ? [part]
    : Array.from(part.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li, td, th")).filter((each) => !each.querySelector("p, li, td")));
  blocks.forEach((block) => mark(block, found));
  if (!made.length) return;
  /* What was found may stand in the language that the reader's view leaves out: the view is the reader's to change. */
  if (!made.some((element) => element.getClientRects().length)) {
    const show = offer(ty.t(`find_unseen_${made[0].closest("[lang]").lang}`), () => show.remove());
    show.dataset.setView = "both";
  }
  offer(ty.t("find_unmark"), remove);
  document.body.append(bar);
  addEventListener("keydown", escape);
  /* A long passage may have its first mark out of sight. */
  const first = made.map((element) => element.getBoundingClientRect()).filter((box) => box.height).sort((a, b) => a.top - b.top)[0];
  if (target && first && first.top > innerHeight * .9) scrollBy({ top: first.top - innerHeight * .4 });
})(window.taiyaku);
