"""Random queries from the texts: slips in phrases, pieces of text, pairs of words; always the same."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from taiyaku.search.records import Record

SEED = 20150427
_STOP = frozenset(
    "the and for with will that their this from these such which other each both its they have".split()  # noqa: SIM905
)
_WORD = re.compile(r"[A-Za-z]+")
_RUN = re.compile(r"[ぁ-ゖァ-ヺー々一-鿿]{8,}")


@dataclass(frozen=True)
class Query:
    """A query and the ids of the clauses that it was drawn from or that hold the same."""

    text: str
    lang: str
    kind: str
    relevant: frozenset[str]


def queries(records: list[Record], lang: str, count: int) -> list[Query]:
    """Return `count` queries in one language: a third each of slips, pieces and pairs."""
    side = 0 if lang == "en" else 1
    texts = {r.id: _text(r, side) for r in records if r.kind in {"clause", "figure"}}
    texts = {id: text for id, text in texts.items() if len(text) > 60}
    draw = random.Random(f"{SEED}{lang}")
    makers = EN if lang == "en" else JA
    found: list[Query] = []
    while len(found) < count:
        kind, make = makers[len(found) % len(makers)]
        text, wanted = make(draw, texts[draw.choice(sorted(texts))])
        if text:
            relevant = frozenset(id for id, other in texts.items() if all(each in other for each in wanted))
            found.append(Query(text, lang, kind, relevant))
    return found


def _text(record: Record, side: int) -> str:
    pieces = (record.title[side], *(passage.texts[side] for passage in record.passages))
    return " ".join(" ".join(pieces).lower().split())


Drawn = tuple[str, list[str]]


def _slip(draw: random.Random, text: str) -> Drawn:
    """Three to five words in a row, two of which say something; a letter of a long one is wrong."""
    words = text.split()
    at = draw.randrange(max(1, len(words) - 5))
    phrase = words[at : at + draw.randint(3, 5)]
    telling = [i for i, word in enumerate(phrase) if word.isalpha() and word not in _STOP and len(word) > 3]
    long = [i for i in telling if len(phrase[i]) > 6]
    if not long or len(telling) < 2:
        return "", []
    i = draw.choice(long)
    return " ".join([*phrase[:i], _misspelt(draw, phrase[i]), *phrase[i + 1 :]]), [" ".join(phrase)]


def _misspelt(draw: random.Random, word: str) -> str:
    at = draw.randrange(1, len(word) - 1)
    ways = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + draw.choice("etaoinshr") + word[at + 1 :],
    )
    return draw.choice(ways)


def _piece(draw: random.Random, text: str) -> Drawn:
    """A piece cut anywhere, also inside words, that keeps at least one whole word of five letters."""
    length = draw.randint(14, 26)
    at = draw.randrange(max(1, len(text) - length))
    piece = text[at : at + length].strip()
    inner = piece.split()[1:-1]
    whole = [word for word in inner if word.isalpha() and len(word) > 4 and word not in _STOP]
    return (piece, [piece]) if whole and re.fullmatch("[a-z -]+", piece) else ("", [])


def _pair(draw: random.Random, text: str) -> Drawn:
    words = sorted({word for word in _WORD.findall(text) if len(word) > 4 and word not in _STOP})
    pair = draw.sample(words, 2) if len(words) > 1 else []
    return " ".join(pair), pair


def _piece_ja(draw: random.Random, text: str) -> Drawn:
    runs = _RUN.findall(text)
    if not runs:
        return "", []
    run = draw.choice(runs)
    length = draw.randint(4, 8)
    at = draw.randrange(len(run) - length + 1)
    return run[at : at + length], [run[at : at + length]]


def _slip_ja(draw: random.Random, text: str) -> Drawn:
    runs = [run for run in _RUN.findall(text) if len(run) > 9]
    if not runs:
        return "", []
    run = draw.choice(runs)
    at = draw.randrange(len(run) - 9)
    phrase = run[at : at + 10]
    hole = draw.randrange(2, 8)
    return phrase[:hole] + phrase[hole + 1 :], [phrase]


def _pair_ja(draw: random.Random, text: str) -> Drawn:
    words = sorted(set(re.findall(r"[一-鿿]{2,4}|[ァ-ヺー]{3,}", text)))
    pair = draw.sample(words, 2) if len(words) > 1 else []
    return " ".join(pair), pair


Maker = tuple[str, Callable[[random.Random, str], Drawn]]
EN: tuple[Maker, ...] = (("slip", _slip), ("piece", _piece), ("pair", _pair))
JA: tuple[Maker, ...] = (("slip", _slip_ja), ("piece", _piece_ja), ("pair", _pair_ja))


def both(records: list[Record], count: int) -> Iterator[Query]:
    """Yield the queries of both languages."""
    for lang in ("en", "ja"):
        yield from queries(records, lang, count)
