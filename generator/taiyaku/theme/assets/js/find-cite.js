/* The citations that the search box takes, on their own: text in, what it may cite out. It needs no list of clauses,
   so that it works at any size: what the documents are called is handed in (`names.js` of the search index), and
   whether a label exists is for the caller to look up. (`citation.js` has the list, and says more: cite.html.)

     ty.findCite.read("1997 IV 2 (2) d ii", documents)
       -> { documents: [1], labels: ["iv.2.2.d.ii"], block: "", sure: true }

   A label is in pieces (letters, numbers, kana) joined by dots, as `search/weigh.py` writes them. There are several
   where a number may be meant as a numeral ("4.A" and "IV.A"); `block` is a paragraph, item or row named besides.
   `sure` tells a citation from a word that only could be one: "V" or "2015". */
(function (ty) {
  "use strict";
  const PIECES = /[a-z]+|[0-9]+|[ァ-ヶ]/g;
  const ROMAN = /^(?=[ivxlc])(?:x[lc]|l?x{0,3})(?:i[xv]|v?i{0,3})$/;
  const KANJI = "一二三四五六七八九";
  const WORDS = "chapters?|chap|ch|sections?|sects?|sec|subsections?|clauses?|paragraphs?|paras?|points?|items?|parts?" +
    "|articles?|arts?|subparas?|nos?|p{1,2}";
  const FILLER = new RegExp("(?<![a-z])(?:" + WORDS + "|the|of|at|see)(?![a-z])\\.?", "g");
  const SIGNS = /[§¶第章節項号条部款目のノ、。,;:()\[\]{}「」『』〔〕<>«»"'/·・]+/g;
  const BLOCK = /(?:^|[\s,.、])(?:(?:paragraphs?|paras?|¶)\.?\s*(\d{1,2})|第?(\d{1,2})段落)\s*$/;
  const OWN_BLOCK = /\.((?:[pxcn]\d+)(?:\.[irc]\d+)*)$/;

  function plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[‐-―−]/g, "-").replace(/\s+/g, " ").trim();
  }

  /* A label's or an id's pieces; `chp_IV__sec_A` and `Fig. III-2-1-1` alike. */
  function key(text) { return (plain(text).match(PIECES) || []).join("."); }

  function fromKanji(text) {
    return text.replace(/第([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])/g, function (all, n) {
      const [tens, ones] = n.includes("十") ? n.split("十") : ["0", n];
      return "第" + ((tens === "" ? 1 : KANJI.indexOf(tens) + 1) * 10 + KANJI.indexOf(ones || " ") + 1);
    });
  }

  const SIZES = [[40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];
  function roman(number) {
    let text = "";
    for (const [size, sign] of SIZES) while (number >= size) { text += sign; number -= size; }
    return text;
  }

  function named(text, name) {
    const at = text.indexOf(name);
    if (at < 0) return -1;
    const before = text[at - 1] || " ", after = text[at + name.length] || " ";
    const inside = (a, b) => /[a-z0-9]/.test(a) && /[a-z0-9]/.test(b);
    return inside(before, name[0]) || inside(name[name.length - 1], after) ? -1 : at;
  }

  /* Take the names of documents out, longest first; several must agree where they can ("2019 white paper"). */
  function whose(text, documents) {
    const all = documents.flatMap((document, index) => document.names.map((name) => [name, index]))
      .sort((a, b) => b[0].length - a[0].length);
    let found = null, rest = text;
    for (const [name] of all) {
      const at = named(rest, name);
      if (at < 0) continue;
      rest = rest.slice(0, at) + " " + rest.slice(at + name.length);
      const owners = all.filter((each) => each[0] === name).map((each) => each[1]);
      const common = found && found.filter((each) => owners.includes(each));
      found = common && common.length ? common : found && owners.length > found.length ? found : owners;
    }
    return [found, rest];
  }

  /* Each piece that may be meant as another: the first as a chapter's numeral, by number or the other way round. */
  function readings(pieces) {
    const first = pieces[0], others = [];
    if (/^\d{1,2}$/.test(first)) others.push(roman(+first));
    const labels = [pieces, ...others.map((other) => [other, ...pieces.slice(1)])];
    const lower = labels.map((each) => each.map((piece, i) => i && /^\d$/.test(piece) && i > 3 ? roman(+piece) : piece));
    return Array.from(new Set([...labels, ...lower].map((each) => each.join("."))));
  }

  function isPiece(piece) { return /^(?:[a-z]|\d{1,2}|[ァ-ヶ])$/.test(piece) || ROMAN.test(piece); }

  function read(text, documents) {
    let rest = fromKanji(plain(text));
    let block = "";
    const own = rest.match(OWN_BLOCK), told = rest.match(BLOCK);
    if (own) { block = own[1]; rest = rest.slice(0, own.index); }
    else if (told) { block = "p" + (told[1] || told[2]); rest = rest.slice(0, told.index); }
    const whole = key(rest);
    const [found, without] = whose(rest, documents);
    const asked = new RegExp(FILLER.source).test(without) || /[§¶第章節項条]/.test(without);
    const bare = without.replace(FILLER, " ").replace(SIGNS, " ").replace(/[-._]+/g, " ").trim();
    const pieces = bare.match(PIECES) || [];
    const leftover = bare.replace(PIECES, "").trim();
    if (leftover || pieces.length > 8 || !pieces.every(isPiece)) {
      /* An eId, an id or a figure's printed number stands as it is. */
      const printed = /[\d_:]/.test(rest) && /^[a-z0-9_:. -]+$/.test(rest) && whole.length < 80;
      return printed ? { documents: found, labels: [whole, key(without)], block, sure: false } : null;
    }
    if (!pieces.length) return found ? { documents: found, labels: [], block, sure: !leftover && !asked } : null;
    const single = pieces.length === 1 && !found && !asked;
    const short = single && !ROMAN.test(pieces[0]) && !/^\d+$/.test(pieces[0]);
    return short ? null : { documents: found, labels: [...readings(pieces), whole], block, sure: true };
  }

  ty.findCite = { read, key };
})(window.taiyaku);
