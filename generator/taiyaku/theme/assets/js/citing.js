/* Citations from facts, a place and a style. The same as cite/fields.py, template.py and citing.py, on the same data
   (cite/styles.yaml, sent as assets/cite/styles.js); a test holds the two together. Touches no page. */
(function (ty) {
  "use strict";
  var table = null;

  /* `{field}`, `*italics*`, `⟦left out when a field in it is empty⟧` -> runs of [text, italic]; null if it cannot be. */
  function fill(form, fields) {
    var stack = [{ runs: [], empty: false }], italic = false;
    form.replace(/⟦|⟧|\*|\{(\w+)\}|[^⟦⟧*{]+/g, function (token, name) {
      var top = stack[stack.length - 1];
      if (token === "⟦") { stack.push({ runs: [], empty: false }); return ""; }
      if (token === "⟧") {
        stack.pop();
        if (!top.empty) stack[stack.length - 1].runs.push.apply(stack[stack.length - 1].runs, top.runs);
        return "";
      }
      if (token === "*") { italic = !italic; return ""; }
      var text = name ? fields[name] || "" : token;
      if (text) top.runs.push([text, italic]);
      else top.empty = true;
      return "";
    });
    return stack[0].empty ? null : joined(stack[0].runs);
  }
  function joined(runs) {
    return runs.reduce(function (all, run) {
      var last = all[all.length - 1];
      if (last && last[1] === run[1]) last[0] += run[0];
      else all.push([run[0], run[1]]);
      return all;
    }, []);
  }
  function text(runs) { return (runs || []).map(function (run) { return run[0]; }).join(""); }
  function escape(words) { return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"); }
  function html(runs) {
    return (runs || []).map(function (run) { return run[1] ? "<i>" + escape(run[0]) + "</i>" : escape(run[0]); }).join("");
  }
  function format(form, values) {
    return form.replace(/\{(\w+)\}/g, function (all, name) { return values[name]; });
  }

  /* An ISO date, as precise as it is. */
  function written(date, form) {
    if (!date) return "";
    var shape = table.dates[form], p = date.split("-");
    return format(shape[p[2] ? "day" : p[1] ? "month" : "year"], {
      y: p[0], mm: p[1], dd: p[2], m: String(+p[1]), d: String(+p[2]), month: p[1] ? table.months[shape.months][p[1] - 1] : ""
    });
  }
  function parts(date) { return date ? [date.split("-").map(Number)] : []; }

  function pin(facts, place, lang) {
    if (!place.label) return "";
    var clause = facts.clauses[place.label], words = table.pins[lang];
    var steps = place.rest ? place.rest.split(".") : [], found = [clause.pin[lang]];
    if (steps.length) {
      var kind = (clause.blocks[steps[0]] || "paragraph").split(":");
      found.push(format(words[kind[0]], { n: kind[1] || steps[0].slice(1) }));
    }
    if (steps.length > 1) {
      var below = steps.slice(1).map(function (step) { return step.slice(1); }).join(".");
      found.push(format(words[steps[1][0]], { n: below }));
    }
    return found.join(words.between);
  }

  /* The lasting page of a clause; the place itself of a part, of an event, of a term. */
  function address(facts, place, lang) {
    var folder = lang === "ja" ? "ja/" : "";
    if (!place.label) return folder + (facts.page || facts.id + "/index.html");
    if (!place.rest) return folder + "id/" + facts.id + "/" + place.label + ".html";
    return spot(facts, place, lang);
  }
  function spot(facts, place, lang) {
    var anchor = place.rest ? place.label + "." + place.rest : place.label;
    return (lang === "ja" ? "ja/" : "") + facts.id + "/" + facts.clauses[place.label].page + ".html#" + anchor;
  }
  function full(site, path) { return site ? site.replace(/\/+$/, "") + "/" + path : path; }

  /* options: site, version, accessed (ISO), fragment (a text fragment for the link). */
  function fields(facts, place, lang, dates, options) {
    var edition = options.version ? format(table.edition[lang], { version: options.version }) : "";
    var author = facts.author[lang], publisher = facts.publisher[lang], title = facts.title[lang];
    var named = author.indexOf(publisher) === 0, entry = facts.kind === "entry";
    var link = options.fragment && place.label ? spot(facts, place, lang) + options.fragment : address(facts, place, lang);
    return {
      author: author, title: title, publisher: publisher,
      parties: facts.parties[lang], parties_short: facts.parties_short[lang], states: facts.states[lang],
      other_publisher: named ? "" : publisher, other_author: named ? "" : author,
      issuer: named ? author : publisher, lead_title: named ? title : "", institution: publisher,
      genre: facts.genre[lang], container: (facts.container || {})[lang] || "",
      csl_type: entry ? "webpage" : "report", ris_type: entry ? "ELEC" : "RPRT", bibtex_type: entry ? "misc" : "techreport",
      date: written(facts.date, dates), year: facts.date.slice(0, 4), pin: pin(facts, place, lang),
      edition: edition, Edition: edition.slice(0, 1).toUpperCase() + edition.slice(1), url: full(options.site, link),
      accessed: written(options.accessed, dates), language: lang, langid: lang === "ja" ? "japanese" : "english",
      key: [facts.id, place.label, place.rest].filter(Boolean).join("-"),
      date_parts: parts(facts.date), accessed_parts: parts(options.accessed)
    };
  }

  function style(id) { return table.styles.find(function (each) { return each.id === id; }); }
  function citation(facts, place, id, options) {
    var its = style(id), values = fields(facts, place, its.lang, its.dates, options);
    Object.keys(its.rename || {}).forEach(function (name) {
      its.rename[name].forEach(function (pair) { values[name] = values[name].split(pair[0]).join(pair[1]); });
    });
    return fill(its[facts.kind], values);
  }

  var TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  function tex(value) { return value.replace(/[\\{}&%$#_~^]/g, function (c) { return TEX[c] || "\\" + c; }); }
  /* A shape with its strings filled in and what is empty left out. */
  function shaped(shape, values) {
    var name = typeof shape === "string" && /^\{(\w+)\}$/.exec(shape);
    if (name) return values[name[1]] || "";
    if (typeof shape === "string") return text(fill(shape, values));
    function holds(each) { return each && (typeof each !== "object" || Object.keys(each).length); }
    if (Array.isArray(shape)) return shape.map(function (each) { return shaped(each, values); }).filter(holds);
    return Object.keys(shape).reduce(function (all, key) {
      var filled = shaped(shape[key], values);
      if (holds(filled)) all[key] = filled;
      return all;
    }, {});
  }
  var WRITERS = {
    ris: function (shape, values) {
      var lines = shape.lines.map(function (line) { return [line[0], text(fill(line[1], values))]; });
      lines = lines.filter(function (line) { return line[1]; }).map(function (line) { return line.join("  - "); });
      return lines.concat("ER  - ", "").join("\r\n");
    },
    bibtex: function (shape, values) {
      var lines = shape.lines.map(function (line) {
        var value = text(fill(line[1], values));
        value = line[2] === "raw" ? value : tex(value);
        return value && "  " + line[0] + " = " + (line[2] === "protect" ? "{{" + value + "}}," : "{" + value + "},");
      }).filter(Boolean);
      return ["@" + values.bibtex_type + "{" + values.key + ","].concat(lines, "}", "").join("\n");
    },
    csl: function (shape, values) { return JSON.stringify([shaped(shape.item, values)], null, 1) + "\n"; }
  };
  function record(facts, place, id, lang, options) {
    var shape = table.formats[id];
    return WRITERS[id](shape, fields(facts, place, lang, shape.dates, options));
  }

  ty.citing = {
    use: function (styles) { table = styles; }, table: function () { return table; }, style: style,
    citation: citation, record: record, pin: pin, address: address, spot: spot, full: full, text: text, html: html
  };
})(window.taiyaku = window.taiyaku || {});
