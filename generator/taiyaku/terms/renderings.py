"""Which words answer which, in the aligned texts: counted, never assumed.

In a unit that has both languages the occurrences of a subject (a term, or a
declared phrase) are paired: the same letters first (ISR with ISR), then in
order.  What is left over on one side is said once less on the other; where
the other side has nothing at all, the rendering is missing, or is a declared
answer.  For a phrase, whose words do other work too, a unit in which several
of its Japanese forms stand decides nothing and is counted apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..link import folded
from ..model import Both, Phrase, Term
from .index import Index
from .kana import kana, order

Place = tuple[str, str]
"""The id and part of an aligned unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An English form and the Japanese form that answers it, each as first met, and where."""

    en: str
    ja: str
    places: tuple[Place, ...]
    declared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """What is known of one subject; `missing` are places, by the language that has it.

    `surplus` are places where one language has a form more often than the other, once for each left over.
    """

    id: str
    kind: str
    name: Both[str]
    answered: tuple[Answered, ...]
    missing: Mapping[str, tuple[Place, ...]]
    surplus: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    undecided: tuple[Place, ...] = ()

    def answers(self) -> dict[str, list[Answered]]:
        """Return the Japanese answers of each English form; a phrase's forms are one, being one word's."""
        found: dict[str, list[Answered]] = defaultdict(list)
        for each in self.answered:
            found[folded(each.en) if self.kind == "term" else ""].append(each)
        return dict(found)

    @property
    def many(self) -> bool:
        """Whether several Japanese forms answer one English form."""
        return any(len({each.ja for each in own}) > 1 for own in self.answers().values())


def of_term(index: Index, term: Term) -> Rendering | None:
    """Return the renderings of a term, or None where it stands in no aligned text."""
    units = _aligned(index, term)
    if not units:
        return None
    found = _Gatherer()
    missing: dict[str, list[Place]] = {"en": [], "ja": []}
    surplus: dict[str, list[Place]] = {"en": [], "ja": []}
    for place, (en, ja) in units.items():
        if en and ja:
            for pair in paired(en, ja):
                found.add(*pair, place)
            surplus["en" if len(en) > len(ja) else "ja"] += [place] * abs(len(en) - len(ja))
        else:
            has, lacks = ("en", "ja") if en else ("ja", "en")
            words = _declared(index, term.id, place[0], lacks)
            if words is None:
                missing[has].append(place)
            elif en:
                found.add(en[0], words, place, declared=True)
            else:
                found.add(words, ja[0], place, declared=True)
    name = Both(en=term.term.en, ja=term.term.ja)
    return Rendering(
        id=term.id,
        kind="term",
        name=name,
        answered=found.told(),
        missing=_told(missing),
        surplus=_told(surplus),
    )


def _told(places: Mapping[str, list[Place]]) -> dict[str, tuple[Place, ...]]:
    return {lang: tuple(own) for lang, own in places.items()}


def of_phrase(index: Index, phrase: Phrase) -> Rendering:
    """Return the renderings of a declared phrase."""
    patterns = {"en": words_pattern(phrase.en, "en"), "ja": words_pattern(phrase.ja, "ja")}
    found, undecided = _Gatherer(), list[Place]()
    missing: dict[str, list[Place]] = {"en": [], "ja": []}
    for (id, part, lang), text in index.texts.items():
        japanese = index.texts.get((id, part, "ja"))
        if lang != "en" or japanese is None:
            continue
        en, ja = patterns["en"].findall(text), patterns["ja"].findall(japanese)
        if en and not ja:
            missing["en"].append((id, part))
        elif en and len(set(ja)) > 1:
            undecided.append((id, part))
        elif en:
            for form in dict.fromkeys(map(folded, en)):
                found.add(form, ja[0], (id, part))
    name = Both(en=" / ".join(phrase.en), ja="・".join(phrase.ja))
    return Rendering(
        id=phrase.id,
        kind="phrase",
        name=name,
        answered=found.told(),
        missing=_told(missing),
        undecided=tuple(undecided),
    )


def paired(en: Sequence[str], ja: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of two sequences of forms: equal ones first, then in order."""
    rest_en, rest_ja = list(en), list(ja)
    for form in en:
        if form in rest_ja:
            rest_en.remove(form)
            rest_ja.remove(form)
            yield form, form
    yield from zip(rest_en, rest_ja, strict=False)


def words_pattern(forms: Sequence[str], lang: str) -> re.Pattern[str]:
    """Return the pattern of some forms, the longest first; English ones stand alone, in any case."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    body = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered)
    return re.compile(rf"(?<![A-Za-z])(?i:{body})(?![A-Za-z])" if lang == "en" else body)


class _Gatherer:
    """Collects pairs of forms; forms alike but for case are one, named as first met."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str, bool], list[Place]] = defaultdict(list)
        self._names: dict[tuple[str, str, bool], tuple[str, str]] = {}

    def add(self, en: str, ja: str, place: Place, *, declared: bool = False) -> None:
        key = (folded(en), folded(ja), declared)
        self._names.setdefault(key, (en, ja))
        self._places[key].append(place)

    def told(self) -> tuple[Answered, ...]:
        """Return the pairs, the most frequent first."""
        made = [
            Answered(en=self._names[key][0], ja=self._names[key][1], places=tuple(places), declared=key[2])
            for key, places in self._places.items()
        ]
        return tuple(sorted(made, key=lambda each: -len(each.places)))


def _aligned(index: Index, term: Term) -> dict[Place, tuple[list[str], list[str]]]:
    """Return the forms of a term in each unit that has both languages."""
    units: dict[Place, tuple[list[str], list[str]]] = {}
    for occurrence in index.by_term.get(term.id, ()):
        key = (occurrence.id, occurrence.part, occurrence.lang)
        if index.counterpart(key) is not None:
            en, ja = units.setdefault(key[:2], ([], []))
            (en if occurrence.lang == "en" else ja).append(index.form(occurrence))
    return units


def _declared(index: Index, term: str, block: str, lang: str) -> str | None:
    found = (
        answer.words
        for answer in index.edition.corpus.phrases.answers
        if (answer.term, answer.block, answer.lang) == (term, block, lang)
    )
    return next(found, None)


def renderings(index: Index) -> list[Rendering]:
    """Return the renderings of every term and phrase that has any, terms first, by English name."""
    terms = sorted(index.terms.values(), key=lambda term: term.term.en.casefold())
    found = [rendering for term in terms if (rendering := of_term(index, term))]
    return found + [of_phrase(index, phrase) for phrase in index.edition.corpus.phrases.phrases]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backward:
    """A Japanese form and the English forms that it answers; `subjects` are theirs, in the same order."""

    ja: str
    kana: str
    answered: tuple[Answered, ...]
    subjects: tuple[Rendering, ...]

    @property
    def many(self) -> bool:
        """Whether it answers more than one term or phrase."""
        return len({subject.id for subject in self.subjects}) > 1


def backward(found: Sequence[Rendering], known: Mapping[str, str]) -> list[Backward]:
    """Return the same the other way round: by Japanese form, in the order of its kana as `known`."""
    table: dict[str, list[tuple[Answered, Rendering]]] = defaultdict(list)
    for rendering in found:
        for each in rendering.answered:
            table[each.ja].append((each, rendering))
    made = []
    for ja, own in sorted(table.items(), key=lambda entry: (*order(kana(entry[0], known)), entry[0])):
        own.sort(key=lambda pair: -len(pair[0].places))
        answered, subjects = zip(*own, strict=True)
        made.append(Backward(ja=ja, kana=kana(ja, known), answered=answered, subjects=subjects))
    return made
