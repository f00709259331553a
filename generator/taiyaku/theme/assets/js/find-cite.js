/* What a citation leads to: `citation.js` reads it, the search index (find.js) knows whether it exists. Two places ask:
   the search, which puts it first, and cite.html.

     await taiyaku.findCite("1997 IV 2 (2) d ii")
       -> { status: "one" | "many" | "none", found: [record], rest: "", near: [record], sure, full } */
(function (ty) {
  "use strict";
  const NOTHING = { status: "none", found: [], rest: "", near: [], sure: false, full: false };

  async function records(tries) {
    const all = await Promise.all(tries.map(async function ({ documents, key }) {
      const postings = await ty.find.lookup("@" + key);
      return postings ? postings.records.filter((record) => !documents || documents.includes(ty.find.place(record).document)) : [];
    }));
    return Array.from(new Set(all.flat())).sort((a, b) => a - b);
  }
  async function firstOf(many) {
    for (const tries of many) {
      const found = await records(tries);
      if (found.length) return found;
    }
    return [];
  }

  /* What there is where something was looked for: below the deepest clause that exists, else the chapters. */
  function nearby(told, names) {
    const chapters = (told.documents || [0, 1, 2]).filter((i) => names[i]).slice(0, 3);
    const tops = chapters.map((i) => ({ documents: [i], key: "^" + ty.citation.key(names[i].id) }));
    return firstOf([...told.above.map((key) => [{ documents: told.documents, key: "^" + key }]), tops]);
  }

  ty.findCite = async function (query, nearToo) {
    await ty.find.ready();
    const names = await ty.find.names(), told = ty.citation.read(query, names);
    if (!told) return NOTHING;
    const found = await firstOf(told.tries);
    const near = !found.length && nearToo ? (await nearby(told, names)).slice(0, 12) : [];
    return { ...NOTHING, status: ["none", "one"][found.length] || "many", found, near, rest: told.rest, sure: told.sure, full: told.full };
  };
})(window.taiyaku);
