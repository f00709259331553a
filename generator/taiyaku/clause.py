"""A clause while it is built: its blocks and lists, and the notes that it calls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from .model import Item, Leaf, Line, Node, RawCell, Reading


@dataclass
class Open:
    """A clause being built."""

    label: str
    parent: str | None
    level: int
    lineno: int
    marker: str = ""
    heading: Reading | None = None
    blocks: list[Leaf] = field(default_factory=list)
    rows: list[tuple[int, tuple[RawCell, ...]]] = field(default_factory=list)

    def close(self) -> Node:
        """Return the clause as it stands."""
        return Node(
            label=self.label,
            parent=self.parent,
            level=self.level,
            lineno=self.lineno,
            marker=self.marker,
            heading=self.heading,
            blocks=tuple(self.blocks),
        )

    def add_row(self, line: Line) -> None:
        """Add a table's row; the table stands where its first row does, wherever the others are."""
        if not self.rows:
            self.blocks.append(Leaf(kind="table", lineno=line.lineno))
        self.rows.append((line.lineno, line.cells))

    def add_item(self, line: Line) -> None:
        """Add a list item; items with nothing but a page break or a float between them are one list."""
        item, blocks = Item(reading=line.reading), self.blocks
        running = [index for index, leaf in enumerate(blocks) if leaf.kind in ("paragraph", "list", "table")]
        if running and blocks[running[-1]].kind == "list":
            last = blocks[running[-1]]
            blocks[running[-1]] = replace(last, items=(*last.items, item))
        else:
            blocks.append(Leaf(kind="list", lineno=line.lineno, items=(item,)))

    def indent(self, first: str, last: str) -> bool:
        """Put the items from the one that begins with `first` to that with `last` under the item before.

        Returns whether there are such items, and one before them.
        """
        found = False
        for index, leaf in enumerate(self.blocks):
            indented = _indented(leaf.items, first, last)
            if indented != leaf.items:
                self.blocks[index] = replace(leaf, items=indented)
                found = True
        return found

    def calls(self) -> set[str]:
        """Return the numbers of the notes that its text calls."""
        return {call.number for leaf in self.blocks for reading in _readings(leaf) for call in reading.calls}


def _indented(items: tuple[Item, ...], first: str, last: str) -> tuple[Item, ...]:
    texts = [item.reading.text for item in items]
    start = next((i for i, text in enumerate(texts) if text.startswith(first)), 0)
    stop = next((i for i, text in enumerate(texts) if i >= start and text.startswith(last)), 0)
    if not start or not stop:
        return items
    head = replace(items[start - 1], items=items[start : stop + 1])
    return (*items[: start - 1], head, *items[stop + 1 :])


def _readings(leaf: Leaf) -> Iterable[Reading]:
    yield leaf.reading
    for item in leaf.items:
        yield item.reading
        yield from (sub.reading for sub in item.items)
    for row in leaf.rows:
        for cell in row:
            yield cell.reading
            yield from cell.items
