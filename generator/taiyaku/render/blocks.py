"""Blocks -> rows of raw HTML, by kind (the HTML contract between renderer and theme)."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from ..address import anchor
from ..model import Block, BlockKind, Both, Clause, PairItem, Reading, Unit
from ..tags import join, lines, tag
from ..units import block_units
from . import text
from .context import Page
from .places import permalink, place
from .tables import tables

_NONE = Markup()


def block(page: Page, clause: Clause, block: Block) -> Markup:
    """Return a block as HTML."""
    return _KINDS[block.kind](page, clause, block)


def _cells(
    page: Page, clause: Clause, id: str, block_id: str, both: Both[Reading], lead: Markup = _NONE
) -> Markup:
    """Return the cells of a row, the page's language first."""
    cells = []
    for lang in page.order:
        reading = both.get(lang)
        if reading is None:
            continue
        unit = Unit(id=id, block=block_id, part="", lang=lang, reading=reading)
        parts = text.paragraphs(page, clause, unit)
        if len(parts) == 1:
            cells.append(tag("p", lead, parts[0], lang=lang))
        else:
            cells.append(tag("div", join(tag("p", part) for part in parts), lang=lang))
    return lines(*cells)


def _row(page: Page, clause: Clause, id: str, kind: str, cells: Markup, *, role: str | None = None) -> Markup:
    link = permalink(page, id, place(page, clause, id))
    content = lines(Markup(), cells, link)
    return tag(
        "div", Markup("\n"), content, Markup("\n"), class_=f"ty-row ty-{kind}", id=anchor(id), role=role
    )


def _paragraph(page: Page, clause: Clause, block: Block) -> Markup:
    cells = _cells(page, clause, block.id, block.id, block.text)
    return _row(page, clause, block.id, "paragraph", cells)


def _list(page: Page, clause: Clause, block: Block) -> Markup:
    items = lines(*(_item(page, clause, block, item) for item in block.items))
    listed = tag("div", Markup("\n"), items, Markup("\n"), class_="ty-list", role="list")
    return _framed(page, clause, block, listed)


def _framed(page: Page, clause: Clause, block: Block, *content: Markup) -> Markup:
    """Return a list or a table with its own anchor and permalink around it."""
    link = permalink(page, block.id, place(page, clause, block.id))
    return tag(
        "div", Markup("\n"), lines(*content, link), Markup("\n"), class_="ty-block", id=anchor(block.id)
    )


def _item(page: Page, clause: Clause, block: Block, item: PairItem) -> Markup:
    """Return an item and, inside the same list item, the list below it."""
    cells = _cells(page, clause, item.id, block.id, item.text)
    if not item.items:
        return _row(page, clause, item.id, "item", cells, role="listitem")
    under = lines(*(_item(page, clause, block, each) for each in item.items))
    nested = tag("div", Markup("\n"), under, Markup("\n"), class_="ty-list ty-nested", role="list")
    return tag("div", Markup("\n"), _row(page, clause, item.id, "item", cells), nested, role="listitem")


def _table(page: Page, clause: Clause, block: Block) -> Markup:
    return _framed(page, clause, block, *tables(page, clause, block))


def _note(page: Page, clause: Clause, block: Block) -> Markup:
    called = any(
        call.number == block.number
        for each in clause.blocks
        for unit in block_units(each)
        for call in unit.reading.calls
    )
    href = f"#{anchor(block.id)}.call" if called else None
    label = page.say("r_back", n=block.number)
    back = tag("a", block.number, class_="ty-back", href=href, role="doc-backlink", aria_label=label)
    cells = _cells(page, clause, block.id, block.id, block.text, back + Markup(" "))
    return _row(page, clause, block.id, "note", cells, role="doc-footnote")


def _caption(page: Page, clause: Clause, block: Block) -> Markup:
    lead = tag("span", page.say("r_photograph"), class_="ty-tag", lang=page.lang) + Markup(" ")
    return _row(page, clause, block.id, "caption", _cells(page, clause, block.id, block.id, block.text, lead))


def _see(page: Page, clause: Clause, block: Block) -> Markup:
    lead = tag("span", page.say("r_see_tag"), class_="ty-tag", lang=page.lang) + Markup(" ")
    return _row(page, clause, block.id, "see", _cells(page, clause, block.id, block.id, block.text, lead))


_KINDS: dict[BlockKind, Callable[[Page, Clause, Block], Markup]] = {
    "paragraph": _paragraph,
    "list": _list,
    "table": _table,
    "note": _note,
    "caption": _caption,
    "see": _see,
}
