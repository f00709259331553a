"""The corpus many times over: each copy a little different, the same every time."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from taiyaku.search.manifest import Catalogue
from taiyaku.search.records import Passage, Record

_WORD = re.compile(r"[A-Za-z]{5,}")
_COMPOUND = re.compile(r"[一-鿿]{2,4}")
_SYLLABLES = ("ba", "con", "dir", "el", "for", "gan", "mel", "nor", "pro", "ril", "sta", "tun", "ver", "zon")
CHANGED, COINED = 0.05, 0.01


def grown(catalogue: Catalogue, times: int) -> Catalogue:
    """Return a catalogue with `times` copies of every document; terms, events and pages stay single."""
    clauses = [record for record in catalogue.records if record.document]
    others = [record for record in catalogue.records if not record.document]
    stock = _stock(clauses)
    documents = [{**d, "id": _id(d["id"], k)} for k in range(times) for d in catalogue.documents]
    records = clauses + [copy for k in range(1, times) for copy in _copies(clauses, k, stock)]
    return Catalogue(documents, records + others, catalogue.renderings)


def _stock(records: list[Record]) -> tuple[list[str], list[str]]:
    texts = [text for record in records for passage in record.passages for text in passage.texts]
    joined = "\n".join(texts)
    return sorted(set(_WORD.findall(joined))), sorted(set(_COMPOUND.findall(joined)))


def _id(id: str, copy: int) -> str:
    document, colon, rest = id.partition(":")
    return f"{document}~{copy}{colon}{rest}" if copy else id


def _copies(records: list[Record], copy: int, stock: tuple[list[str], list[str]]) -> Iterator[Record]:
    draw = random.Random(copy)
    coined = ["".join(draw.choices(_SYLLABLES, k=3)) for _ in range(40)]
    for record in records:
        yield replace(
            record,
            id=_id(record.id, copy),
            document=_id(record.document, copy),
            path=record.path.replace("/", f"~{copy}/", 1),
            passages=tuple(_varied(passage, draw, stock, coined) for passage in record.passages),
        )


def _varied(
    passage: Passage, draw: random.Random, stock: tuple[list[str], list[str]], coined: list[str]
) -> Passage:
    def word(match: re.Match[str]) -> str:
        chance = draw.random()
        if chance < COINED:
            return draw.choice(coined)
        return draw.choice(stock[0]) if chance < CHANGED else match.group()

    def compound(match: re.Match[str]) -> str:
        return draw.choice(stock[1]) if draw.random() < CHANGED else match.group()

    en, ja = passage.texts
    return replace(passage, texts=(_WORD.sub(word, en), _COMPOUND.sub(compound, ja)))
