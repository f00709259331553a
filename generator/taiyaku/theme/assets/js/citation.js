/* Citations as people write them -> clauses. `taiyaku.citation.parse(words, index)` knows no document and touches no
   page: the index (assets/cite/index.js, made by cite/data.py) has the documents with their names and clauses.

   -> { status: "one" | "many" | "none", found: [{document, label, rest}], near: the same, sure: nothing was left over } */
(function (ty) {
  "use strict";

  /* Every habit of writing that is understood, as data. */
  var FORMS = {
    marks: [[/[‐‑‒–—−―]/g, "-"], [/[’‘]/g, "'"], [/[“”「」『』]/g, " "], [/\s+/g, " "]],
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
    noise: /\b(?:chapter|chap|ch|section|subsection|sec|ss?|article|art|clause|cl|point|subparagraph|subpara|part|pt|no)\b\.?|§+|第|[章節部条項号款編目の]/gi,
    hints: /\b(?:chapter|chap|ch)\b|章/i,
    /* Elements of Akoma Ntoso eIds that are no level of a label. */
    elements: { figure: "fig-", p: "p", list: "p", table: "p", item: "i", tr: "r", note: "n", caption: "c", see: "x" }
  }, KANJI = "〇一二三四五六七八九";

  function each(rules, words) { return rules.reduce(function (text, rule) { return text.replace(rule[0], rule[1]); }, words); }
  function kanji(run) {
    var at = run.indexOf("十");
    if (at < 0) return run.replace(/./g, function (c) { return KANJI.indexOf(c); });
    var tens = at ? KANJI.indexOf(run[0]) : 1, ones = run[at + 1];
    return String(tens * 10 + (ones ? KANJI.indexOf(ones) : 0));
  }
  function fold(words) {
    return each(FORMS.marks, words.normalize("NFKC")).replace(/[〇一二三四五六七八九十]+(?=[章節部条項号段行])/g, kanji).trim();
  }
  function roman(word) {
    if (!/^[ivxlc]+$/i.test(word)) return 0;
    var value = { i: 1, v: 5, x: 10, l: 50, c: 100 };
    return word.toLowerCase().split("").reduce(function (sum, c, i, all) {
      return sum + (value[c] < value[all[i + 1]] ? -value[c] : value[c]);
    }, 0);
  }
  /* How well a word answers a level of a label: 3 as it is, 2 but for its case, 1 as a number; 0 not at all. */
  function likeness(word, level) {
    if (word === level) return 3;
    if (word.toLowerCase() === level.toLowerCase()) return 2;
    var one = +word || roman(word), other = +level || roman(level);
    return one && one === other && (+word || +level) ? 1 : 0;
  }
  function like(words, label) {
    var levels = label.split(".");
    if (levels.length !== words.length) return 0;
    return words.reduce(function (least, word, i) { return Math.min(least, likeness(word, levels[i])); }, 3);
  }

  /* `IV.A.1.p2` in a document: the longest label, and the rest. */
  function split(doc, anchor) {
    var clean = anchor.replace(/\.html$/, "").replace(/[.,;]+$/, "");
    var known = doc.clauses.filter(function (one) { return (clean + ".").indexOf(one.label + ".") === 0; })
      .sort(function (a, b) { return b.label.length - a.label.length; })[0];
    known = known || doc.clauses.find(function (one) { return one.label.toLowerCase() === clean.toLowerCase(); });
    return known && { document: doc.id, label: known.label, rest: clean.slice(known.label.length + 1) };
  }
  function direct(words, index) {
    var alias = (index.aliases || []).find(function (pair) { return words.indexOf(pair[0]) >= 0 || words.indexOf(pair[0].replace(":", "/")) >= 0; });
    var text = alias ? alias[1] : words;
    return index.documents.map(function (doc) {
      var way = new RegExp("(?:^|[^\\w-])" + doc.id + "(?::|/(?:[\\w.-]+\\.html#)?)([A-Za-z0-9][A-Za-z0-9.-]*)").exec(text);
      return way && split(doc, way[1]);
    }).filter(Boolean);
  }
  function eid(words, index) {
    if (!/^[a-z]+_[\w-]+?(?:__[a-z]+_[\w-]+?)*$/.test(words)) return [];
    var levels = [], rest = [], figure = "";
    words.split("__").forEach(function (step) {
      var at = step.indexOf("_"), letter = FORMS.elements[step.slice(0, at)], number = step.slice(at + 1);
      if (letter === "fig-") figure = letter + number;
      else (letter ? rest : levels).push((letter || "") + number);
    });
    var label = figure || levels.join(".");
    return index.documents.filter(function (doc) {
      return doc.clauses.some(function (one) { return one.label === label; });
    }).map(function (doc) { return { document: doc.id, label: label, rest: rest.join(".") }; });
  }

  /* The documents that are named, and the words without their names. */
  function named(words, index) {
    var text = words.toLowerCase(), docs = index.documents, names = [], hit = false;
    docs.forEach(function (doc) { doc.names.forEach(function (name) { if (names.indexOf(name) < 0) names.push(name); }); });
    names.sort(function (a, b) { return b.length - a.length; }).forEach(function (name) {
      var at = text.indexOf(name);
      if (at < 0) return;
      var before = text[at - 1] || "", after = text.slice(at + name.length);
      if (/\w/.test(name[0]) && /[\w-]/.test(before)) return;
      if (/\w/.test(name[name.length - 1]) && /^(?:\w|-\w)/.test(after)) return;
      var own = docs.filter(function (doc) { return doc.names.indexOf(name) >= 0; });
      if (!own.length) return;
      docs = own, hit = true;
      words = words.slice(0, at) + " " + words.slice(at + name.length);
      text = words.toLowerCase();
    });
    return { docs: docs, words: words, hit: hit };
  }
  function parts(state) {
    var rest = [];
    FORMS.parts.forEach(function (form) {
      var found = form[0].exec(state.words);
      if (!found) return;
      if (form[1] === "r" && !rest.length) rest.push("p1");
      found.slice(1).find(Boolean).split(".").filter(Boolean).forEach(function (one) { rest.push(form[1] + one); });
      state.words = state.words.replace(found[0], " ");
    });
    return rest.join(".");
  }
  function bare(words) { return words.toLowerCase().replace(/[^a-z0-9]/g, ""); }

  /* A figure or an unnumbered clause, by its printed name. */
  function unnumbered(state) {
    var figure = FORMS.figure.exec(state.words), found = [], text = state.words.toLowerCase(), said = figure && figure[0];
    state.docs.forEach(function (doc) {
      doc.clauses.forEach(function (clause) {
        var name = (clause.names || []).find(function (one) { return text.indexOf(one) >= 0; });
        var hit = figure ? /^fig/i.test(clause.label) && (bare(clause.printed) === "fig" + bare(figure[1]) || clause.label === "fig-" + figure[1]) : name;
        if (!hit) return;
        said = said || name;
        found.push({ document: doc.id, label: clause.label, rest: "" });
      });
    });
    if (found.length) state.sure = !/[\p{L}\d]/u.test(text.replace(said.toLowerCase(), " ").replace(FORMS.noise, " "));
    return found;
  }
  function tokens(words) {
    var sign = words.lastIndexOf("§");
    var text = words.slice(sign < 0 ? 0 : sign).replace(FORMS.noise, " ");
    var all = text.replace(/([A-Za-z])(?=\d)|(\d)(?=[A-Za-z])/g, "$1$2 ").split(/[^A-Za-z0-9]+/).filter(Boolean);
    var kept = all.filter(function (word) { return /^(?:\d+|[A-Za-z]|[IVX]+[A-Z])$/.test(word) || roman(word); });
    return { kept: kept, sure: kept.length === all.length };
  }
  /* The words without the way to the document, such as Part III, Chapter 2, Section 1. */
  function within(way, words) {
    var leads = words.length > way.length && way.every(function (word, i) { return likeness(words[i], word) >= 2; });
    return leads ? words.slice(way.length) : words;
  }
  function clauses(docs, words, hint) {
    var best = 0, found = [];
    docs.forEach(function (doc) {
      var own = within(doc.within || [], words);
      doc.clauses.forEach(function (clause) {
        var score = like(own, clause.label) || (bare(own.join("")) === bare(clause.label) ? 1 : 0);
        score = hint ? Math.min(score, 1) : score;
        if (!score || score < best) return;
        if (score > best) found = [], best = score;
        found.push({ document: doc.id, label: clause.label, rest: "" });
      });
    });
    return found;
  }
  /* What there is where something was looked for: below the deepest level that exists. */
  function near(docs, words) {
    for (var n = words.length - 1; n >= 0; n--) {
      var above = n ? clauses(docs, words.slice(0, n), true) : docs.map(function (doc) { return { document: doc.id, label: "" }; });
      var found = above.reduce(function (all, place) { return all.concat(below(docs, place)); }, []);
      if (found.length) return found.slice(0, 12);
    }
    return [];
  }
  function below(docs, place) {
    return docs.find(function (doc) { return doc.id === place.document; }).clauses.filter(function (clause) {
      return clause.label.split(".").slice(0, -1).join(".") === place.label;
    }).map(function (clause) { return { document: place.document, label: clause.label, rest: "" }; });
  }
  function answer(found, rest, close, sure) {
    found.forEach(function (place) { place.rest = place.rest || rest; });
    return { status: ["none", "one"][found.length] || "many", found: found, near: found.length ? [] : close, sure: sure };
  }
  function parse(query, index) {
    var words = fold(query || "");
    var found = direct(words, index);
    if (!found.length) found = eid(words, index);
    if (found.length || !words) return answer(found, "", [], true);
    var state = named(each(FORMS.dates, words), index);
    var rest = parts(state);
    found = unnumbered(state);
    if (found.length) return answer(found, rest, [], state.sure);
    var said = tokens(state.words);
    var whole = (state.hit ? state.docs : []).map(function (doc) { return { document: doc.id, label: "", rest: "" }; });
    if (!said.kept.length) return answer(whole, "", [], said.sure);
    found = clauses(state.docs, said.kept, !state.hit && FORMS.hints.test(state.words));
    return answer(found, rest, near(state.docs, said.kept), said.sure);
  }

  ty.citation = { parse: parse, index: null, use: function (index) { ty.citation.index = index; } };
})(window.taiyaku = window.taiyaku || {});
