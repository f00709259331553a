"""Every form of every term, found again by another way than the generator's: letter by letter."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from edition import data, edition, texts

EDITION = "corpus"


def _forms() -> dict[str, list[tuple[str, str | None, frozenset[str]]]]:
    """Return (form, its term or none, the documents it counts in) by language, the longest first."""
    found: dict[str, list[tuple[str, str | None, frozenset[str]]]] = {"en": [], "ja": []}
    for term in edition(EDITION).corpus.glossary.terms:
        only = frozenset(term.documents)
        for lang, own in found.items():
            named = [term.term.get(lang), term.abbreviation, *term.variants.get(lang)]
            own += [(form, term.id, only) for form in dict.fromkeys(named) if form]
            own += [(form, None, only) for form in term.not_in.get(lang)]
    return {
        lang: sorted(own, key=lambda each: (-len(each[0]), each[1] is not None))
        for lang, own in found.items()
    }


def _alike(text: str, at: int, form: str) -> bool:
    end = at + len(form)
    piece = text[at:end].replace("’", "'").replace("\n", " ")
    wanted = form.replace("’", "'")
    if piece != wanted and (form == form.upper() or piece.casefold() != wanted.casefold()):
        return False
    word = lambda c: c.isascii() and c.isalnum()  # noqa: E731
    if word(form[0]) and at and word(text[at - 1]):
        return False
    return not (word(form[-1]) and end < len(text) and word(text[end]))


def _found(
    text: str, forms: list[tuple[str, str | None, frozenset[str]]], document: str
) -> Iterator[tuple[str, int, int]]:
    meant: dict[str, list[tuple[str, str | None, frozenset[str]]]] = {}
    for each in forms:
        if not each[2] or document in each[2]:
            meant.setdefault(each[0][0].casefold(), []).append(each)
    at = 0
    while at < len(text):
        hit = next((each for each in meant.get(text[at].casefold(), ()) if _alike(text, at, each[0])), None)
        if hit is None:
            at += 1
            continue
        if hit[1]:
            yield hit[1], at, len(hit[0])
        at += len(hit[0])


def test_every_occurrence_stands_in_the_data_once_and_none_inside_a_word() -> None:
    forms = _forms()
    counted: Counter[tuple[str, str, str, int, int]] = Counter()
    for block, _, lang, text in texts(EDITION):
        document = block.split(":")[0]
        for term, offset, length in _found(text, forms[lang], document):
            counted[term, document, lang, offset, length] += 1
    told: Counter[tuple[str, str, str, int, int]] = Counter()
    for term in data(EDITION)["glossary"]["terms"]:
        told.update(_told(term))
    assert told == counted
    assert sum(told.values()) > 1500


def _told(term: dict[str, Any]) -> Iterator[tuple[str, str, str, int, int]]:
    seen = set()
    for one in term["occurrences"]:
        place = (one["block"], one.get("part", ""), one["lang"], one["offset"])
        assert place not in seen, f"{term['id']} twice at {place}"
        seen.add(place)
        if ":" in one["block"]:  # titles stand in no block of the corpus
            yield term["id"], one["block"].split(":")[0], one["lang"], one["offset"], one["length"]
