"""Typed lines -> a tree, by the printed numbers."""

from collections.abc import Iterator
from typing import Any

from edition import cases, compared, from_case
from taiyaku.mend import mend
from taiyaku.model import Item, Leaf, Tree
from taiyaku.nest import nest
from taiyaku.scan import scan


def _item(item: Item) -> str:
    under = f" ({', '.join(map(_item, item.items))})" if item.items else ""
    return item.reading.text + under


def _leaf(leaf: Leaf) -> str:
    rows = (" | ".join(cell.reading.text for cell in row) for row in leaf.rows)
    words = leaf.reading.text or ", ".join([*map(_item, leaf.items), *rows])
    return f"  {leaf.kind} {leaf.number}".rstrip() + f": {words}"


def _outline(tree: Tree) -> Iterator[str]:
    for node in tree.nodes:
        below = f" < {node.parent}" if node.parent and not node.label.startswith(node.parent) else ""
        yield f"{node.label}{below} {node.heading.text if node.heading else ''}".rstrip()
        yield from map(_leaf, node.blocks)


@cases("nest")
def test_nest(case: dict[str, Any]) -> None:
    doc = from_case(case["input"])
    (source,) = doc.sources
    ((lang, start, end),) = source.ranges
    mended, _ = mend(doc, scan(doc, source, lang, start, end)[0])
    tree, _, problems = nest(doc, source.path, mended)
    read = {
        "tree": list(_outline(tree)),
        "problems": [f"{problem.line}: {problem.message}" for problem in problems],
    }
    found, expected = compared(read, case["expected"])
    assert found == expected
