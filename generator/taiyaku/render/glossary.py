"""The glossary page: every term in both languages, and the terms' script for the tooltips."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from markupsafe import Markup

from ..model import Occurrence, Term
from ..tags import join, lines, page, tag
from ..terms.index import other
from .clauses import reference_name
from .context import Layers, Page
from .heads import edition_mark
from .term_order import grouped, index_of_other, letters, slug


def glossary(layers: Layers, lang: str) -> tuple[str, str]:
    """Return the page's path and its Markdown."""
    here = Page(layers=layers, lang=lang, path="glossary.html")
    terms = list(layers.terms.values())
    groups, others = grouped(terms, lang), grouped(terms, other(lang))
    body = []
    for head, group in groups:
        entries = lines(*(_entry(here, term, layers.attested[term.id]) for term in group))
        body += [f"## {head} {{ #letter-{slug(head)} .ty-letter }}", entries]
    title = here.say("r_glossary")
    meta = {"title": title, "description": here.say("r_glossary_lead"), "template": "page.html"}
    opening = (
        tag("p", here.say("r_glossary_lead"), class_="ty-lead"),
        _tools(here),
        _filter(here),
        letters(here, groups, "letter", "r_letters"),
        letters(here, others, "other", "t_kana" if lang == "en" else "t_alphabet"),
    )
    order = here.say("t_kana" if lang == "en" else "t_alphabet")
    body += [f"## {order} {{ #other .ty-other }}", index_of_other(here, others)]
    return "glossary.md", page(meta, f"# {title}", *opening, *body)


def _tools(here: Page) -> Markup:
    """Return links to the other pages on the terms."""
    pages = ("renderings", "verbs", "lookup", "bodies")
    links = (tag("a", here.say(f"t_{name}_page"), href=f"{name}.html") for name in pages)
    return tag("nav", join(links, " · "), class_="ty-tools", aria_label=here.say("t_tools"))


def script(layers: Layers, lang: str) -> str:
    """Return `assets/terms.<lang>.js`, which hands the definitions to the tooltips."""
    table = {
        term.id: {
            "term": term.term.get(lang),
            "other": term.term.get(other(lang)),
            "abbreviation": term.abbreviation,
            "reading": term.reading,
            "definition": _one_line(term.definition.get(lang)),
            "href": layers.addresses.url(f"glossary:{term.id}", lang),
        }
        for term in sorted(layers.terms.values(), key=lambda term: term.id)
    }
    return f"taiyaku.terms({json.dumps(table, ensure_ascii=False, separators=(',', ':'))});\n"


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _filter(here: Page) -> Markup:
    return Markup(
        '<p><input type="search" class="ty-filter" data-filter=".ty-entry" aria-label="%s" hidden></p>'
    ) % here.say("r_filter")


def _entry(here: Page, term: Term, attested: Mapping[str, bool]) -> Markup:
    names = [tag("span", term.abbreviation, class_="ty-abbr")] if term.abbreviation else []
    for lang in here.order:
        dagger = Markup() if attested[lang] else edition_mark(here)
        names.append(tag("span", term.term.get(lang), dagger, lang=lang))
    parts = [
        tag("h3", tag("a", join(names, " "), href=here.href(f"glossary:{term.id}"))),
        tag("p", term.reading, class_="ty-reading", lang="ja"),
        tag("p", _one_line(term.definition.get(here.lang)), class_="ty-def"),
        tag("dl", lines(*_facts(here, term)), class_="ty-where"),
    ]
    return tag("section", Markup("\n"), lines(*parts), Markup("\n"), class_="ty-entry", id=term.id)


def _facts(here: Page, term: Term) -> list[Markup]:
    between = "、" if here.lang == "ja" else ", "
    found = [o for o in here.layers.edition.occurrences if o.term == term.id]
    facts: list[tuple[str, Markup]] = []
    forms = [tag("span", form, lang=lang) for lang in here.order for form in term.variants.get(lang)]
    if forms:
        facts.append(("r_variants", join(forms, between)))
    if term.defined_in:
        facts.append(("r_defined", join((_link(here, id) for id in term.defined_in), between)))
    for key, others in (
        ("r_broader", term.broader),
        ("r_narrower", term.narrower),
        ("r_succeeded", term.succeeded_by),
        ("r_related", term.related),
    ):
        if others:
            facts.append((key, join((_term(here, other) for other in others), between)))
    if found:
        facts.append(("r_first", _first(here, found)))
        facts.append(("r_uses", join([_counts(here, found)])))
    return [tag("div", tag("dt", here.say(key)), tag("dd", value)) for key, value in facts]


def _link(here: Page, id: str) -> Markup:
    return tag("a", reference_name(here, id), href=here.href(id))


def _term(here: Page, id: str) -> Markup:
    term = here.layers.terms[id]
    return tag("a", term.abbreviation or term.term.get(here.lang), href=f"#{id}")


def _first(here: Page, found: list[Occurrence]) -> Markup:
    """Return the first use in order of the documents' dates."""
    dates = {p.document.manifest.id: p.document.manifest.date for p in here.layers.edition.documents}
    first = min(found, key=lambda o: dates[o.id.split(":")[0]])
    return tag("a", reference_name(here, first.id), href=here.href(first.id))


def _counts(here: Page, found: list[Occurrence]) -> str:
    """Return the occurrences by document and language: `2015 Guidelines 12 + 12`."""
    counts = Counter((o.id.split(":")[0], o.lang) for o in found)
    parts = []
    for pairs in here.layers.edition.documents:
        manifest = pairs.document.manifest
        own = [
            f"{'英' if lang == 'en' else '日'}{counts[manifest.id, lang]}"
            if here.lang == "ja"
            else f"{lang} {counts[manifest.id, lang]}"
            for lang in manifest.languages
            if counts[manifest.id, lang]
        ]
        if own:
            parts.append(f"{manifest.short.get(here.lang)} ({', '.join(own)})")
    return "; ".join(parts)
