"""Words that answer each other in the two languages, by the glossary and by the aligned headings.

A record in which one side occurs is indexed under the other side too, with
less weight: so a query in one language reaches a text of the other, and an
acronym reaches a clause that never uses it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Edition
from .normal import fold, keys
from .records import Rendering

_LONGEST = 6
"""A heading of more words describes its clause; it names nothing that would recur."""


def renderings(edition: Edition) -> list[Rendering]:
    """Return what the glossary and the headings of clauses in both languages equate."""
    terms = edition.corpus.glossary.terms
    found = [
        Rendering(
            en=tuple(filter(None, (term.term.en, term.abbreviation, *term.variants.en))),
            ja=tuple(filter(None, (term.term.ja, *term.variants.ja))),
            homes=frozenset(term.defined_in),
            documents=frozenset(term.documents),
            names=(bool(term.abbreviation) + 1, 1),
        )
        for term in terms
    ]
    known = {fold(form) for rendering in found for form in rendering.en}
    return found + [each for each in _headings(edition) if fold(each.en[0]) not in known]


def _headings(edition: Edition) -> Iterator[Rendering]:
    pairs: dict[str, tuple[str, list[str]]] = {}
    for document in edition.documents:
        for clause in document.clauses:
            if not (clause.heading and clause.heading.en and clause.heading.ja):
                continue
            en, ja = clause.heading.en.text, clause.heading.ja.text
            if 2 <= len(keys(en)[0]) <= _LONGEST:
                forms = pairs.setdefault(fold(en), (en, []))[1]
                forms += [ja] if ja not in forms else []
    for en, forms in pairs.values():
        yield Rendering(en=(en,), ja=tuple(forms))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rendering adds to a record: the keys of its names, and whether the record is its home."""

    latin: frozenset[str]
    japanese: frozenset[str]
    home: bool


class Finder:
    """Finds which renderings occur in a record."""

    def __init__(self, known: list[Rendering]) -> None:
        self._known = known
        self._names = [_names(rendering) for rendering in known]
        self._en: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        self._ja: list[tuple[str, int]] = []
        for index, rendering in enumerate(known):
            for form in rendering.en:
                words = tuple(keys(form)[0])
                if words:
                    self._en[words[0]].append((words, index))
            self._ja += [(fold(form), index) for form in rendering.ja]

    def answers(self, id: str, document: str, words: list[str], japanese: str) -> Iterator[Answer]:
        """Yield what the renderings in a text (its stems, its folded Japanese) add to it."""
        met = {index for form, index in self._ja if form in japanese} if japanese else set()
        for at, word in enumerate(words):
            for form, index in self._en.get(word, ()):
                if len(form) == 1 or tuple(words[at : at + len(form)]) == form:
                    met.add(index)
        for index in sorted(met):
            only = self._known[index].documents
            if not only or document in only:
                yield Answer(*self._names[index], id in self._known[index].homes)


def _names(rendering: Rendering) -> tuple[frozenset[str], frozenset[str]]:
    found: set[str] = set()
    for form in (*rendering.en[: rendering.names[0]], *rendering.ja[: rendering.names[1]]):
        words, rest = keys(form)
        found.update(words, rest)
    latin = frozenset(key for key in found if key.isascii())
    return latin, frozenset(found - latin)
