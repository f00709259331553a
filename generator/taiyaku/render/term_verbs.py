"""The page on the forms of the predicate: counts by chapter, each with its places, and no judgement."""

from __future__ import annotations

from markupsafe import Markup

from ..address import chapter
from ..model import LANGS, Clause, Pairs
from ..tags import join, tag
from ..terms.verbs import Found
from . import clauses
from .context import Page
from .leaf import leaf
from .term_parts import Study, places, section, table

PATH = "verbs.html"


def verbs_page(study: Study, lang: str) -> tuple[str, str]:
    """Return the path and the leaf of the page."""
    here = study.page(lang, PATH)
    title, lead = here.say("t_verbs_page"), here.say("t_verbs_lead")
    sections = [_document(study, here, pairs) for pairs in study.layers.edition.documents]
    body = (
        tag("p", tag("a", here.say("r_glossary"), href="glossary.html"), class_="ty-up"),
        tag("h1", title),
        tag("p", lead, class_="ty-lead"),
        tag("p", here.say("t_verbs_how"), class_="ty-edition-note"),
        section("against", here.say("t_against"), tag("p", here.say("t_against_how")), _against(study, here)),
        *sections,
    )
    return PATH, leaf(title, lead, *body)


def _against(study: Study, here: Page) -> Markup:
    """Return the English forms against the Japanese ones: in how many aligned blocks both stand."""
    both = study.verbs.against()
    rows = []
    for en in study.verbs.of("en"):
        cells = [tag("th", en.name, scope="row", lang="en")]
        found = [both.get((en.id, ja.id), []) for ja in study.verbs.of("ja")]
        cells += [tag("td", _number(study, here, [id for id, _ in own])) for own in found]
        rows.append(tag("tr", join(cells)))
    head = [tag("td"), *(tag("th", ja.name, scope="col", lang="ja") for ja in study.verbs.of("ja"))]
    return table(head, rows, here.say("t_against"), "ty-verbs")


def _document(study: Study, here: Page, pairs: Pairs) -> Markup:
    """Return a document's counts, a table for each language that it has."""
    manifest = pairs.document.manifest
    tables = []
    for lang in (each for each in LANGS if each in manifest.languages):
        name = here.say("r_english" if lang == "en" else "r_japanese")
        label = (
            f"{manifest.short.get(here.lang)}, {name}" if here.lang == "en" else f"{manifest.short.ja} {name}"
        )
        tables += [tag("h3", name), _by_chapter(study, here, pairs, lang, label)]
    return section(f"in-{manifest.id}", manifest.short.get(here.lang), *tables)


def _by_chapter(study: Study, here: Page, pairs: Pairs, lang: str, label: str) -> Markup:
    counted, document = study.verbs.by_chapter(), pairs.document.manifest.id
    kinds = study.verbs.of(lang)
    rows = []
    totals: dict[str, list[Found]] = {verb.id: [] for verb in kinds}
    for head in _chapters(pairs):
        cells = [tag("th", _chapter_link(study, here, head), scope="row")]
        for verb in kinds:
            found = counted.get((document, head.label, verb.id), [])
            totals[verb.id] += found
            cells.append(tag("td", _number(study, here, [each.id for each in found])))
        rows.append(tag("tr", join(cells)))
    sums = [tag("th", here.say("t_total"), scope="row")]
    sums += [
        tag("td", str(len(found)) if found else tag("span", "0", class_="ty-zero"))
        for found in totals.values()
    ]
    rows.append(tag("tr", join(sums), class_="ty-total"))
    top = [tag("th", here.say("t_chapter"), scope="col")]
    top += [tag("th", verb.name, scope="col", lang=lang) for verb in kinds]
    return table(top, rows, label, "ty-verbs")


def _chapters(pairs: Pairs) -> list[Clause]:
    """Return the clauses that open the chapters."""
    heads: dict[str, Clause] = {}
    for clause in pairs.clauses:
        heads.setdefault(chapter(clause, pairs.clauses), clause)
    return [clause for label, clause in heads.items() if clause.label == label]


def _chapter_link(study: Study, here: Page, clause: Clause) -> Markup:
    own = study.page(here.lang, here.path, clause.document)
    return tag("a", clauses.title(own, clause), href=here.href(clause.id))


def _number(study: Study, here: Page, ids: list[str]) -> Markup:
    return places(study, here, ids) if ids else tag("span", "0", class_="ty-zero")
