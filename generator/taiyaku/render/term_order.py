"""The orders of the terms: by English letter and by Japanese kana; groups, anchors, the other order."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from markupsafe import Markup

from ..model import Term
from ..tags import join, lines, tag
from ..terms.index import other
from ..terms.kana import hiragana, order
from .context import Page

_ROWS = (
    "あいうえお",
    "かきくけこ",
    "さしすせそ",
    "たちつてと",
    "なにぬねの",
    "はひふへほ",
    "まみむめも",
    "やゆよ",
    "らりるれろ",
    "わをん",
)


def key(term: Term, lang: str) -> tuple[str, ...]:
    """Return what a term is sorted by in `lang`."""
    return (*order(term.reading), term.id) if lang == "ja" else (term.term.en.casefold(), term.id)


def letter(term: Term, lang: str) -> str:
    """Return the letter, or the first kana of the row, that a term stands under."""
    if lang == "en":
        first = term.term.en[0].upper()
        return first if first.isalpha() else "0–9"
    first = unicodedata.normalize("NFD", hiragana(term.reading))[0]
    return next((row[0] for row in _ROWS if first in row), "A–Z")


def slug(letter: str) -> str:
    """Return a letter as part of an anchor."""
    names = dict(
        zip(
            (row[0] for row in _ROWS),
            ["a", "ka", "sa", "ta", "na", "ha", "ma", "ya", "ra", "wa"],
            strict=True,
        )
    )
    return names.get(letter, letter.lower() if letter.isalpha() else "other")


def grouped(terms: list[Term], lang: str) -> list[tuple[str, list[Term]]]:
    """Return the terms in the order of `lang`, by letter."""
    ordered = sorted(terms, key=lambda term: key(term, lang))
    return [(head, list(group)) for head, group in groupby(ordered, key=lambda term: letter(term, lang))]


def letters(here: Page, groups: list[tuple[str, list[Term]]], prefix: str, label: str) -> Markup:
    """Return links to the letters of an order."""
    links = (tag("a", head, href=f"#{prefix}-{slug(head)}") for head, _ in groups)
    return tag("nav", join(links, " "), class_="ty-letters", aria_label=here.say(label))


def index_of_other(here: Page, groups: list[tuple[str, list[Term]]]) -> Markup:
    """Return the terms in the other language's order, as links to the entries above."""
    lang = other(here.lang)
    rows = []
    for head, group in groups:
        links = (tag("a", term.term.get(lang), href=f"#{term.id}", lang=lang) for term in group)
        name = tag("dt", head, id=f"other-{slug(head)}")
        rows.append(tag("div", name, tag("dd", join(links, "　" if lang == "ja" else "; "))))
    return tag("dl", lines(*rows), class_="ty-facts ty-index")
