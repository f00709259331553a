"""Records -> postings: how much each key counts in each record (BM25F, in sixteenths)."""

from __future__ import annotations

import os
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from itertools import repeat

from . import cited
from .normal import Keys, fold, keys, keys_of
from .records import Record
from .renderings import Finder

LEVELS = 15
_SATURATION = 1.2
_ALIAS, _CONTEXT, _ANSWER, _HOME, _TITLED, _MOST = 1.5, 0.3, 0.35, 2.0, 2.5, 0.6

# Weight, usual length in keys, and share of a text's length that counts against it.
_TITLE = (4.0, 6.0, 0.6)
_TEXT = (1.0, 160.0, 0.5)

_SHARE = 4_000  # fewer records than this are not worth a process

_named = lru_cache(8192)(keys)  # titles and headings come back with every clause below them
_numbers = partial(array, "I")
Postings = dict[str, "array[int]"]
"""Key -> record * 16 + level, in order of records."""


def postings(records: Sequence[Record], finder: Finder) -> Postings:
    """Return the postings of all records, numbered in their order; the cores share many among them."""
    workers = min(os.cpu_count() or 1, len(records) // _SHARE)
    if workers < 2:
        return _counted(records, finder, 0)
    size = -(-len(records) // workers)
    firsts = range(0, len(records), size)
    with ProcessPoolExecutor(workers) as pool:
        parts = pool.map(_counted, (records[at : at + size] for at in firsts), repeat(finder), firsts)
        found = next(parts)
        for part in parts:
            for key, numbers in part.items():
                found[key].extend(numbers)
    return found


def _counted(records: Iterable[Record], finder: Finder, first: int) -> Postings:
    found: Postings = defaultdict(_numbers)
    for number, record in enumerate(records, first):
        for key, weight in _weights(record, finder).items():
            level = int(LEVELS * weight / (weight + _SATURATION) + 0.5) or 1
            found[key].append(number * 16 + level)
        for key in cited.keys(record):
            found[key].append(number * 16 + LEVELS)
    return found


def _weights(record: Record, finder: Finder) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    bodies = [fold("\n".join(each)) for each in zip(*(p.texts for p in record.passages), strict=True)]
    title = [_named(text) for text in record.title]
    texts = [keys_of(body) for body in bodies]
    for field, found in ((_TITLE, title), (_TEXT, texts)):
        for words, rest in found:
            _add(weights, words, rest, field)
    _answers(record, finder, (title, texts), (fold(record.title[1]), bodies[1] if bodies else ""), weights)
    for much, names in ((_ALIAS, (record.label, *record.aliases)), (_CONTEXT, record.context)):
        for name in filter(None, names):
            words, rest = _named(name)
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


def _answers(
    record: Record,
    finder: Finder,
    found: tuple[list[Keys], list[Keys]],
    japanese: tuple[str, str],
    weights: dict[str, float],
) -> None:
    """Add the other names of what a record speaks of: more in its home, and where its title names it."""
    added: dict[str, float] = {}
    for much, texts, folded in zip((_TITLED, 1.0), found, japanese, strict=True):
        words = [word for words, _ in texts for word in words]
        for answer in finder.answers(record.id, record.document, words, folded):
            for key in answer.latin:
                other = 0.0 if key in weights else _ANSWER * much
                added[key] = max(added.get(key, 0.0), _HOME if answer.home else other)
            for key in answer.japanese - weights.keys():
                added[key] = max(added.get(key, 0.0), min(_MOST, _ANSWER * (much + answer.home)))
    for key, much in added.items():
        weights[key] += much
