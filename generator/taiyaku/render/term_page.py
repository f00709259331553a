"""The page of one term: its names, where it is defined, how often and where it occurs, what answers it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..model import Clause, Term
from ..tags import join, lines, tag
from ..terms.concordance import Group, Place, concordance, counts
from ..terms.index import document_of
from ..units import block_units
from .context import Page
from .heads import edition_mark
from .leaf import leaf
from .term_answers import answers
from .term_parts import (
    Study,
    citation,
    clause_name,
    clause_title,
    comma,
    full_place_name,
    kwic,
    place_name,
    section,
    table,
    term_name,
)

_MOST = 2  # paragraphs quoted from a defining clause; the link leads to the rest

_BAR = Markup(
    '<svg class="ty-bar" viewBox="0 0 200 12" aria-hidden="true"><rect width="%d" height="12"/></svg>'
)


def term_page(study: Study, term: Term, lang: str) -> tuple[str, str]:
    """Return the path and the leaf of a term's page."""
    here = study.page(lang, f"glossary/{term.id}.html")
    found = concordance(study.index, term.id)
    name = term.abbreviation or term.term.get(lang)
    title = f"{term.abbreviation} ({term.term.get(lang)})" if term.abbreviation else name
    definition = " ".join(term.definition.get(lang).split())
    body = (
        tag("p", tag("a", here.say("r_glossary"), href=here.to("glossary.html")), class_="ty-up"),
        _names(here, term),
        tag("p", term.reading, class_="ty-reading", lang="ja"),
        tag("p", definition, tag("span", " ", here.say("t_ours"), class_="ty-ours"), class_="ty-def"),
        _facts(study, here, term, found),
        section(
            "defined", here.say("t_defined"), *(_quote(study, here, term, id) for id in _dated(study, term))
        ),
        section("counts", here.say("t_counts"), _counts(study, here, term)),
        section("renderings", here.say("t_renderings"), answers(study, here, term)),
        section("company", here.say("t_company"), _company(study, here, term)),
        section("concordance", here.say("t_concordance"), *_concordance(study, here, found)),
    )
    return here.path, leaf(title, definition, *body, kind="term")


def _names(here: Page, term: Term) -> Markup:
    names = [tag("span", term.abbreviation, class_="ty-abbr")] if term.abbreviation else []
    for lang in here.order:
        dagger = Markup() if here.layers.attested[term.id][lang] else edition_mark(here)
        names.append(tag("span", term.term.get(lang), dagger, lang=lang))
    return tag("h1", join(names, " "), class_="ty-term-name")


def _facts(study: Study, here: Page, term: Term, found: tuple[Group, ...]) -> Markup:
    between = comma(here)
    forms = [tag("span", form, lang=lang) for lang in here.order for form in term.variants.get(lang)]
    before = [other.id for other in study.index.terms.values() if term.id in other.succeeded_by]
    facts: list[tuple[str, Markup]] = [("r_variants", join(forms, between))]
    for key, ids in (
        ("t_preceded", before),
        ("r_succeeded", term.succeeded_by),
        ("r_broader", term.broader),
        ("r_narrower", term.narrower),
        ("r_related", term.related),
    ):
        facts.append((key, join((term_name(study, here, id) for id in ids), between)))
    if found:
        first = found[0].places[0].id
        facts.append(("r_first", tag("a", full_place_name(study, here, first), href=here.href(first))))
    if term.documents:
        only = between.join(clause_name(study, here, document) for document in term.documents)
        facts.append(("t_limited", Markup.escape(only)))
    rows = [tag("div", tag("dt", here.say(key)), tag("dd", value)) for key, value in facts if value]
    return tag("dl", lines(*rows), class_="ty-facts") if rows else Markup()


def _dated(study: Study, term: Term) -> list[str]:
    """Return the defining clauses, the oldest document first: so the meaning is seen to move."""
    return sorted(term.defined_in, key=lambda each: study.manifests[document_of(each)].date)


def _quote(study: Study, here: Page, term: Term, id: str) -> Markup:
    """Return the words of a defining clause in every language it has, cited."""
    clause = study.clauses[study.index.clause(id)]
    title = clause_title(study, here, clause.id)
    heading = tag("p", tag("b", title), lang=None if here.lang == "en" or _has_ja(clause) else "en")
    sides = [tag("div", side) for lang in here.order if (side := _quoted(study, term, clause, lang))]
    both = tag("div", lines(*sides), class_="ty-sides") if sides else Markup()
    cited = tag("footer", citation(study, here, clause.id))
    return tag("blockquote", lines(heading if title else Markup(), both, cited), class_="ty-quote")


def _has_ja(clause: Clause) -> bool:
    return bool(clause.heading and clause.heading.ja)


def _quoted(study: Study, term: Term, clause: Clause, lang: str) -> Markup:
    """Return the paragraphs that name the term, else the first; tables and notes are not quoted."""
    units = [
        unit
        for block in clause.blocks
        if block.kind in ("paragraph", "list")
        for unit in block_units(block)
        if unit.lang == lang
    ]
    naming = {occurrence.id for occurrence in study.index.by_term.get(term.id, ())}
    chosen = [unit for unit in units if unit.id in naming][:_MOST] or units[:1]
    paragraphs = []
    for unit in chosen:
        skipped = units.index(unit) > 0 and units[units.index(unit) - 1] not in chosen
        lead = "… " if skipped else ""
        paragraphs.append(tag("p", f"{lead}{unit.reading.text}", lang=lang))
    if chosen and chosen[-1] is not units[-1]:
        paragraphs.append(tag("p", "…", lang=lang, class_="ty-rest"))
    return lines(*paragraphs)


def _counts(study: Study, here: Page, term: Term) -> Markup:
    """Return the counts as a table whose bars say the same again, for the eye."""
    found = counts(study.index, term.id)
    most = max(found.values(), default=0)
    rows = []
    for document, manifest in sorted(study.manifests.items(), key=lambda each: each[1].date):
        for lang in (each for each in here.order if (document, each) in found):
            number = found[document, lang]
            width = round(200 * number / most) if most else 0
            name = here.say("r_english" if lang == "en" else "r_japanese")
            cells = (
                tag("th", manifest.short.get(here.lang), scope="row"),
                tag("td", name),
                tag("td", str(number)),
            )
            rows.append(tag("tr", join(cells), tag("td", _BAR % width)))
    head = (here.say("t_document"), here.say("t_language"), here.say("t_number"), tag("td"))
    return table(head, rows, here.say("t_counts"), "ty-counts")


def _company(study: Study, here: Page, term: Term) -> Markup:
    """Return the terms that stand in the same clauses, with those clauses."""
    items = []
    for near in study.company.of_term(term.id):
        links = (tag("a", clause_name(study, here, id), href=here.href(id)) for id in near.shared)
        items.append(tag("li", term_name(study, here, near.id), " ", tag("small", join(links, comma(here)))))
    if not items:
        return Markup()
    return tag("p", here.say("t_company_lead"), class_="ty-edition-note") + tag(
        "ul", lines(*items), class_="ty-near"
    )


def _concordance(study: Study, here: Page, found: tuple[Group, ...]) -> Iterator[Markup]:
    for group in found:
        manifest = study.manifests[group.document]
        yield tag("h3", manifest.short.get(here.lang))
        rows = (_row(study, here, place) for place in group.places)
        alone = " ty-alone" if len(manifest.languages) < 2 else ""
        yield tag("ol", lines(*rows), class_=f"ty-lines{alone}")


def _row(study: Study, here: Page, place: Place) -> Markup:
    """Return a place: its link, and for each language the lines, or the text in which nothing answers."""
    cells = [tag("a", place_name(study, here, place.id), href=here.href(place.id), class_="ty-place")]
    for lang in here.order:
        side = place.sides.get(lang)
        if side and side.lines:
            cells.append(tag("div", join(kwic(line, lang) for line in side.lines)))
        elif side:
            note = tag("span", here.say("t_unanswered"), class_="ty-ours")
            cells.append(tag("div", tag("p", side.text, lang=lang, class_="ty-kwic-none"), note))
    return tag("li", lines(*cells))
