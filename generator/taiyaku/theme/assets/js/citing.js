/* Citations from facts, a place and a style. The same as cite/fields.py, template.py and citing.py, on the same data
   (cite/styles.yaml, sent as assets/cite/styles.js); a test holds the two together. Touches no page. */
(function (ty) {
  "use strict";
  let table = null;

  /* `{field}`, `*italics*`, `⟦left out when a field in it is empty|or this instead⟧` -> runs of [text, italic]; null if it
     cannot be. */
  function fill(form, fields) {
    const stack = [{ runs: [], empty: false }];
    let italic = false;
    form.replace(/⟦|⟧|\||\*|\{(\w+)\}|[^⟦⟧|*{]+/g, (token, name) => {
      const top = stack[stack.length - 1];
      if (token === "⟦") { stack.push({ runs: [], empty: false }); return ""; }
      if (token === "⟧") {
        stack.pop();
        stack[stack.length - 1].runs.push(...(top.first || (top.empty ? [] : top.runs)));
        return "";
      }
      if (token === "|") {
        stack[stack.length - 1] = { runs: [], empty: false, first: top.first || (top.empty ? null : top.runs) };
        return "";
      }
      if (token === "*") { italic = !italic; return ""; }
      const text = name ? fields[name] || "" : token;
      if (text) top.runs.push([text, italic]);
      else top.empty = true;
      return "";
    });
    return stack[0].empty ? null : joined(stack[0].runs);
  }
  function joined(runs) {
    return runs.reduce((all, run) => {
      const last = all[all.length - 1];
      if (last && last[1] === run[1]) last[0] += run[0];
      else all.push([run[0], run[1]]);
      return all;
    }, []);
  }
  function text(runs) { return (runs || []).map((run) => run[0]).join(""); }
  function escape(words) { return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"); }
  function html(runs) {
    return (runs || []).map((run) => run[1] ? `<i>${escape(run[0])}</i>` : escape(run[0])).join("");
  }
  function format(form, values) {
    return form.replace(/\{(\w+)\}/g, (all, name) => values[name]);
  }

  /* An ISO date, as precise as it is. */
  function written(date, form) {
    if (!date) return "";
    const shape = table.dates[form], p = date.split("-");
    return format(shape[p[2] ? "day" : p[1] ? "month" : "year"], {
      y: p[0], mm: p[1], dd: p[2], m: String(+p[1]), d: String(+p[2]), month: p[1] ? table.months[shape.months][p[1] - 1] : ""
    });
  }
  function parts(date) { return date ? [date.split("-").map(Number)] : []; }

  function pin(facts, place, lang) {
    if (!place.label) return "";
    const clause = facts.clauses[place.label], words = table.pins[lang];
    const steps = place.rest ? place.rest.split(".") : [], found = [clause.pin[lang]];
    if (steps.length) {
      const kind = (clause.blocks[steps[0]] || "paragraph").split(":");
      found.push(format(words[kind[0]], { n: kind[1] || steps[0].slice(1) }));
    }
    if (steps.length > 1) {
      const below = steps.slice(1).map((step) => step.slice(1)).join(".");
      found.push(format(words[steps[1][0]], { n: below }));
    }
    return found.join(words.between);
  }

  /* The lasting page of a clause; the place itself of a part, of an event, of a term. */
  function address(facts, place, lang) {
    const folder = lang === "ja" ? "ja/" : "";
    if (!place.label) return folder + (facts.page || `${facts.id}/index.html`);
    if (!place.rest) return `${folder}id/${facts.id}/${place.label}.html`;
    return spot(facts, place, lang);
  }
  function spot(facts, place, lang) {
    const anchor = place.rest ? `${place.label}.${place.rest}` : place.label;
    return `${(lang === "ja" ? "ja/" : "") + facts.id}/${facts.clauses[place.label].page}.html#${anchor}`;
  }
  /* A path is no address to cite: without a public address there is none. */
  function full(site, path) { return site ? `${site.replace(/\/+$/, "")}/${path}` : ""; }

  /* options: site, version, accessed (ISO), fragment (a text fragment for the link). */
  function fields(facts, place, lang, dates, options) {
    const edition = options.version ? format(table.edition[lang], { version: options.version }) : "";
    const author = facts.author[lang], publisher = facts.publisher[lang], title = facts.title[lang];
    const named = author.startsWith(publisher), entry = facts.kind === "entry";
    const accessed = options.site ? options.accessed : "";
    const link = options.fragment && place.label ? spot(facts, place, lang) + options.fragment : address(facts, place, lang);
    return {
      author: author, title: title, publisher: publisher,
      title_short: facts.title_short[lang], told_title: facts.told_title[lang],
      letter: facts.letter, told_date: written(facts.told_date[lang], dates),
      parties: facts.parties[lang], parties_short: facts.parties_short[lang], states: facts.states[lang],
      other_publisher: named ? "" : publisher, other_author: named ? "" : author,
      issuer: named ? author : publisher, lead_title: named ? title : "", institution: publisher,
      genre: facts.genre[lang], container: (facts.container || {})[lang] || "",
      csl_type: entry ? "webpage" : "report", ris_type: entry ? "ELEC" : "RPRT", bibtex_type: entry ? "misc" : "techreport",
      date: written(facts.date, dates), year: facts.date.slice(0, 4), pin: pin(facts, place, lang),
      edition: edition, Edition: edition.slice(0, 1).toUpperCase() + edition.slice(1), url: full(options.site, link),
      accessed: written(accessed, dates), language: lang, langid: lang === "ja" ? "japanese" : "english",
      key: [facts.id, place.label, place.rest].filter(Boolean).join("-"),
      date_parts: parts(facts.date), accessed_parts: parts(accessed)
    };
  }

  function style(id) { return table.styles.find((each) => each.id === id); }
  function citation(facts, place, id, options) {
    const its = style(id), values = fields(facts, place, its.lang, its.dates, options);
    Object.keys(its.rename || {}).forEach((name) => {
      its.rename[name].forEach((pair) => { values[name] = values[name].split(pair[0]).join(pair[1]); });
    });
    return fill(its[facts.kind], values);
  }

  const TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  function tex(value) { return value.replace(/[\\{}&%$#_~^]/g, (c) => TEX[c] || `\\${c}`); }
  /* A shape with its strings filled in and what is empty left out. */
  function shaped(shape, values) {
    const name = typeof shape === "string" && /^\{(\w+)\}$/.exec(shape);
    if (name) return values[name[1]] || "";
    if (typeof shape === "string") return text(fill(shape, values));
    function holds(each) { return each && (typeof each !== "object" || Object.keys(each).length); }
    if (Array.isArray(shape)) return shape.map((each) => shaped(each, values)).filter(holds);
    return Object.keys(shape).reduce((all, key) => {
      const filled = shaped(shape[key], values);
      if (holds(filled)) all[key] = filled;
      return all;
    }, {});
  }
  const WRITERS = {
    ris(shape, values) {
      let lines = shape.lines.map((line) => [line[0], text(fill(line[1], values))]);
      lines = lines.filter((line) => line[1]).map((line) => line.join("  - "));
      return lines.concat("ER  - ", "").join("\r\n");
    },
    bibtex(shape, values) {
      const lines = shape.lines.map((line) => {
        let value = text(fill(line[1], values));
        value = line[2] === "raw" ? value : tex(value);
        return value && `  ${line[0]} = ${line[2] === "protect" ? `{{${value}}},` : `{${value}},`}`;
      }).filter(Boolean);
      return [`@${values.bibtex_type}{${values.key},`].concat(lines, "}", "").join("\n");
    },
    csl(shape, values) { return `${JSON.stringify([shaped(shape.item, values)], null, 1)}\n`; }
  };
  function record(facts, place, id, lang, options) {
    const shape = table.formats[id];
    return WRITERS[id](shape, fields(facts, place, lang, shape.dates, options));
  }

  ty.citing = {
    use(styles) { table = styles; }, table() { return table; }, style,
    citation, record, pin, address, spot, full, text, html
  };
})(window.taiyaku = window.taiyaku || {});
