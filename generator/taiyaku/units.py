"""The finest addressable texts of a clause, in one order for every stage that walks them."""

from __future__ import annotations

from collections.abc import Iterator

from .model import LANGS, Block, Clause, PairItem, Pairs, Reading, Row, Unit


def units(pairs: Pairs) -> Iterator[Unit]:
    """Yield every text of a document: front matter, headings, paragraphs, items, cells."""
    for lang in LANGS:
        for part, reading in (pairs.front.get(lang) or {}).items():
            id = pairs.document.manifest.id
            yield Unit(id=id, block=id, part=part, lang=lang, reading=reading)
    for clause in pairs.clauses:
        yield from clause_units(clause)


def clause_units(clause: Clause) -> Iterator[Unit]:
    """Yield the heading of a clause (part `heading`) and the texts of its blocks, in both languages."""
    for lang in LANGS:
        heading = clause.heading.get(lang) if clause.heading else None
        if heading:
            yield Unit(id=clause.id, block=clause.id, part="heading", lang=lang, reading=heading)
    for block in clause.blocks:
        yield from block_units(block)


def block_units(block: Block) -> Iterator[Unit]:
    """Yield the texts of a block; the id is the block's, an item's or a row's, the part a cell (`c2.i1`)."""
    for lang in LANGS:
        text = block.text.get(lang)
        if text:
            yield Unit(id=block.id, block=block.id, part="", lang=lang, reading=text)
        yield from _items(block, block.items, lang)
        yield from _cells(block, block.rows.get(lang) or (), lang)


def _items(block: Block, items: tuple[PairItem, ...], lang: str) -> Iterator[Unit]:
    for item in items:
        text = item.text.get(lang)
        if text:
            yield Unit(id=item.id, block=block.id, part="", lang=lang, reading=text)
        yield from _items(block, item.items, lang)


def _cells(block: Block, rows: tuple[Row, ...], lang: str) -> Iterator[Unit]:
    for r, row in enumerate(rows, 1):
        for c, cell in enumerate(row, 1):
            texts: list[tuple[str, Reading]] = [("", cell.reading)]
            texts += [(f".i{i}", item) for i, item in enumerate(cell.items, 1)]
            for part, reading in texts:
                if reading:
                    id = f"{block.id}.r{r}"
                    yield Unit(id=id, block=block.id, part=f"c{c}{part}", lang=lang, reading=reading)


def note_id(clause: Clause, number: str) -> str | None:
    """Return the id of the clause's note with the printed `number`."""
    return next(
        (block.id for block in clause.blocks if block.kind == "note" and block.number == number), None
    )
