/* The search engine: it answers queries from the index that `taiyaku.search` has written (its format is described in
   search/FORMAT.md). It touches no page. Pieces of the index are scripts, since nothing else can be read from a folder:
   each calls `taiyaku.shard(name, data)`. From top to bottom: loading, folding, reading a query, looking its words up,
   weighing, and telling where in a text the words stand.

     const found = await ty.find.search("logistic support", { documents: [0], kind: "clause", lang: "ja" });
     found.order        numbers of records, the best first        found.total, found.facets
     await ty.find.entry(found.order[0])                           { id, path, label, called: {en, ja}, title: [en, ja], passages }
     ty.find.marks(text, found.wanted)                             [[start, end], …] */
(function (ty) {
  "use strict";
  const KINDS = ["document", "clause", "figure", "term", "event", "page"];
  const FACTOR = [.8, 1, .8, .7, .7, .6];
  const LEVELS = 15, NEAR = 12, HEAD = 2, TAIL = 3, ENDINGS = 8;
  const QUESTION = /[?？]|^\s*(?:what|how|who|whom|whose|why|where|which|do|does|did|is|are|can|could|should)\s/i;
  const OPTION = /(?<!\S)(?:in|lang|kind):\S+/gi;
  const KIN = .5, COMPLETED = .8, MENDED = .85, INSIDE = .6, PAIR = .9;

  /* ---- Loading ---------------------------------------------------------------------------------------------- */
  const loaded = new Map(), arrivals = new Map();
  let manifest = null;

  ty.shard = function (name, data) {
    const arrive = arrivals.get(name);
    arrivals.delete(name);
    if (arrive) arrive(data);
  };

  function load(name) {
    if (!loaded.has(name)) loaded.set(name, new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = ty.meta("base") + "assets/search/" + name + ".js" + (manifest ? "?v=" + manifest.version : "");
      script.onerror = function () { loaded.delete(name); script.remove(); reject(new Error("search: no " + name)); };
      script.onload = function () { script.remove(); };
      arrivals.set(name, resolve);
      document.head.append(script);
    }));
    return loaded.get(name);
  }

  let starting = null;
  function ready() {
    if (!starting) load("names").then((names) => ty.citation && ty.citation.prepare(names)).catch(function () {});
    starting = starting || load("manifest").then(begin, function (error) { starting = null; throw error; });
    return starting;
  }

  /* The last place in a sorted list whose entry is not after `key`. */
  function place(firsts, key) {
    let low = 0, high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle] <= key) low = middle; else high = middle - 1;
    }
    return low;
  }

  const shards = new Map();
  async function shard(index) {
    const name = "t" + index;
    if (!shards.has(name)) {
      const text = await load(name);
      const found = new Map(text.split(" ").map((entry) => {
        const end = entry.search(/[!=]/);
        return [entry.slice(0, end), entry.slice(end)];
      }));
      shards.set(name, found);
    }
    return shards.get(name);
  }

  /* Postings as written by shards.entry: `=total` if cut short, then for each level `!`, its letter and the steps. */
  const decoded = new WeakMap();
  function decode(found, key) {
    let known = decoded.get(found);
    if (!known) decoded.set(found, known = new Map());
    if (!known.has(key)) known.set(key, unpack(found.get(key)));
    return known.get(key);
  }
  function unpack(text) {
    const records = [], levels = [];
    const groups = text.split("!");
    for (let g = 1; g < groups.length; g++) {
      const group = groups[g], level = group.charCodeAt(0) - 96;
      let record = -1, more = 0;
      for (let i = 1; i < group.length; i++) {
        const code = group.charCodeAt(i);
        if (code >= 93) { more = more * 34 + code - 93; continue; }
        record += more * 57 + code - 35 + 1;
        more = 0;
        records.push(record);
        levels.push(level);
      }
    }
    return { records, levels, total: groups[0] ? +groups[0].slice(1) : records.length };
  }

  async function lookup(key) {
    const found = await shard(place(manifest.terms, key));
    return found.has(key) ? decode(found, key) : null;
  }

  /* Every key that begins so, in at most `most` shards. */
  async function beginning(start, most) {
    const near = await reach(start, most);
    return near.flatMap((found) => Array.from(found.keys()).filter((key) => key.startsWith(start)).map((key) =>
      ({ key, postings: decode(found, key) })));
  }

  function reach(start, most) {
    const first = place(manifest.terms, start), last = place(manifest.terms, start + "\uffff");
    return Promise.all(range(first, Math.min(last, first + most - 1)).map(shard));
  }

  function range(first, last) { return Array.from({ length: last - first + 1 }, (_, i) => first + i); }

  /* The vocabulary around a beginning, or, in the list that is spelt backwards, around an ending: [word, how common]. */
  async function vocabulary(name, firsts, start) {
    const texts = await Promise.all(range(place(firsts, start), place(firsts, start + "\uffff")).map((index) => load(name + index)));
    return texts.flatMap((text) => Array.from(text.matchAll(/([a-z]+)([A-Z])/g), (m) => [m[1], m[2].charCodeAt(0) - 64]));
  }
  function beginnings(start) { return vocabulary("w", manifest.words, start); }
  async function endings(end) {
    const found = await vocabulary("v", manifest.endings, backwards(end));
    return found.map(([word, common]) => [backwards(word), common]);
  }
  function backwards(word) { return Array.from(word).reverse().join(""); }

  /* ---- Folding: the twin of search/normal.py, with the same tables ------------------------------------------ */
  let tables, tokenPattern, markPattern, digitPattern, characters, stops, questions, askedRuns;

  function begin(data) {
    manifest = data;
    tables = data.normal;
    tokenPattern = new RegExp("(" + tables.latin + ")|(" + tables.cjk + ")", "g");
    markPattern = new RegExp(tables.marks, "g");
    digitPattern = new RegExp("(?<![0-9])[1-9](?=" + tables.cjk.replace(/\+$/, "") + ")", "g");
    characters = new Map();
    for (const [first, last, by] of tables.shift)
      for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++)
        characters.set(String.fromCharCode(code), String.fromCharCode(code + by));
    Object.entries(tables.chars).forEach(([from, to]) => characters.set(from, to));
    Array.from(tables.drop).forEach((character) => characters.set(character, ""));
    stops = new Set(tables.stop);
    questions = new Set(tables.ask.flatMap((word) => [word, stem(word)]));
    askedRuns = tables.asked.map(fold).sort((a, b) => b.length - a.length);
    return manifest;
  }

  function fold(text) {
    const wide = text.normalize("NFKD").replace(markPattern, "").normalize("NFKC").toLowerCase();
    return numerals(wide.replace(/[^\x00-\x7f]/g, (character) => characters.has(character) ? characters.get(character) : character));
  }
  function numerals(text) { return text.replace(digitPattern, (digit) => tables.numerals[digit - 1]); }

  function step(word, rules) {
    for (const [suffix, to, least] of rules) {
      const rest = word.slice(0, Math.max(0, word.length - suffix.length));
      if (word.endsWith(suffix) && rest.length >= least && (to || suffix.length === 1 || /[aeiouy]/.test(rest)))
        return rest + to;
    }
    return word;
  }
  function stem(word) {
    if (Object.hasOwn(tables.exceptions, word)) return tables.exceptions[word];
    return tables.steps.reduce(step, word);
  }
  function deep(word) {
    for (let shorter = step(word, tables.deep); shorter !== word; shorter = step(word, tables.deep)) word = shorter;
    return word;
  }
  function parts(token) {
    return token.split(/[-/+&]/).flatMap(function (piece) {
      const letters = piece.replace(/'s$/, "").replace(/'/g, "").split(".");
      return letters.every((each) => each.length === 1) ? [letters.join("")] : letters;
    });
  }
  function stems(token) {
    const words = parts(token);
    const known = words.filter((word) => !stops.has(word)).map(stem);
    return words.length > 1 ? known.concat("+" + stem(words.join(""))) : known;
  }
  function grams(run) { return Array.from(run, (_, i) => run.slice(i, i + tables.gram)); }

  /* The folded text, and for each of its characters where it stood in the text. */
  function folding(text) {
    let folded = "";
    const from = [];
    for (const cluster of text.matchAll(/[\s\S][\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/gu)) {
      const piece = fold(cluster[0]);
      folded += piece;
      if (/[ーｰ]/.test(cluster[0]) && from.length) from[from.length - 1] = [from[from.length - 1][0], cluster.index + 1];
      for (let i = 0; i < piece.length; i++) from.push([cluster.index, cluster.index + cluster[0].length]);
    }
    return { folded: numerals(folded), from };
  }

  /* ---- Reading a query --------------------------------------------------------------------------------------- */
  function parse(raw) {
    const query = { raw, text: "", exact: [], without: [], documents: [], lang: "", kind: "" };
    const plain = raw.normalize("NFKC").replace(/[“”„‟「」『』]/g, '"').replace(/(^|\s)[‐-―−](?=\S)/g, "$1-");
    const words = [];
    for (const [, no, phrase, not, word] of plain.matchAll(/(-?)"([^"]*)"?|(-?)([^\s"]+)/g)) {
      const said = (phrase || word || "").trim();
      const option = /^(in|lang|kind):(.+)$/i.exec(word || "");
      if (!said) continue;
      if (option) setOption(query, option[1].toLowerCase(), option[2].toLowerCase());
      else if (no || not) query.without.push(said);
      else if (phrase) query.exact.push(said);
      else words.push(said);
    }
    query.text = words.join(" ");
    return query;
  }
  function setOption(query, name, value) {
    if (name === "in") query.documents.push(value);
    else query[name] = value;
  }

  /* Words and runs of Japanese, without what only makes a question of them. */
  function units(text) {
    let folded = fold(text);
    for (const phrase of askedRuns) {
      const shorter = folded.replaceAll(phrase, " ");
      if (shorter.trim().length > 1) folded = shorter;
    }
    const found = [];
    const loan = (text.normalize("NFKC").match(/[ァ-ヶー・]+/g) || []).map(fold).join(" ");
    for (const [, latin, run] of folded.matchAll(tokenPattern)) {
      if (run) found.push({ run, loan });
      else found.push(...wordsOf(latin));
    }
    const latin = found.filter((unit) => unit.word);
    if (latin.length > 1) latin[0].first = true;
    if (latin.length && !/\s$/.test(text)) latin[latin.length - 1].last = true;
    if (!QUESTION.test(text)) return found;
    const words = found.filter((unit) => unit.run || !(questions.has(unit.word) || questions.has(unit.stem)));
    return words.length ? words : found;
  }
  function asked(query) { return units([query.text, ...query.exact].join(" ")); }
  function wordsOf(latin) {
    const words = parts(latin).filter((word) => !stops.has(word)).map((word) => ({ word, stem: stem(word) }));
    const joined = parts(latin).length > 1 ? stem(parts(latin).join("")) : "";
    words.forEach((unit, i) => { if (joined) { unit.joined = joined; unit.inside = i > 0; } });
    return words;
  }

  /* ---- Looking words up: unit -> group, what answers it and how well ------------------------------------------ */
  function idf(total) {
    return Math.log(1 + (count() - total + .5) / (Math.min(total, count()) + .5));
  }
  function count() { return manifest.runs.length ? manifest.runs[manifest.runs.length - 1][0] : 0; }

  function group(answers, unit) {
    const total = Math.max(...answers.map((answer) => answer.postings.total));
    return { answers, unit, idf: Math.max(.05, idf(total)) };
  }

  /* Two words may be one in the texts ("mine sweeping"), and the parts of a compound always are looked up so. */
  async function joinedForms(words) {
    await Promise.all(words.map(async (unit) => { unit.exact = await lookup(unit.stem); }));
    const next = words.slice(1).map((b, i) => [words[i], b, b.inside ? b.joined : stem(words[i].word + b.word)])
      .filter(([a, b]) => !a.exact || !b.exact || b.inside);
    const found = await Promise.all(next.map(([, , key]) => lookup(key)));
    next.forEach(([a, b, key], i) => { if (found[i]) a.whole = b.whole = { postings: found[i], weight: 1, key }; });
  }

  async function wordGroup(unit) {
    const answers = [];
    if (unit.exact) answers.push({ postings: unit.exact, weight: 1, key: unit.stem });
    if (unit.whole) answers.push(unit.whole);
    answers.push(...await kin(unit.stem));
    const known = unit.exact || unit.whole;
    if (unit.last ? unit.word.length > 1 : !known && unit.word.length > 2) answers.push(...await completions(unit, known));
    if (!answers.length && unit.word.length > 2) answers.push(...await guesses(unit));
    if (!answers.length) return null;
    const found = group(answers, unit);
    if (unit.word.length < 2) found.idf *= .1;
    return found;
  }

  async function kin(word) {
    const root = deep(word);
    if (root.length < 4) return [];
    const found = await shard(place(manifest.terms, word));
    const keys = Array.from(found.keys()).filter((key) =>
      key !== word && key.startsWith(root) && /^[a-z]+$/.test(key) && deep(key) === root);
    return keys.map((key) => ({ postings: decode(found, key), weight: KIN, key }));
  }

  /* The word may not be typed to its end. */
  async function completions(unit, known) {
    const found = (await beginning(unit.word, 2)).filter((each) => /^[a-z0-9]+$/.test(each.key) && each.key !== unit.stem);
    found.sort((a, b) => b.postings.total - a.postings.total);
    const weight = known ? INSIDE : COMPLETED;
    return found.slice(0, 16).map((each) => ({ postings: each.postings, weight, key: each.key }));
  }

  /* A word that the texts do not have: one or two letters wrong, or, at the head of a piece of text, its own head lost.
     One slip leaves the beginning or the ending as it was, so two pieces of the vocabulary are enough, whatever its size;
     two may spoil both, but seldom the very first letter and the very last. */
  async function guesses(unit) {
    const word = unit.stem, words = await around(word, HEAD, Math.min(TAIL, word.length - HEAD - 1) || TAIL);
    let near = closest(word, words);
    const inside = unit.first || !near.length ? within(word, words) : [];
    if (!near.length && !inside.length && slips(word) > 1) near = closest(word, await around(word, 1, 1));
    if (near.length && !inside.length) unit.mended = near;
    const wanted = [...near.map((key) => [key, inside.length ? INSIDE : MENDED]), ...inside.map((key) => [key, MENDED])];
    const found = await Promise.all(wanted.map(async ([key, weight]) => ({ postings: await lookup(key), weight, key })));
    return found.filter((each) => each.postings);
  }
  async function around(word, head, tail) {
    const [begun, ended] = await Promise.all([beginnings(word.slice(0, head)), endings(word.slice(-tail))]);
    return Array.from(new Map([...begun, ...ended]));
  }
  /* The commonest words that end so. */
  function within(piece, words) {
    return words.filter(([word]) => word.endsWith(piece)).sort(commonest).slice(0, ENDINGS).map(([word]) => word);
  }
  function commonest(a, b) { return b[1] - a[1] || (a[0] < b[0] ? -1 : 1); }

  function slips(word) { return word.length < 4 ? 0 : word.length < 7 ? 1 : 2; }
  function closest(word, words) {
    const most = slips(word);
    const rated = words.map(([other, common]) => [other, common, distance(word, other, most)]);
    const least = Math.min(most, ...rated.map((each) => each[2]));
    return rated.filter((each) => each[2] === least).sort(commonest).slice(0, 4).map(([other]) => other);
  }

  /* Letters added, lost, changed or swapped, up to `most`. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = range(0, b.length);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const change = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        row[j] = Math.min(change, last[j] + 1, row[j - 1] + 1);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  /* A run of one or two characters is looked up by its beginning; a longer one by its grams, not all if it is long. */
  async function runGroups(unit) {
    const run = unit.run;
    if (run.length < tables.gram) {
      const whole = merged(await beginning(run, 8));
      return whole ? [group([{ postings: whole, weight: 1 }], unit)] : [];
    }
    const all = grams(run).slice(0, run.length - tables.gram + 1);
    const every = Math.ceil(all.length / 10);
    const chosen = all.filter((_, i) => i % every === 0 || i === all.length - 1);
    const found = (await Promise.all(chosen.map((gram) => gramGroup(gram, unit)))).filter(Boolean);
    const most = Math.max(...found.filter((each) => each.substance === 1).map((each) => each.idf), 0) || Infinity;
    found.forEach((each) => { each.idf = Math.min(each.idf, most) * each.substance / Math.sqrt(found.length); });
    return found;
  }

  /* Particles and endings tell less than what they are attached to: how much of a gram is kanji or a loan word. */
  function substance(gram, loan) {
    const kana = gram.match(/[ぁ-ゟ]+/g) || [];
    const empty = kana.filter((piece) => piece.length < 2 || !loan.includes(piece)).join("").length;
    return [1, .8, .5, .3][empty];
  }

  async function gramGroup(gram, unit) {
    const exact = await lookup(gram);
    const part = exact ? null : merged(await beginning(gram.slice(0, 2), 2));
    if (!exact && !part) return null;
    const found = group([{ postings: exact || part, weight: exact ? 1 : .4 }], unit);
    found.substance = substance(gram, unit.loan);
    return found;
  }

  function merged(found) {
    if (!found.length) return null;
    const sums = new Map();
    for (const { postings } of found) postings.records.forEach((record, i) =>
      sums.set(record, Math.min(LEVELS, (sums.get(record) || 0) + postings.levels[i])));
    return { records: Array.from(sums.keys()), levels: Array.from(sums.values()), total: sums.size };
  }

  /* Two words side by side, and two words that are one: "cyber space". */
  async function pairs(groups) {
    const next = groups.slice(1).map((b, i) => ({ a: groups[i], b })).filter(({ a, b }) => a.unit.word && b.unit.word);
    await Promise.all(next.map(async function (pair) {
      pair.found = await lookup(best(pair.a) + "_" + best(pair.b));
      pair.key = stem(pair.a.unit.word + pair.b.unit.word);
      pair.whole = !pair.found && !pair.a.unit.whole && await lookup(pair.key);
    }));
    for (const { a, b, key, whole } of next) if (whole && !a.unit.whole)
      for (const each of [a, b]) each.answers.push(each.unit.whole = { postings: whole, weight: 1, key });
    return next.filter(({ found }) => found).map(({ a, b, found }) =>
      ({ answers: [{ postings: found, weight: PAIR }], idf: (a.idf + b.idf) / 2 }));
  }
  function best(group) { return group.answers[0].key; }

  /* ---- Weighing ------------------------------------------------------------------------------------------------ */
  function add(group, each) {
    if (group.answers.length === 1) {
      const { postings, weight } = group.answers[0];
      return postings.records.forEach((record, i) => each(record, weight * postings.levels[i] / LEVELS * group.idf));
    }
    const bestOf = new Map();
    for (const { postings, weight } of group.answers) postings.records.forEach(function (record, i) {
      const worth = weight * postings.levels[i] / LEVELS;
      if (!(bestOf.get(record) >= worth)) bestOf.set(record, worth);
    });
    bestOf.forEach((worth, record) => each(record, worth * group.idf));
  }

  /* Every record's score: what its words weigh, times how much of the query it covers, squared. */
  function scores(groups, bonus) {
    const score = new Map(), cover = new Map();
    let whole = 0;
    for (const group of groups) {
      whole += group.idf;
      add(group, function (record, worth) {
        score.set(record, (score.get(record) || 0) + worth);
        cover.set(record, (cover.get(record) || 0) + group.idf);
      });
    }
    for (const group of bonus) add(group, (record, worth) => { if (score.has(record)) score.set(record, score.get(record) + worth); });
    const most = Math.max(0, ...cover.values());
    const kept = [];
    score.forEach(function (worth, record) {
      const share = cover.get(record) / whole;
      if (cover.get(record) >= .35 * most) kept.push({ record, share, score: worth * share * share * FACTOR[runOf(record)[1]] });
    });
    return kept.sort((a, b) => b.score - a.score || a.record - b.record);
  }

  /* By score; but the text itself comes before what is said about it: a term, an event or a page waits until five
     passages that say as much of the query have had their turn. */
  function ordered(kept) {
    const texts = kept.filter((each) => runOf(each.record)[1] < 3), others = kept.filter((each) => runOf(each.record)[1] > 2);
    const order = [];
    let t = 0, o = 0;
    while (t < texts.length || o < others.length) {
      const text = texts[t], other = others[o];
      const waits = text && (!other || text.score >= other.score || (t < 5 && text.share > other.share - .25));
      order.push((waits ? texts[t++] : others[o++]).record);
    }
    return order;
  }

  /* The run of one kind and document that a record stands in: [end, kind, document]. */
  function runOf(record) {
    let low = 0, high = manifest.runs.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (manifest.runs[middle][0] > record) high = middle; else low = middle + 1;
    }
    return manifest.runs[low];
  }

  function passes(filters) {
    return function (record) {
      const [, kind, document] = runOf(record);
      if (filters.kind && KINDS[kind] !== filters.kind) return false;
      if (filters.documents.length && !filters.documents.includes(document)) return false;
      return !filters.lang || document < 0 || manifest.languages[document].includes(filters.lang);
    };
  }

  /* Among the first records, those that have the very words come first, and those that have them in the same order
     before the others: the index knows stems and neighbours, the text knows the rest. */
  async function verbatim(ranked, text, units) {
    const meant = new Map(units.flatMap(({ word, mended, whole }) => mended ? [[word, mended[0] + "[a-z]*"]]
      : whole ? [[word, "(?:" + word + "|" + whole.key + "[a-z]*)"]] : []));
    const words = squeezed(text).split(" ").map((word) => meant.get(word) || word);
    const whole = new RegExp(words.join(" ?"));
    const parts = words.filter((word) => word.length > 1).map((word, i, all) =>
      new RegExp((i ? "(?<![a-z])" : "") + word + (i < all.length - 1 ? "(?![a-z])" : "")));
    const near = ranked.slice(0, NEAR), japanese = units.some((unit) => unit.run);
    const owns = near.map((found) => read(found.record, japanese));
    if (near.length) load("ja" + near[0].record).catch(function () {});  // likely the first to be shown, in both languages
    const rated = (await Promise.all(owns)).map(function (own, i) {
      const share = parts.filter((part) => part.test(own)).length / parts.length;
      return near[i].score * (1 + .8 * share) * (whole.test(own) ? 2 : 1);
    });
    near.forEach((found, i) => { found.score = rated[i]; });
    ranked.splice(0, near.length, ...near.sort((a, b) => b.score - a.score || a.record - b.record));
  }
  const texts = new Map();
  async function read(record, japanese) {
    const key = record + (japanese ? " ja" : "");
    if (!texts.has(key)) texts.set(key, squeezed(textOf(await (japanese ? entry : english)(record))));
    return texts.get(key);
  }
  function squeezed(text) { return fold(text).replace(/[^a-z0-9\u3005-\u9fff]+/g, " ").trim(); }

  /* What a citation leads to comes first, if the query is one: nothing is left over, or document and place are named. */
  async function cited(raw) {
    const plain = raw.replace(OPTION, " ");
    if (!ty.findCite || plain.length > 300) return null;
    const told = await ty.findCite(plain);
    const quoted = /["“”「」『』]/.test(plain);
    return told.found.length && (told.full || (told.sure && !quoted)) ? told : null;
  }

  async function documentsOf(values) {
    if (!values.length) return [];
    const names = await load("names");
    const told = values.map((value) => names.flatMap((document, index) =>
      document.names.some((name) => name === value || name.replaceAll(" ", "-") === value) ? [index] : []));
    return told.some((each) => each.length) ? told.flat() : [-2];
  }

  /* What must be seen in the text itself: exact phrases, and words that must not stand there. */
  async function confirm(records, query) {
    const exact = query.exact.map(fold), without = query.without.map(fold);
    if (!exact.length && !without.length) return records;
    const kept = await Promise.all(records.slice(0, 400).map(async function (record) {
      const text = fold(textOf(await entry(record)));
      return exact.every((phrase) => says(text, phrase)) && !without.some((phrase) => saysWord(text, phrase));
    }));
    return records.filter((_, i) => kept[i]);
  }
  function textOf(entry) { return [entry.label, ...entry.title, ...entry.passages.flatMap((p) => [p.en, p.ja])].join("\n"); }
  function says(text, phrase) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) if (stands(text, phrase, at)) return true;
    return false;
  }
  /* Whether a phrase found there is not a piece of longer Latin words. */
  function stands(text, phrase, at) {
    const inside = (a, b) => /[a-z0-9]/.test(a || " ") && /[a-z0-9]/.test(b || " ");
    return !inside(text[at - 1], phrase[0]) && !inside(phrase[phrase.length - 1], text[at + phrase.length]);
  }
  function saysWord(text, phrase) {
    if (says(text, phrase)) return true;
    if (!/^[a-z0-9]+$/.test(phrase)) return false;
    const root = stem(phrase);
    return Array.from(text.matchAll(tokenPattern)).some(([, latin]) => latin && stems(latin).includes(root));
  }

  /* What will be looked up as a rule is loaded at once, while a citation is looked for. */
  function ahead(all) {
    return Promise.all(all.map(function (unit, i) {
      if (unit.run) return lookup(unit.run.slice(0, tables.gram));
      const pair = all[i + 1] && all[i + 1].word ? lookup(unit.stem + "_" + all[i + 1].stem) : null;
      return Promise.all([lookup(unit.stem), pair, unit.last && unit.word.length > 1 ? reach(unit.word, 2) : null]);
    }));
  }

  async function search(raw, filters) {
    await ready();
    const [first] = await Promise.all([cited(raw), ahead(asked(parse(raw)))]);
    const query = parse(first && first.full ? raw.replace(/["“”„‟「」『』]/g, " ") : raw);
    const wide = Object.assign({ documents: [], kind: "", lang: "" }, filters);
    const own = { documents: await documentsOf(query.documents), kind: query.kind, lang: query.lang };
    const all = asked(query);
    await joinedForms(all.filter((unit) => unit.word));
    const nested = await Promise.all(all.map(async (unit) => unit.run ? runGroups(unit) : [await wordGroup(unit)]));
    const groups = nested.flat().filter(Boolean);
    const ranked = scores(groups, await pairs(groups));
    if (!first && query.text.includes(" ") && groups.length > 1 && all.some((unit) => unit.word)) await verbatim(ranked, query.text, all);
    const leading = first ? first.found : [];
    const inQuery = Array.from(new Set([...leading, ...ordered(ranked)])).filter(passes(own));
    const confirmed = await confirm(inQuery, query);
    const order = confirmed.filter(passes(wide));
    const mended = await Promise.all(all.filter((unit) => unit.mended).map((unit) => spelt(unit.mended[0], order)));
    const missing = first ? [] : all.filter((unit) => unit.word && !groups.some((found) => found.unit === unit)).map((unit) => unit.word);
    const block = first && first.rest ? { record: leading[0], part: first.rest } : null;
    return { order, total: order.length, facets: facets(confirmed), wanted: wanted(groups, all), block,
      mended, missing, cited: leading.length };
  }

  /* A stem as the first of the results have it: a whole word. */
  async function spelt(wanted, order) {
    for (const record of order.slice(0, 3)) {
      const words = fold(textOf(await entry(record))).match(/[a-z]+/g) || [];
      const found = words.find((word) => stem(word) === wanted);
      if (found) return found;
    }
    return wanted;
  }

  /* How many there are of each kind and document, before the reader's own choice among them. */
  function facets(records) {
    const kinds = {}, documents = {};
    for (const record of records) {
      const [, kind, document] = runOf(record);
      kinds[KINDS[kind]] = (kinds[KINDS[kind]] || 0) + 1;
      if (document >= 0) documents[document] = (documents[document] || 0) + 1;
    }
    return { kinds, documents };
  }

  /* ---- Texts ----------------------------------------------------------------------------------------------------- */
  async function entry(record) {
    const [found, [title, passages, called]] = await Promise.all([english(record), load("ja" + record)]);
    found.title.push(title);
    found.called = { en: found.label, ja: called || found.label };
    found.passages.forEach((passage, i) => { passage.ja = passages[i]; });
    return found;
  }
  /* The same without its Japanese. */
  async function english(record) {
    const [id, path, label, title, passages] = await load("en" + record);
    return { record, id, path, label, title: [title], ...where(record), passages: passages.map(([part, en]) => ({ part, en, ja: "" })) };
  }

  /* What to mark in a text: stems of words, whole runs of Japanese, and their grams where a run is not there whole. */
  function wanted(groups, units) {
    const stems = groups.flatMap((group) => group.answers.filter((answer) => answer.weight > INSIDE - .2).map((answer) => answer.key));
    return { stems: new Set(stems.filter(Boolean)), runs: units.flatMap((unit) => unit.run ? [unit.run] : []) };
  }

  function marks(text, wanted) {
    const { folded, from } = folding(text);
    const found = [];
    for (const match of folded.matchAll(tokenPattern)) {
      if (match[1] && stems(match[1]).some((each) => wanted.stems.has(each.replace("+", ""))))
        found.push([match.index, match.index + match[1].length]);
    }
    for (const run of wanted.runs) {
      const pieces = folded.includes(run) || run.length < 3 ? [run] : grams(run).filter((gram) => gram.length > 2);
      for (const piece of pieces)
        for (let at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + 1)) found.push([at, at + piece.length]);
    }
    for (const phrase of wanted.phrases || [])
      for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1))
        if (stands(folded, phrase, at)) found.push([at, at + phrase.length]);
    const spans = found.map(([start, end]) => [from[start][0], from[end - 1][1]]);
    return joined(spans.filter(([start, end]) => found.length < 2 || !/^[ぁ-ゟ]+$/.test(text.slice(start, end))));
  }
  function joined(spans) {
    const out = [];
    for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
      const last = out[out.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end); else out.push([start, end]);
    }
    return out;
  }

  /* ---- Words that answer each other, and words near to one that is not there ----------------------------------- */
  async function renderings() { return load("alike"); }

  async function nearest(text) {
    await ready();
    const folded = fold(text).replace(/\s+/g, "");
    const pieces = (of) => new Set(Array.from(of, (_, i) => of.slice(i, i + 2)).filter((piece) => piece.length > 1));
    const own = pieces(folded);
    const side = /[^\x00-\x7f]/.test(folded) ? 1 : 0; /* names in the script that was typed */
    const names = (await renderings()).map((each) => each[side][0]).filter(Boolean);
    const rated = Array.from(new Set(names), function (name) {
      const other = fold(name).replace(/\s+/g, ""), theirs = pieces(other);
      const shared = Array.from(theirs).filter((piece) => own.has(piece)).length;
      return [name, 2 * shared / (own.size + theirs.size || 1), distance(folded.slice(0, 20), other.slice(0, 20), 20)];
    });
    return rated.sort((a, b) => b[1] - a[1] || a[2] - b[2]).slice(0, 5).map((each) => each[0]);
  }

  function where(record) {
    const [, kind, document] = runOf(record);
    return { kind: KINDS[kind], document };
  }

  ty.find = { ready, search, lookup, place: where, entry, marks, renderings, nearest, names: () => load("names"), KINDS,
    normal: { fold, stem, deep, stems, grams } };
})(window.taiyaku);
