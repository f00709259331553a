/* The dialog: quotation, citation, link; plain and rich text on the clipboard; records to download. */
(function (ty) {
  "use strict";
  var citing = ty.citing, lang = document.documentElement.lang;
  var box, now, opener;
  function $(name) { return box.querySelector(name); }

  function options(edition) {
    var day = new Date(), pad = function (n) { return String(n).padStart(2, "0"); };
    return {
      site: ty.meta("site"), version: edition ? ty.meta("version") : "", fragment: now.fragment,
      accessed: [day.getFullYear(), pad(day.getMonth() + 1), pad(day.getDate())].join("-")
    };
  }
  function style() { return $("#ty-cite-style").value; }
  function format() { return citing.table().formats[style()]; }
  function link() {
    var spot = now.fragment && now.place.label ? citing.spot(now.facts, now.place, lang) + now.fragment : citing.address(now.facts, now.place, lang);
    return citing.full(ty.meta("site"), spot);
  }
  /* {text, html} of the citation or the record. */
  function citation() {
    var say = options($(".ty-cite-edition input").checked);
    if (format()) return { text: citing.record(now.facts, now.place, style(), lang, say), html: "" };
    var runs = citing.citation(now.facts, now.place, style(), say);
    return { text: citing.text(runs), html: citing.html(runs) };
  }

  function quotes() {
    var chosen = $("[name=ty-cite-quote]:checked").value;
    return ["en", "ja"].filter(function (each) { return (chosen === each || chosen === "both") && now.quotes[each]; });
  }
  /* Quotation marks are the edition's; the words between them are the text's. */
  function marked(each) { return each === "ja" ? "「" + now.quotes.ja + "」" : "“" + now.quotes.en + "”"; }
  function escape(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n\n/g, "<br><br>"); }
  function all() {
    var said = citation(), each = quotes();
    return {
      text: each.map(marked).concat(said.text).join("\n\n"),
      html: each.map(function (one) { return '<p lang="' + one + '">' + escape(marked(one)) + "</p>"; }).join("") + "<p>" + said.html + "</p>"
    };
  }

  function show() {
    var said = citation(), text = $(".ty-cite-text"), record = !!format();
    text.classList.toggle("ty-cite-record", record);
    text.lang = record ? lang : citing.style(style()).lang;
    if (record) text.textContent = said.text;
    else text.innerHTML = said.html;
    var quote = $(".ty-cite-quote");
    quote.replaceChildren.apply(quote, quotes().map(function (each) {
      var p = document.createElement("p");
      p.lang = each;
      p.textContent = marked(each);
      return p;
    }));
    quote.hidden = !quotes().length;
    $("[data-cite=file]").hidden = !record;
    $("[data-cite=all]").hidden = record || !quotes().length;
    var address = $(".ty-cite-link a");
    address.textContent = link();
    address.href = ty.meta("site") ? link() : ty.meta("base") + link();
    $(".ty-cite-status").textContent = "";
  }

  /* Rich text where the browser lets us, and always plain text beside it. */
  function copyOldWay(said) {
    var done = false;
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
    var parts = { "text/plain": new Blob([said.text], { type: "text/plain" }) };
    if (said.html) parts["text/html"] = new Blob([said.html], { type: "text/html" });
    return navigator.clipboard.write([new ClipboardItem(parts)]).catch(function () { copyOldWay(said); });
  }
  function save() {
    var name = [now.facts.id, now.place.label, now.place.rest].filter(Boolean).join("-") + "." + format().extension;
    var way = document.createElement("a");
    way.href = URL.createObjectURL(new Blob([citation().text], { type: format().type }));
    way.download = name;
    way.click();
    setTimeout(function () { URL.revokeObjectURL(way.href); }, 1000);
    tell(ty.t("c_saved", { name: name }));
  }
  function tell(words) { $(".ty-cite-status").textContent = words; }
  function act(event) {
    var what = event.target.closest("[data-cite]");
    if (!what) return;
    if (what.dataset.cite === "file") return save();
    var address = link();
    var said = what.dataset.cite === "all" ? all() : what.dataset.cite === "link" ? { text: address, html: "" } : citation();
    copy(said).then(function () { tell(ty.t("c_copied")); }, function () {
      getSelection().selectAllChildren($(".ty-cite-text"));
      tell(ty.t("c_failed"));
    });
  }

  function option(id, name) { return new Option(name, id); }
  function prepare() {
    var groups = box.querySelectorAll("optgroup"), table = citing.table();
    groups[0].append.apply(groups[0], table.styles.map(function (one) { return option(one.id, one.name[lang]); }));
    groups[1].append.apply(groups[1], Object.keys(table.formats).map(function (id) { return option(id, table.formats[id].name); }));
    var last = ty.get("cite-style");
    $("#ty-cite-style").value = last && (citing.style(last) || table.formats[last]) ? last : lang === "ja" ? "japanese" : "chicago-note";
    $(".ty-cite-edition input").checked = ty.get("cite-edition") !== "off";
    box.addEventListener("change", function () {
      ty.set("cite-style", style());
      ty.set("cite-edition", $(".ty-cite-edition input").checked ? "on" : "off");
      show();
    });
    box.addEventListener("click", act);
    box.addEventListener("click", function (event) { if (event.target === box) box.close(); });
    box.addEventListener("close", function () { if (opener && opener.isConnected) opener.focus({ preventScroll: true }); });
  }
  /* A language that has no words here cannot be chosen; a whole clause is cited without its words unless asked for. */
  function offer() {
    var has = now.quotes, view = document.documentElement.dataset.view;
    var first = now.whole ? "none" : now.lang || (view === "en" || view === "ja" ? view : lang);
    if (first !== "none" && !has[first]) first = has.en ? "en" : "ja";
    box.querySelectorAll("[name=ty-cite-quote]").forEach(function (radio) {
      radio.disabled = radio.value === "both" ? !(has.en && has.ja) : radio.value !== "none" && !has[radio.value];
      radio.checked = radio.value === first;
    });
  }

  ty.citeDialog = function (dialog, passage, from) {
    now = passage;
    opener = from;
    if (!box) { box = dialog; prepare(); }
    $("#ty-cite-title").textContent = ty.t("c_title", { place: now.name });
    offer();
    show();
    box.showModal();
    $("#ty-cite-style").focus();
  };
})(window.taiyaku);
