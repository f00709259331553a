"""Every occurrence of a term in its context, and beside it what stands in the other language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import LANGS, Answer, Both, Occurrence
from .index import Index, document_of, key_of

_REACH = {"en": 90, "ja": 45}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An occurrence with the words before and after it; `answer` tells that it is a declared answer."""

    left: str
    hit: str
    right: str
    answer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One language of a place: the lines, or without any the whole text, in which nothing answers."""

    text: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A unit in which a term occurs, in the languages that the unit has."""

    id: str
    part: str
    sides: Both[Side]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The places of one document, in printed order."""

    document: str
    places: tuple[Place, ...]


def concordance(index: Index, term: str) -> tuple[Group, ...]:
    """Return the places of a term by document, the oldest document first."""
    units: dict[tuple[str, str], list[Occurrence]] = {}
    for occurrence in index.by_term.get(term, ()):
        units.setdefault((occurrence.id, occurrence.part), []).append(occurrence)
    declared = [answer for answer in index.edition.corpus.phrases.answers if answer.term == term]
    places: dict[str, list[Place]] = {}
    for (id, part), found in sorted(units.items(), key=lambda unit: _rank(index, unit[1])):
        places.setdefault(document_of(id), []).append(_place(index, id, part, found, declared))
    dates = {pairs.document.manifest.id: pairs.document.manifest.date for pairs in index.edition.documents}
    return tuple(
        Group(document=document, places=tuple(own))
        for document, own in sorted(places.items(), key=lambda each: dates[each[0]])
    )


def _rank(index: Index, found: Sequence[Occurrence]) -> int:
    """English and Japanese of one unit stand apart in the reading order; the first of both counts."""
    id, part, lang = key_of(found[0])
    return min(index.order.get((id, part, each), index.order[id, part, lang]) for each in LANGS)


def _place(
    index: Index, id: str, part: str, found: Sequence[Occurrence], declared: Sequence[Answer]
) -> Place:
    sides: dict[str, Side] = {}
    for lang in LANGS:
        text = index.texts.get((id, part, lang))
        if text is not None:
            own = [line(text, lang, o.offset, o.length) for o in found if o.lang == lang]
            told = [answer.words for answer in declared if (answer.block, answer.lang) == (id, lang)]
            spans = [(text.find(words), len(words)) for words in told if words in text]
            own += [line(text, lang, start, length, answer=True) for start, length in spans]
            sides[lang] = Side(text=text, lines=tuple(own))
    return Place(id=id, part=part, sides=Both(**sides))


def line(text: str, lang: str, offset: int, length: int, *, answer: bool = False) -> Line:
    """Return the words at `offset` with as much of the text around as a line takes."""
    end = offset + length
    start = max(0, offset - _REACH[lang])
    stop = min(len(text), end + _REACH[lang])
    if lang == "en":  # begin and end with whole words
        start = text.find(" ", start, offset) + 1 or offset if start else 0
        stop = text.rfind(" ", end, stop) if stop < len(text) and " " in text[end:stop] else stop
    left = ("…" if start else "") + text[start:offset]
    right = text[end:stop] + ("…" if stop < len(text) else "")
    return Line(left=_flat(left), hit=_flat(text[offset:end]), right=_flat(right), answer=answer)


def _flat(text: str) -> str:
    return text.replace("\n\n", " ").replace("\n", " ")


def counts(index: Index, term: str) -> dict[tuple[str, str], int]:
    """Return how often a term occurs, by document and language: every document, every language it has."""
    table: dict[tuple[str, str], int] = {
        (pairs.document.manifest.id, lang): 0
        for pairs in index.edition.documents
        for lang in pairs.document.manifest.languages
    }
    for occurrence in index.by_term.get(term, ()):
        table[document_of(occurrence.id), occurrence.lang] += 1
    return table
