"""The edition by text and by term: what every other module here asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ..address import Addresses
from ..model import LANGS, Edition, Occurrence, Term
from ..units import units

Key = tuple[str, str, str]
"""A unit: id, part, language."""


def other(lang: str) -> str:
    """Return the other of the two languages."""
    return LANGS[1 - LANGS.index(lang)]


def document_of(id: str) -> str:
    """Return the document that an id belongs to."""
    return id.partition(":")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Texts in reading order, and the occurrences of each term in them."""

    edition: Edition
    addresses: Addresses
    texts: Mapping[Key, str]
    order: Mapping[Key, int]
    by_term: Mapping[str, tuple[Occurrence, ...]]
    terms: Mapping[str, Term]

    def counterpart(self, key: Key) -> str | None:
        """Return the aligned text in the other language, if there is one."""
        id, part, lang = key
        return self.texts.get((id, part, other(lang)))

    def clause(self, id: str) -> str:
        """Return the clause (or the document) that an id belongs to."""
        return self.addresses.clause(id)

    def form(self, occurrence: Occurrence) -> str:
        """Return the words of an occurrence as they stand in the text."""
        text = self.texts[key_of(occurrence)]
        return text[occurrence.offset : occurrence.offset + occurrence.length]


def key_of(occurrence: Occurrence) -> Key:
    """Return the unit that an occurrence stands in."""
    return occurrence.id, occurrence.part, occurrence.lang


def index(edition: Edition) -> Index:
    """Return the index of an edition; it is made once for all pages."""
    texts: dict[Key, str] = {}
    for pairs in edition.documents:
        for unit in units(pairs):
            texts[unit.id, unit.part, unit.lang] = unit.reading.text
    by_term: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in edition.occurrences:
        by_term[occurrence.term].append(occurrence)
    return Index(
        edition=edition,
        addresses=Addresses(edition.documents),
        texts=texts,
        order={key: number for number, key in enumerate(texts)},
        by_term={term: tuple(found) for term, found in by_term.items()},
        terms={term.id: term for term in edition.corpus.glossary.terms},
    )
