"""Records -> postings: how much each key counts in each record (BM25F, in sixteenths)."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable

from .normal import fold, keys
from .records import Record
from .renderings import Finder

LEVELS = 15
CITED = "@"
_SATURATION = 1.2
_ALIAS, _CONTEXT, _ANSWER, _HOME, _TITLED, _MOST = 1.5, 0.3, 0.35, 2.0, 2.5, 0.6

# Weight, usual length in keys, and share of a text's length that counts against it.
_TITLE = (4.0, 6.0, 0.6)
_TEXT = (1.0, 160.0, 0.5)

Found = tuple[list[str], list[str]]
Postings = dict[str, "array[int]"]
"""Key -> record * 16 + level, in order of records."""


def postings(records: Iterable[Record], finder: Finder) -> Postings:
    """Return the postings of all records, numbered in their order."""
    found: Postings = defaultdict(lambda: array("L"))
    for number, record in enumerate(records):
        for key, weight in _weights(record, finder).items():
            level = int(LEVELS * weight / (weight + _SATURATION) + 0.5) or 1
            found[key].append(number * 16 + level)
        for label in {citation(name) for name in record.cited}:
            found[CITED + label].append(number * 16 + LEVELS)
    return found


def citation(name: str) -> str:
    """Return the pieces of a label, each letter group, number or kana, joined by dots."""
    return ".".join(re.findall(r"[a-z]+|[0-9]+|[ァ-ヶ]", unicodedata.normalize("NFKC", name).lower()))


def _weights(record: Record, finder: Finder) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    title = [keys(text) for text in record.title if text]
    texts = [keys("\n".join(each)) for each in zip(*(p.texts for p in record.passages), strict=True)]
    for field, found in ((_TITLE, title), (_TEXT, texts)):
        for words, rest in found:
            _add(weights, words, rest, field)
    _answers(record, finder, [title, texts], weights)
    for much, names in ((_ALIAS, (record.label, *record.aliases)), (_CONTEXT, record.context)):
        for name in filter(None, names):
            words, rest = keys(name)
            for key in {*words, *rest}:
                weights[key] += much
    return weights


def _add(
    weights: dict[str, float], words: list[str], rest: list[str], field: tuple[float, float, float]
) -> None:
    weight, usual, share = field
    each = weight / (1 - share + share * max(len(words), len(rest)) / usual)
    for key in words:
        weights[key] += each
    for key in rest:
        weights[key] += each


def _answers(record: Record, finder: Finder, found: list[list[Found]], weights: dict[str, float]) -> None:
    """Add the other names of what a record speaks of: more in its home, and where its title names it."""
    added: dict[str, float] = {}
    bodies = [record.title[1], "\n".join(passage.texts[1] for passage in record.passages)]
    for much, texts, japanese in zip((_TITLED, 1.0), found, bodies, strict=True):
        words = [word for words, _ in texts for word in words]
        for answer in finder.answers(record.id, record.document, words, fold(japanese)):
            for key in answer.latin:
                other = 0.0 if key in weights else _ANSWER * much
                added[key] = max(added.get(key, 0.0), _HOME if answer.home else other)
            for key in answer.japanese - weights.keys():
                added[key] = max(added.get(key, 0.0), min(_MOST, _ANSWER * (much + answer.home)))
    for key, much in added.items():
        weights[key] += much
