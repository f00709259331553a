/* The dialog: quotation, citation, link; plain and rich text on the clipboard; records to download. */
(function (ty) {
  "use strict";
  const citing = ty.citing, lang = document.documentElement.lang;
  let box, now, opener;
  function $(name) { return box.querySelector(name); }

  function options(edition) {
    const day = new Date(), pad = (n) => String(n).padStart(2, "0");
    return {
      site: ty.meta("site"), version: edition ? ty.meta("version") : "", fragment: now.fragment,
      accessed: [day.getFullYear(), pad(day.getMonth() + 1), pad(day.getDate())].join("-")
    };
  }
  function style() { return $("#ty-cite-style").value; }
  function format() { return citing.table().formats[style()]; }
  function link() {
    const spot = now.fragment && now.place.label ? citing.spot(now.facts, now.place, lang) + now.fragment : citing.address(now.facts, now.place, lang);
    return citing.full(ty.meta("site"), spot) || spot;
  }
  /* {text, html} of the citation or the record. */
  function citation() {
    const say = options($(".ty-cite-edition input").checked);
    if (format()) return { text: citing.record(now.facts, now.place, style(), lang, say), html: "" };
    const runs = citing.citation(now.facts, now.place, style(), say);
    return { text: citing.text(runs), html: citing.html(runs) };
  }

  function quotes() {
    const chosen = $("[name=ty-cite-quote]:checked").value;
    return ["en", "ja"].filter((each) => (chosen === each || chosen === "both") && now.quotes[each]);
  }
  /* Quotation marks are the edition's; the words between them are the text's. */
  function marked(each) { return each === "ja" ? `「${now.quotes.ja}」` : `“${now.quotes.en}”`; }
  function escape(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n\n/g, "<br><br>"); }
  function all() {
    const said = citation(), each = quotes();
    return {
      text: each.map(marked).concat(said.text).join("\n\n"),
      html: `${each.map((one) => `<p lang="${one}">${escape(marked(one))}</p>`).join("")}<p>${said.html}</p>`
    };
  }

  function show() {
    const said = citation(), text = $(".ty-cite-text"), record = !!format();
    text.classList.toggle("ty-cite-record", record);
    text.lang = record ? lang : citing.style(style()).lang;
    if (record) text.textContent = said.text;
    else text.innerHTML = said.html;
    const quote = $(".ty-cite-quote");
    quote.replaceChildren(...quotes().map((each) => {
      const p = document.createElement("p");
      p.lang = each;
      p.textContent = marked(each);
      return p;
    }));
    quote.hidden = !quotes().length;
    $("[data-cite=file]").hidden = !record;
    $("[data-cite=all]").hidden = record || !quotes().length;
    const address = $(".ty-cite-link a");
    address.textContent = link();
    address.href = ty.meta("site") ? link() : ty.meta("base") + link();
    $(".ty-cite-status").textContent = "";
  }

  /* Rich text where the browser lets us, and always plain text beside it. */
  function copyOldWay(said) {
    let done = false;
    function give(event) {
      event.clipboardData.setData("text/plain", said.text);
      if (said.html) event.clipboardData.setData("text/html", said.html);
      event.preventDefault();
      done = true;
    }
    document.addEventListener("copy", give, { once: true });
    document.execCommand("copy");
    document.removeEventListener("copy", give);
    if (!done) throw new Error("copy");
  }
  function copy(said) {
    if (!navigator.clipboard || !window.ClipboardItem) return Promise.resolve(said).then(copyOldWay);
    const parts = { "text/plain": new Blob([said.text], { type: "text/plain" }) };
    if (said.html) parts["text/html"] = new Blob([said.html], { type: "text/html" });
    return navigator.clipboard.write([new ClipboardItem(parts)]).catch(() => { copyOldWay(said); });
  }
  function save() {
    const name = `${[now.facts.id, now.place.label, now.place.rest].filter(Boolean).join("-")}.${format().extension}`;
    const way = document.createElement("a");
    way.href = URL.createObjectURL(new Blob([citation().text], { type: format().type }));
    way.download = name;
    way.click();
    setTimeout(() => { URL.revokeObjectURL(way.href); }, 1000);
    tell(ty.t("c_saved", { name: name }));
  }
  function tell(words) { $(".ty-cite-status").textContent = words; }
  function act(event) {
    const what = event.target.closest("[data-cite]");
    if (!what) return;
    if (what.dataset.cite === "file") return save();
    const address = link();
    const said = what.dataset.cite === "all" ? all() : what.dataset.cite === "link" ? { text: address, html: "" } : citation();
    copy(said).then(() => { tell(ty.t("c_copied")); }, () => {
      getSelection().selectAllChildren($(what.dataset.cite === "link" ? ".ty-cite-link a" : ".ty-cite-text"));
      tell(ty.t("c_failed"));
    });
  }

  function option(id, name) { return new Option(name, id); }
  function prepare() {
    const groups = box.querySelectorAll("optgroup"), table = citing.table();
    groups[0].append(...table.styles.map((one) => option(one.id, one.name[lang])));
    groups[1].append(
      ...Object.keys(table.formats).map((id) => option(id, table.formats[id].name))
    );
    const last = ty.get("cite-style");
    $("#ty-cite-style").value = last && (citing.style(last) || table.formats[last]) ? last : lang === "ja" ? "japanese" : "chicago-note";
    $(".ty-cite-edition input").checked = ty.get("cite-edition") !== "off";
    box.addEventListener("change", () => {
      ty.set("cite-style", style());
      ty.set("cite-edition", $(".ty-cite-edition input").checked ? "on" : "off");
      show();
    });
    box.addEventListener("click", act);
    box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
    box.addEventListener("close", () => { if (opener && opener.isConnected) opener.focus({ preventScroll: true }); });
  }
  /* A language that has no words here cannot be chosen; a whole clause is cited without its words unless asked for. */
  function offer() {
    const has = now.quotes, view = document.documentElement.dataset.view;
    let first = now.whole ? "none" : now.lang || (view === "en" || view === "ja" ? view : lang);
    if (first !== "none" && !has[first]) first = has.en ? "en" : "ja";
    box.querySelectorAll("[name=ty-cite-quote]").forEach((radio) => {
      radio.disabled = radio.value === "both" ? !(has.en && has.ja) : radio.value !== "none" && !has[radio.value];
      radio.checked = radio.value === first;
    });
  }

  ty.citeDialog = (dialog, passage, from) => {
    now = passage;
    opener = from;
    if (!box) { box = dialog; prepare(); }
    $("#ty-cite-title").textContent = ty.t("c_title", { place: now.name });
    offer();
    show();
    if (!box.open) box.showModal();
    $("#ty-cite-style").focus();
  };
})(window.taiyaku);
