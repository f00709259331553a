/* cite.html?q=…: a citation in any habit leads to its clause. The grammar is citation.js. */
(function (ty) {
  "use strict";
  var form = document.querySelector(".ty-resolve");
  if (!form) return;
  var field = form.querySelector("input"), out = document.querySelector(".ty-resolved");
  var lang = document.documentElement.lang, home = ty.meta("base") + (lang === "ja" ? "ja/" : "");
  var loading;

  function load() {
    loading = loading || new Promise(function (done, failed) {
      var tag = document.createElement("script");
      tag.src = ty.meta("base") + "assets/cite/index.js";
      tag.onload = function () { done(ty.citation.index); };
      tag.onerror = failed;
      document.head.append(tag);
    });
    return loading;
  }

  function describe(place, index) {
    var doc = index.documents.find(function (one) { return one.id === place.document; });
    var clause = doc.clauses.find(function (one) { return one.label === place.label; });
    var anchor = place.label && "#" + place.label + (place.rest ? "." + place.rest : "");
    return {
      href: home + doc.id + "/" + (clause ? clause.page : "index") + ".html" + anchor,
      document: doc.short[lang], printed: clause ? clause.printed : "", heading: clause ? clause.heading[lang] || clause.heading.en || clause.heading.ja || "" : ""
    };
  }
  function entry(place, index) {
    var known = describe(place, index), item = document.createElement("li"), link = document.createElement("a");
    link.href = known.href;
    link.textContent = [known.document, known.printed].filter(Boolean).join(lang === "ja" ? " " : ", ");
    item.append(link, known.heading ? " " + known.heading : "");
    return item;
  }
  function list(words, places, index) {
    var lead = document.createElement("p"), items = document.createElement("ul");
    lead.textContent = words;
    items.append.apply(items, places.map(function (place) { return entry(place, index); }));
    out.append(lead, items);
  }

  function say(words) {
    var p = document.createElement("p");
    p.textContent = words;
    out.append(p);
  }
  function resolve(go) {
    load().then(function (index) {
      var answer = ty.citation.parse(field.value, index);
      out.replaceChildren();
      if (answer.status === "one") {
        var found = describe(answer.found[0], index);
        say(ty.t("c_found", { place: [found.document, found.printed].filter(Boolean).join(" ") }));
        go(found.href);
      } else if (answer.status === "many") list(ty.t("c_many"), answer.found, index);
      else {
        say(ty.t("c_none"));
        if (answer.near.length) list(ty.t("c_near"), answer.near, index);
      }
    });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (!field.value.trim()) return;
    history.replaceState(null, "", "?q=" + encodeURIComponent(field.value));
    resolve(function (href) { location.assign(href); });
  });
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    resolve(function (href) { location.replace(href); });
  }
})(window.taiyaku);
