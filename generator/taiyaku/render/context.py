"""What a page's functions need to know: whose page it is, where it stands, what is linked on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ..address import Addresses, anchor, in_language, relative
from ..attest import attestation
from ..model import LANGS, Edition, Occurrence, Pairs, Term
from ..words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """The edition's layers over the text, made once for all pages."""

    edition: Edition
    addresses: Addresses
    occurrences: Mapping[tuple[str, str, str], tuple[Occurrence, ...]]
    first: frozenset[Occurrence]
    terms: Mapping[str, Term]
    attested: Mapping[str, Mapping[str, bool]]


def layers(edition: Edition) -> Layers:
    """Return the occurrences by unit, and which are the first of their term in their clause."""
    addresses = Addresses(edition.documents)
    by_unit: dict[tuple[str, str, str], list[Occurrence]] = defaultdict(list)
    seen: set[tuple[str, str, str]] = set()
    first = set()
    for occurrence in edition.occurrences:
        by_unit[occurrence.id, occurrence.part, occurrence.lang].append(occurrence)
        key = (addresses.clause(occurrence.id), occurrence.lang, occurrence.term)
        if occurrence.part != "heading" and key not in seen:
            seen.add(key)
            first.add(occurrence)
    return Layers(
        edition=edition,
        addresses=addresses,
        occurrences={key: tuple(found) for key, found in by_unit.items()},
        first=frozenset(first),
        terms={term.id: term for term in edition.corpus.glossary.terms},
        attested=attestation(edition),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: its language and its path from the root without the language folder.

    `whole` is a page that holds the whole document, where every anchor of it stands.
    """

    layers: Layers
    lang: str
    path: str
    pairs: Pairs | None = None
    whole: bool = False

    def say(self, key: str, **values: object) -> str:
        """Return words of the interface in the page's language."""
        return say(key, self.lang, **values)

    def href(self, id: str) -> str:
        """Return the relative address of an id."""
        if self.whole and self.pairs and id.startswith(f"{self.pairs.document.manifest.id}:"):
            return f"#{anchor(id)}"
        return relative(self.layers.addresses.url(id, self.lang), in_language(self.path, self.lang))

    def to(self, path: str) -> str:
        """Return the relative address of a page of the same language."""
        return relative(path, self.path)

    @property
    def order(self) -> tuple[str, ...]:
        """The languages in the order in which they stand: the page's own first."""
        return (self.lang, *(lang for lang in LANGS if lang != self.lang))
