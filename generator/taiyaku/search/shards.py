"""Postings and records -> files: small scripts that each hand a piece of the index over (see FORMAT.md)."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from operator import sub
from typing import Any

from .cited import CITED
from .records import Record
from .weigh import Postings

FOLDER = "assets/search"
SIZE = 1_400  # bytes of a shard at least
GROWTH = 2.8  # bytes of a shard of postings for the root of their number
MOST = 4096
_ENDS, _MORE = 57, 34

Files = dict[str, bytes]


def script(name: str, data: Any) -> bytes:
    """Return a script that hands `data` over under `name`."""
    value = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'taiyaku.shard("{name}",{value})\n'.encode()


def number(value: int) -> str:
    """Return a number in printable characters: digits # to [ end it, ] to ~ go before."""
    last = chr(35 + value % _ENDS)
    value //= _ENDS
    more = ""
    while value:
        value, digit = divmod(value, _MORE)
        more = chr(93 + digit) + more
    return more + last


_SHORT = [number(value) for value in range(2048)]


def entry(key: str, found: Sequence[int]) -> str:
    """Return a key and its postings: for each level from the highest `!`, its letter, and the steps."""
    total = len(found)
    most = total if key.startswith(CITED) else MOST  # a citation wants its own clause, not the best
    left, text = most, [key] if total <= most else [f"{key}={total}"]
    for level, kept in sorted(_by_level(found).items(), reverse=True):
        if left > 0:
            text.append("!" + chr(96 + level) + _steps(kept[:left]))
            left -= len(kept)
    return "".join(text)


def _by_level(found: Iterable[int]) -> dict[int, list[int]]:
    levels: dict[int, list[int]] = {}
    for packed in found:
        level = packed & 15
        if level in levels:
            levels[level].append(packed >> 4)
        else:
            levels[level] = [packed >> 4]
    return levels


def _steps(numbers: list[int]) -> str:
    gaps = map(sub, numbers, [0, *(each + 1 for each in numbers)])
    return "".join([_SHORT[gap] if gap < 2048 else number(gap) for gap in gaps])


def cut(entries: Iterable[tuple[str, str]], between: str, most: int = SIZE) -> Iterator[tuple[str, str]]:
    """Yield (first key, text) of pieces of about `most` bytes; the entries are in order of their keys."""
    first, piece, size = "", list[str](), 0
    for key, text in entries:
        if size > most:
            yield first, between.join(piece)
            piece, size = [], 0
        first = first if piece else key
        piece.append(text)
        size += len(text.encode())
    if piece:
        yield first, between.join(piece)


def term_files(postings: Postings) -> tuple[Files, list[str]]:
    """Return the shards of postings, and the first key of each.

    A shard is loaded for a key, the list of first keys always: what both weigh together is least where a
    shard grows with the root of the whole.
    """
    most = max(SIZE, int(GROWTH * math.sqrt(sum(map(len, postings.values())))))
    return _numbered("t", cut(((key, entry(key, postings[key])) for key in sorted(postings)), " ", most))


def word_files(postings: Postings, *, backwards: bool = False) -> tuple[Files, list[str]]:
    """Return the vocabulary in shards: each word, and a capital for how many have it (A 1, B 2–3 …).

    It is written in order of beginnings and, spelt backwards, of endings: one of them survives a slip.
    """
    words = [key for key in postings if len(key) > 2 and key.isascii() and key.isalpha()]
    spelt = sorted((word[::-1] if backwards else word, len(postings[word])) for word in words)
    known = ((word, word + chr(65 + min(25, int(math.log2(total))))) for word, total in spelt)
    return _numbered("v" if backwards else "w", cut(known, ""))


def _numbered(prefix: str, pieces: Iterable[tuple[str, str]]) -> tuple[Files, list[str]]:
    made, firsts = Files(), []
    for index, (first, text) in enumerate(pieces):
        made[f"{FOLDER}/{prefix}{index}.js"] = script(f"{prefix}{index}", text)
        firsts.append(first)
    return made, firsts


def text_files(records: Sequence[Record]) -> Files:
    """Return the texts of the records, a file for each and language, as a ranking needs one of them."""
    made = Files()
    for number, record in enumerate(records):
        for name, told in ((f"en{number}", _english(record)), (f"ja{number}", _japanese(record))):
            made[f"{FOLDER}/{name}.js"] = script(name, told)
    return made


def _english(record: Record) -> list[Any]:
    passages = [[passage.part, passage.texts[0]] for passage in record.passages]
    return [record.id, record.path, record.label, record.title[0], passages]


def _japanese(record: Record) -> list[Any]:
    texts = [passage.texts[1] for passage in record.passages]
    return [record.title[1], texts, *([record.called] if record.called else [])]
