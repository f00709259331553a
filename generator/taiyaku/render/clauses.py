"""Clauses -> headings and rows, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from .. import naming
from ..address import anchor
from ..model import Both, Clause, Unit, Words
from ..tags import heading, join, lines, plain, tag, unbroken
from . import text
from .blocks import block
from .changes import changes
from .context import Page
from .places import label, manifest_of, permalink


def marker(clause: Clause, lang: str) -> str:
    """Return the number as it is printed before a clause, such as `IV.` or `(2)`; a figure's name."""
    if clause.figure:
        return clause.figure.printed
    return clause.marker.get(lang) or clause.marker.en or clause.marker.ja or ""


def titles(page: Page, clause: Clause) -> Both[str]:
    """Return the heading's text in each language; an unheaded special has the edition's name for it."""
    if clause.heading:
        readings = {lang: clause.heading.get(lang) for lang in page.order}
        return Both(**{lang: reading.text for lang, reading in readings.items() if reading})
    named = special_name(page, clause)
    return Both(en=named.en, ja=named.ja) if named else Both()


def special_name(page: Page, clause: Clause) -> Words | None:
    """Return the declared name of an unnumbered clause."""
    specials = page.pairs.document.manifest.specials if page.pairs else ()
    return next((special.name for special in specials if special.label == clause.label), None)


def title(page: Page, clause: Clause, *, numbered: bool = True) -> str:
    """Return the best name of a clause for the page's reader: number and heading."""
    both = titles(page, clause)
    words = both.get(page.lang) or both.en or both.ja or ""
    named = special_name(page, clause)
    lead = named.get(page.lang) if named and clause.heading else marker(clause, page.lang)
    return f"{lead} {words}".strip() if numbered else words or lead


def render(page: Page, clause: Clause, top: int) -> Iterator[str]:
    """Yield the Markdown of a clause; `top` is the heading level of a clause of the first level."""
    level = top + clause.level
    both = titles(page, clause)
    # A page needs a heading, if only a number: what opens one has it with or without a title.
    if both.en or both.ja or not clause.level:
        yield _heading(page, clause, both, level)
        if clause.figure:
            yield _figure_notes(page, clause)
        yield changes(page, clause)
        for each in clause.blocks:
            yield block(page, clause, each)
        return
    number = tag("span", marker(clause, page.lang), class_="ty-num")
    rows = lines(changes(page, clause), *(block(page, clause, each) for each in clause.blocks))
    inside = lines(number, rows, permalink(page, clause.id, label(page, clause)))
    yield tag("section", Markup("\n"), inside, Markup("\n"), class_="ty-clause", id=clause.label)


def _heading(page: Page, clause: Clause, both: Both[str], level: int) -> str:
    named = special_name(page, clause)
    lead = named.get(page.lang) if named and clause.heading else marker(clause, page.lang)
    parts = [tag("span", plain(lead), class_="ty-num")] if lead else []
    langs = [lang for lang in page.order if both.get(lang)]
    if not clause.heading:
        # The edition's name for it, for this page's reader alone; an article may have none.
        langs = [page.lang] if langs else []
    sides = {lang: _words(page, clause, lang, both.get(lang) or "") for lang in langs}
    parts += [tag("span", words, class_="ty-side", lang=lang) for lang, words in sides.items()]
    parts.append(permalink(page, clause.id, label(page, clause)))
    kind = "ty-head ty-figure" if clause.figure else "ty-head"
    return heading(level, join(parts, " "), anchor(clause.id), kind, title(page, clause))


def _words(page: Page, clause: Clause, lang: str, words: str) -> Markup:
    """Return a heading's text, with its corrections; no term is linked in it."""
    reading = clause.heading.get(lang) if clause.heading else None
    if reading is None or not reading.marks:
        return unbroken(plain(words))
    unit = Unit(id=clause.id, block=clause.id, part="heading", lang=lang, reading=reading)
    return text.html(page, clause, unit, linked=False, escape=plain)


def _figure_notes(page: Page, clause: Clause) -> Markup:
    """Return what the edition says of a figure: its drawing is missing, or its cells were put back."""
    figure = clause.figure
    if figure is None:
        return Markup()
    parts = []
    if figure.drawing == "missing":
        links = [tag("a", reference_name(page, id), href=page.href(id)) for id in figure.described_by]
        between = "、" if page.lang == "ja" else ", "
        words = page.say("r_missing_drawing", figure=label(page, clause))
        end = "。" if page.lang == "ja" else "."
        parts.append(tag("p", words, " ", join(links, between), end, class_="ty-missing", lang=page.lang))
    if figure.note:
        words = f"{page.say('r_figure_note')} {figure.note.get(page.lang)}"
        parts.append(tag("p", words, class_="ty-edition-note", lang=page.lang))
    return join(parts, "\n")


def reference_name(page: Page, id: str) -> str:
    """Return how a page names another clause: its document's short name and its printed number."""
    document, _, number = page.layers.addresses.clause(id).partition(":")
    manifest = manifest_of(page, document)
    return naming.listed(manifest, number, page.lang) if number else manifest.short.get(page.lang)
