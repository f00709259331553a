/* The panel on a clause: the terms it uses, and the clauses that share its rarer terms. Each heading gets a button; the
   data (a script, since nothing else can be read from a folder) are loaded when the first of them is pressed. */
(function (ty) {
  "use strict";
  const lang = document.documentElement.lang;
  const article = document.querySelector("article.ty-text");
  if (!article) return;
  const documentId = ty.meta("path").replace(/^ja\//, "").split("/")[0];
  let data = null, waiting = [], panel = null, opener = null;

  ty.backlinks = function (table) {
    data = table;
    waiting.splice(0).forEach(function (go) { go(true); });
  };

  function load(go) {
    if (data) return go(true);
    waiting.push(go);
    if (waiting.length > 1) return;
    const script = document.createElement("script");
    script.src = ty.meta("base") + "assets/backlinks." + lang + ".js";
    script.onerror = function () { script.remove(); waiting.splice(0).forEach(function (each) { each(false); }); };
    document.head.append(script);
  }

  function el(name, props, children) {
    const made = Object.assign(document.createElement(name), props);
    made.append.apply(made, children || []);
    return made;
  }
  function link(text, url) { return el("a", { href: ty.meta("base") + url, textContent: text }); }
  function term(id) { return link(data.terms[id][0], data.terms[id][1]); }
  function between(nodes) {
    return nodes.flatMap(function (node, i) { return i ? [lang === "ja" ? "、" : ", ", node] : [node]; });
  }

  /* Rarer terms first: they say most of what the clause is about. */
  function content(clause) {
    const found = data.clauses[clause];
    if (!found) return [el("p", { textContent: ty.t("links_none") })];
    const [terms, near] = found;
    const ordered = terms.slice().sort((a, b) => data.terms[a][2] - data.terms[b][2]);
    const made = [el("h3", { textContent: ty.t("links_terms") }), el("p", { className: "ty-links-terms" }, between(ordered.map(term)))];
    if (near.length) made.push(el("h3", { textContent: ty.t("links_near") }), el("ul", {}, near.map(function ([id, shared]) {
      const [name, title, url] = data.names[id];
      return el("li", {}, [link(name, url), " " + title, el("p", {}, between(shared.map(term)))]);
    })));
    return made;
  }

  function dialog() {
    if (panel) return panel;
    panel = el("dialog", { className: "ty-links-panel" });
    panel.setAttribute("aria-labelledby", "ty-links-title");
    panel.addEventListener("click", function (event) {
      if (event.target === panel || event.target.closest("a")) panel.close();
    });
    panel.addEventListener("close", function () { if (opener) opener.focus(); });
    document.body.append(panel);
    return panel;
  }

  function open(clause, button) {
    opener = button;
    load(function (there) {
      const place = data ? data.names[clause][0] : clause;
      const close = el("button", { type: "button", className: "ty-links-close", textContent: ty.t("links_close") });
      close.addEventListener("click", function () { panel.close(); });
      const title = el("h2", { id: "ty-links-title", textContent: ty.t("links_open", { place: place }) });
      const inner = there ? content(clause) : [el("p", { textContent: ty.t("links_failed") })];
      dialog().replaceChildren(el("div", {}, [close, title].concat(inner)));
      panel.showModal();
    });
  }

  const sheet = el("link", { rel: "stylesheet", href: ty.meta("base") + "assets/css/panel.css" });
  document.head.append(sheet);
  article.querySelectorAll(".ty-head[id], .ty-clause[id]").forEach(function (head) {
    if (head.id === "title") return;
    const button = el("button", { type: "button", className: "ty-links-button" });
    button.setAttribute("aria-haspopup", "dialog");
    button.addEventListener("click", function () { open(documentId + ":" + head.id, button); });
    const after = head.querySelector(":scope > .ty-permalink");
    button.setAttribute("aria-label", ty.t("links_open", { place: after ? ty.called(after) : head.id }));
    if (after) after.after(button); else head.prepend(button);
  });
})(window.taiyaku);
