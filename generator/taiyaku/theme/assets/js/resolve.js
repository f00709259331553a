/* cite.html?q=…: a citation in any habit leads to its clause. citation.js reads it, find-cite.js finds it. */
(function (ty) {
  "use strict";
  const form = document.querySelector(".ty-resolve");
  if (!form) return;
  const field = form.querySelector("input"), out = document.querySelector(".ty-resolved");
  const lang = document.documentElement.lang, home = ty.meta("base") + (lang === "ja" ? "ja/" : "");
  function described(record) {
    return Promise.all([ty.find.entry(record), ty.find.names()]).then((all) => {
      const entry = all[0], own = all[1][entry.document], at = lang === "ja" ? 1 : 0, whole = entry.kind === "document";
      return {
        href: home + entry.path, id: entry.id, name: [own && own.title[at], whole ? "" : within(own, entry) + entry.called[lang]].filter(Boolean).join(" "),
        heading: whole ? "" : entry.title[at] || entry.title[1 - at], lang: entry.title[at] ? lang : lang === "ja" ? "en" : "ja"
      };
    });
  }
  /* A number that counts from within a larger work would look like a page of it (naming.py, `listed`). */
  function within(own, entry) {
    if (!own || entry.kind !== "clause" || !own.within.length) return "";
    const [first] = entry.id.split(":")[1].split(".");
    return own.specials.some(([label]) => label === first) ? "" : `${own.within.join("-")}, `;
  }
  /* The whole address: an id's part after the colon is its anchor. */
  function address(one, rest) {
    const anchor = one.id.split(":")[1];
    return one.href + (anchor ? `#${anchor}${rest ? `.${rest}` : ""}` : "");
  }
  function entry(one, rest) {
    const item = document.createElement("li"), link = document.createElement("a"), heading = document.createElement("span");
    link.href = address(one, rest);
    link.textContent = one.name;
    heading.textContent = one.heading;
    if (one.lang !== lang) heading.lang = one.lang;
    item.append(link, " ", heading);
    return item;
  }
  function list(words, all, rest) {
    const items = document.createElement("ul");
    items.append(...all.map((one) => entry(one, rest)));
    say(words);
    out.append(items);
  }
  function say(words) {
    const p = document.createElement("p");
    p.textContent = words;
    out.append(p);
  }
  function resolve(go) {
    ty.findCite(field.value, true).then((answer) => {
      return Promise.all(answer.found.concat(answer.near).map(described)).then((all) => {
        out.replaceChildren();
        if (answer.status === "one") {
          say(ty.t("c_found", { place: all[0].name }));
          return go(address(all[0], answer.rest));
        }
        if (answer.status === "many") return list(ty.t("c_many"), all, answer.rest);
        say(ty.t("c_none"));
        if (all.length) list(ty.t("c_near"), all, "");
      });
    });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!field.value.trim()) return;
    history.replaceState(null, "", `?q=${encodeURIComponent(field.value)}`);
    resolve((href) => { location.assign(href); });
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    resolve((href) => { location.replace(href); });
  }
})(window.taiyaku);
