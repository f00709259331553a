"""A document in one language as a run of pieces, for the formats that people read without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..dates import written
from ..model import Block, BlockKind, Cell, Clause, Manifest, PairItem, Pairs
from ..words import say

PieceKind = Literal["heading", "paragraph", "item", "row", "note", "caption", "see"]


_KINDS: dict[BlockKind, PieceKind] = {
    "paragraph": "paragraph",
    "note": "note",
    "caption": "caption",
    "see": "see",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A heading, a paragraph, an item or a row; `depth` is a heading's or an item's level from 0."""

    kind: PieceKind
    id: str
    text: str = ""
    number: str = ""
    depth: int = 0
    cells: tuple[str, ...] = ()
    header: bool = False


def pieces(pairs: Pairs, lang: str) -> Iterator[Piece]:
    """Yield every piece of the document that `lang` has, in printed order."""
    for clause in pairs.clauses:
        yield heading(pairs.document.manifest, clause, lang)
        for block in clause.blocks:
            yield from block_pieces(block, lang)


def heading(manifest: Manifest, clause: Clause, lang: str) -> Piece:
    """Return a clause's number and heading; an unnumbered one without has the edition's name for it."""
    special = next((each for each in manifest.specials if each.label == clause.label), None)
    reading = clause.heading.get(lang) if clause.heading else None
    number = clause.figure.printed if clause.figure else clause.marker.get(lang) or ""
    name = special.name.get(lang) if special else ""
    words = reading.text if reading else name
    lead = name if special and reading else number
    return Piece(kind="heading", id=clause.id, text=words, number=lead, depth=max(clause.level, 0))


def block_pieces(block: Block, lang: str) -> Iterator[Piece]:
    """Yield the pieces of a block in one language."""
    yield from _items(block.items, lang, 0)
    for n, row in enumerate(block.rows.get(lang) or (), 1):
        cells = tuple(_cell(cell) for cell in row)
        header = all(cell.header for cell in row)
        yield Piece(kind="row", id=f"{block.id}.r{n}", cells=cells, header=header)
    reading = block.text.get(lang)
    kind = _KINDS.get(block.kind)
    if reading and kind:
        yield Piece(kind=kind, id=block.id, text=reading.text, number=block.number)


def _items(items: tuple[PairItem, ...], lang: str, depth: int) -> Iterator[Piece]:
    for item in items:
        reading = item.text.get(lang)
        if reading:
            yield Piece(kind="item", id=item.id, text=reading.text, depth=depth)
        yield from _items(item.items, lang, depth + 1)


def _cell(cell: Cell) -> str:
    return "; ".join(text for text in (cell.reading.text, *(item.text for item in cell.items)) if text)


def colophon(manifest: Manifest, lang: str) -> tuple[str, str, str]:
    """Return a document's title, who issued it and when, and whose edition this is."""
    issued = f"{manifest.issuer.get(lang)}, {written(manifest.date, lang)}"
    if lang == "ja":
        issued = f"{manifest.issuer.get(lang)}　{written(manifest.date, lang)}"
    return manifest.title.get(lang), issued, f"{say('brand', 'en')}: {say('unofficial', lang)}"
