/* Citations as people write them -> what to look up. `taiyaku.citation.read(words, documents)` knows no document and
   touches no page. It needs no list of clauses either, so that it works at any size: `documents` (`names.js` of the
   search index, made by search/names.py) tells what each is called, the way to it (Part III, Chapter 2, Section 1) and
   the names of its unnumbered clauses. Whether a clause exists is for find-cite.js to look up.

   -> null, or { tries: [[{documents, key}]], rest: "p2", above: ["~4.a"], documents, sure, full }
   The first of `tries` of which anything exists answers. A key is a label in pieces (letters, numbers, kana) joined by
   dots; after `~` its numerals are numbers; after `:` its pieces stand together. `documents` are indices, null if none
   is named. `above` are the clauses that it would stand in, the nearest first. `sure`: nothing was left over; `full`:
   it names a document and a place in it. */
(function (ty) {
  "use strict";

  /* Every habit of writing that is understood, as data. */
  const FORMS = {
    marks: [[/[‐‑‒–—−―]/g, "-"], [/[’‘]/g, "'"], [/[“”「」『』"]/g, " "], [/\s+/g, " "]],
    dates: [
      [/(\d{4})年\d{1,2}月(\d{1,2}日)?/g, "$1年"], [/\baccessed .*$|\(last visited .*$|\(?unofficial edition.*$|\(?非公式版.*$/i, " "],
      [/\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?!\d)/gi, " "],
      [/\b\d{1,2} (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?/gi, " "]
    ],
    /* What stands below a clause: its letter in an id. */
    parts: [
      [/(?:\bparas?\.?|\bparagraphs?|\bpar\.|¶)\s*(\d+)(?:, list| \(list\))?/i, "p"], [/第(\d+)段落(?:\(箇条書き\))?/, "p"],
      [/(?:,? *\btable)?,? *\brow\s*(\d+)|の表の(\d+)行目|表の(\d+)行目/i, "r"], [/\bitem\s*([\d.]+)|箇条書きの(\d+)|の(\d+)$/i, "i"],
      [/\b(?:foot)?note\s*(\d+)|\bn\.\s*(\d+)|の?注(\d+)/i, "n"], [/\bcaption\s*(\d+)|の?写真説明(\d+)/i, "c"],
      [/\bcross-reference\s*(\d+)|の?参照(\d+)/i, "x"]
    ],
    figure: /(?:\bfig(?:ure)?\.?|図表?)\s*-?\s*((?:[IVX]+-)?\d[\d-]*)/i,
    /* Words that say what a number is, and not which. */
    noise: /\b(?:chapter|chap|ch|section|subsection|sec|ss?|article|art|clause|cl|point|subparagraph|subpara|part|pt|no|see|at|of|the)\b\.?|§+|第|[章節部条項号款編目の]/gi,
    /* Words after which a number may be printed as a numeral, or the other way round. */
    hints: /\b(?:chapter|chap|ch|article|art)\b|[章条]/i,
    /* Elements of Akoma Ntoso eIds that are no level of a label. */
    elements: { figure: "fig-", p: "p", list: "p", table: "p", item: "i", tr: "r", note: "n", caption: "c", see: "x" },
    piece: /^(?:\d{1,3}|[A-Za-z]|[IVX]+[A-Z]|[ァ-ヶ])$/, pieces: /[a-z]+|[0-9]+|[ァ-ヶ]/g
  };
  const KANJI = "〇一二三四五六七八九", VALUE = { i: 1, v: 5, x: 10, l: 50, c: 100 };

  function each(rules, words) { return rules.reduce((text, [from, to]) => text.replace(from, to), words); }
  function kanji(run) {
    const at = run.indexOf("十");
    if (at < 0) return run.replace(/./g, (c) => KANJI.indexOf(c));
    return String((at ? KANJI.indexOf(run[0]) : 1) * 10 + (run[at + 1] ? KANJI.indexOf(run[at + 1]) : 0));
  }
  function fold(words) {
    return each(FORMS.marks, words.normalize("NFKC")).replace(/[〇一二三四五六七八九十]+(?=[章節部条項号段行])/g, kanji).trim();
  }
  function roman(word) {
    if (!/^(?=.)c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i.test(word)) return 0;
    return word.toLowerCase().split("").reduce((sum, c, i, all) => sum + (VALUE[c] < VALUE[all[i + 1]] ? -VALUE[c] : VALUE[c]), 0);
  }

  /* Keys, as search/cited.py writes them. */
  function key(text) { return (text.normalize("NFKC").toLowerCase().match(FORMS.pieces) || []).join("."); }
  function numbers(exact) { return "~" + exact.split(".").map((piece) => roman(piece) || piece).join("."); }
  function close(exact) { return ":" + exact.replaceAll(".", ""); }

  /* `IV.A.1.p2` in a document: the label, and the rest. */
  const REST = /\.([pcnx]\d+(?:\.[irc]\d+)*)\s*$/;
  function anchored(documents, anchor) {
    const clean = anchor.replace(/\.html$/, "").replace(/[.,;]+$/, ""), rest = REST.exec(clean);
    return answer([[{ documents, key: key(rest ? clean.slice(0, rest.index) : clean) }]], rest ? rest[1] : "", documents);
  }
  function answer(tries, rest, documents) { return { tries, rest, above: [], documents, sure: true, full: true }; }

  /* An id or an address that holds one. */
  function direct(words, documents) {
    const way = /(?<![\w-])([a-z0-9][\w-]*)(?=(?::|\/(?:[\w.-]+\.html#)?)([A-Za-z0-9][\w.-]*))/g;
    for (const [, id, anchor] of words.matchAll(way)) {
      const at = documents.findIndex((document) => document.id === id);
      if (at >= 0) return anchored([at], anchor);
    }
    const other = /^([a-z]+):([a-z0-9-]+)$/.exec(words);
    return other && answer([[{ documents: null, key: key(words) }]], "", null);
  }
  function eid(words) {
    if (!/^[a-z]+_[\w-]+?(?:__[a-z]+_[\w-]+?)*$/.test(words)) return null;
    const levels = [], rest = [];
    let figure = "";
    for (const step of words.split("__")) {
      const at = step.indexOf("_"), letter = FORMS.elements[step.slice(0, at)], number = step.slice(at + 1);
      if (letter === "fig-") figure = letter + number;
      else (letter ? rest : levels).push((letter || "") + number);
    }
    return answer([[{ documents: null, key: key(figure || levels.join(".")) }]], rest.join("."), null);
  }

  /* Names of documents, the longest first, with those that bear them; of many documents, best made before they are
     asked for. */
  const known = new WeakMap();
  function bearers(documents) {
    if (known.has(documents)) return known.get(documents);
    const all = new Map();
    documents.forEach((document, i) => document.names.forEach((name) => all.set(name, (all.get(name) || []).concat(i))));
    known.set(documents, Array.from(all).sort((a, b) => b[0].length - a[0].length));
    return known.get(documents);
  }
  /* The documents that are named, and the words without their names. */
  function named(words, documents) {
    let text = words.toLowerCase(), found = null;
    for (const [name, own] of bearers(documents)) {
      const at = text.indexOf(name);
      if (at < 0) continue;
      const after = text.slice(at + name.length);
      if (/\w/.test(name[0]) && /[\w-]/.test(text[at - 1] || "")) continue;
      if (/\w/.test(name[name.length - 1]) && /^(?:\w|-\w)/.test(after)) continue;
      const both = found ? found.filter((i) => own.includes(i)) : own;
      if (!both.length) continue;
      found = both;
      words = words.slice(0, at) + " " + words.slice(at + name.length);
      text = words.toLowerCase();
    }
    return { found, words };
  }
  function parts(state) {
    const own = REST.exec(state.words), rest = own ? [own[1]] : [];
    if (own) state.words = state.words.slice(0, own.index);
    for (const [form, letter] of FORMS.parts) {
      const said = form.exec(state.words);
      if (!said) continue;
      if (letter === "r" && !rest.length) rest.push("p1");
      said.slice(1).find(Boolean).split(".").filter(Boolean).forEach((one) => rest.push(letter + one));
      state.words = state.words.replace(said[0], " ");
    }
    return rest.join(".");
  }

  /* A figure or an unnumbered clause, by its printed name; or what is numbered in the clause: `Annex, 1.(a)`. */
  function unnumbered(state, documents) {
    const figure = FORMS.figure.exec(state.words), text = state.words.toLowerCase();
    const among = state.found || documents.map((_, i) => i);
    let said = figure ? figure[0] : "", own = figure ? [{ documents: state.found, key: "fig." + key(figure[1]) }] : [];
    if (!figure) for (const i of among) for (const [label, names] of documents[i].specials) {
      const name = names.find((one) => text.includes(one));
      if (!name) continue;
      said = said || name;
      own.push({ documents: [i], key: key(label) });
    }
    const at = text.indexOf(said.toLowerCase()), left = tokens(state.words.slice(0, at) + " " + state.words.slice(at + said.length));
    if (!own.length || !left.kept.length || figure) return own.length && { tries: [own], sure: left.sure && !left.kept.length };
    const below = own.map((way) => ({ documents: way.documents, key: way.key + "." + left.kept.join(".").toLowerCase() }));
    const numbered = below.map((way) => ({ documents: way.documents, key: numbers(way.key) }));
    return { tries: [below, numbered, own], sure: left.sure };
  }
  function tokens(words) {
    const sign = words.lastIndexOf("§");
    const text = words.slice(sign < 0 ? 0 : sign).replace(FORMS.noise, " ");
    const apart = text.replace(/([A-Za-z])(?=\d)|(\d)(?=[A-Za-z])/g, "$1$2 ");
    const all = apart.match(/[A-Za-z0-9]+|(?<![ァ-ヶー])[ァ-ヶ](?![ァ-ヶー])|[ぁ-ヿ一-鿿々]+/g) || [];
    const kept = all.filter((word) => FORMS.piece.test(word) || roman(word));
    return { kept, sure: kept.length === all.length };
  }
  /* Each way to read the pieces: without the way to the document where it is said, too. */
  function ways(words, state, documents) {
    const exact = words.join(".").toLowerCase();
    const short = documents.flatMap(({ within }, i) => {
      const leads = within.length && words.length > within.length && within.every((word, n) => word.toLowerCase() === words[n].toLowerCase());
      return leads && (!state.found || state.found.includes(i)) ? [{ documents: [i], key: words.slice(within.length).join(".").toLowerCase() }] : [];
    });
    return short.concat({ documents: state.found, key: exact });
  }

  function read(query, documents) {
    const words = fold(query || ""), own = direct(words, documents) || eid(words);
    if (own || !words) return own;
    const state = named(each(FORMS.dates, words), documents), rest = parts(state);
    const special = unnumbered(state, documents);
    if (special) return { ...answer(special.tries, rest, state.found), sure: special.sure, full: !!state.found };
    const { kept, sure } = tokens(state.words);
    if (!kept.length) {
      const whole = (state.found || []).map((i) => ({ documents: [i], key: key(documents[i].id) }));
      return whole.length ? { ...answer([whole], "", state.found), sure, full: false } : null;
    }
    const asked = ways(kept, state, documents), as = (write) => asked.map((way) => ({ documents: way.documents, key: write(way.key) }));
    const hint = !state.found && FORMS.hints.test(state.words), exact = asked[asked.length - 1].key.split(".");
    return {
      tries: hint ? [as(numbers)] : [asked, as(numbers), as(close)], rest, documents: state.found, sure,
      above: exact.slice(1).map((_, n) => numbers(exact.slice(0, exact.length - 1 - n).join("."))),
      full: !!state.found && (kept.length > 1 || !!rest)
    };
  }

  ty.citation = { read, key, prepare: bearers };
})(window.taiyaku = window.taiyaku || {});
