"""Blocks -> rows of raw HTML, by kind (the HTML contract between renderer and theme)."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from ..address import anchor
from ..model import Block, BlockKind, Both, Cell, Clause, PairItem, Reading, Unit
from ..units import block_units
from . import text
from .context import Page
from .markup import join, lines, tag

_NONE = Markup()
_PLACES = {"p": "r_paragraph", "n": "r_note", "c": "r_caption", "x": "r_see"}


def block(page: Page, clause: Clause, block: Block) -> Markup:
    """Return a block as HTML."""
    return _KINDS[block.kind](page, clause, block)


def permalink(page: Page, id: str, place: str) -> Markup:
    """Return the link that copies the address of `id`; its sign comes from the style sheet."""
    label = page.say("r_link", place=place)
    return tag("a", class_="ty-permalink", href=f"#{anchor(id)}", aria_label=label)


def place(page: Page, clause: Clause, id: str) -> str:
    """Return where a block, item or row stands, in words: `IV.A.1, paragraph 2, item 1`."""
    rest = id.removeprefix(f"{clause.id}.").split(".")
    letter, number = rest[0][0], rest[0][1:]
    words = [page.say(_PLACES[letter], label=clause.printed, n=number)]
    words += [page.say("r_row" if step[0] == "r" else "r_item", n=step[1:]) for step in rest[1:]]
    return "、".join(words) if page.lang == "ja" else ", ".join(words)


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
    content = Markup("\n") + items + Markup("\n")
    return tag("div", content, class_="ty-list", role="list", id=anchor(block.id))


def _item(page: Page, clause: Clause, block: Block, item: PairItem) -> Markup:
    """Return an item and, inside the same list item, the list below it."""
    cells = _cells(page, clause, item.id, block.id, item.text)
    if not item.items:
        return _row(page, clause, item.id, "item", cells, role="listitem")
    under = lines(*(_item(page, clause, block, each) for each in item.items))
    nested = tag("div", Markup("\n"), under, Markup("\n"), class_="ty-list ty-nested", role="list")
    return tag("div", Markup("\n"), _row(page, clause, item.id, "item", cells), nested, role="listitem")


def _table(page: Page, clause: Clause, block: Block) -> Markup:
    return lines(*(_table_in(page, clause, block, lang) for lang in page.order if block.rows.get(lang)))


def _table_in(page: Page, clause: Clause, block: Block, lang: str) -> Markup:
    rows = block.rows.get(lang) or ()
    own = lang == next(each for each in page.order if block.rows.get(each))  # ids stand once on a page
    head = 0
    while head < len(rows) and all(cell.header for cell in rows[head]):
        head += 1
    body = [
        _table_row(page, clause, block, lang, number, own, number <= head)
        for number in range(1, len(rows) + 1)
    ]
    parts = [tag("thead", lines(*body[:head]))] if head else []
    parts.append(tag("tbody", Markup("\n"), lines(*body[head:])))
    heading = clause.heading.get(lang) if clause.heading else None
    label = page.say("r_table", title=heading.text if heading else clause.printed)
    return tag(
        "div",
        Markup("\n"),
        tag("table", lines(*parts)),
        Markup("\n"),
        class_="ty-table",
        id=anchor(block.id) if own else None,
        lang=lang,
        tabindex="0",
        role="region",
        aria_label=label,
    )


def _table_row(
    page: Page, clause: Clause, block: Block, lang: str, number: int, own: bool, head: bool
) -> Markup:
    row = (block.rows.get(lang) or ())[number - 1]
    id = f"{block.id}.r{number}"
    cells = []
    for column, cell in enumerate(row, 1):
        content = _cell(page, clause, block, lang, f"r{number}", f"c{column}", cell)
        span = {"rowspan": _count(cell.rowspan), "colspan": _count(cell.colspan)}
        if cell.header:
            scope = ("col" if head or not _leads(row, column) else "row") + (
                "group" if _wide(cell, head) else ""
            )
            cells.append(tag("th", content, scope=scope, **span))
        else:
            cells.append(tag("td", content, **span))
    return tag("tr", lines(*cells), id=anchor(id) if own else None)


def _leads(row: tuple[Cell, ...], column: int) -> bool:
    """A header leads its row when a plain cell follows it; headers to the end are a column's."""
    return any(not cell.header for cell in row[column:])


def _wide(cell: Cell, head: bool) -> bool:
    return (cell.colspan if head else cell.rowspan) > 1


def _count(span: int) -> str | None:
    return str(span) if span > 1 else None


def _cell(page: Page, clause: Clause, block: Block, lang: str, row: str, column: str, cell: Cell) -> Markup:
    def words(part: str, reading: Reading) -> Markup:
        unit = Unit(id=f"{block.id}.{row}", block=block.id, part=part, lang=lang, reading=reading)
        return text.html(page, clause, unit)

    content = words(column, cell.reading) if cell.reading else Markup()
    if not cell.items:
        return content
    items = join(tag("li", words(f"{column}.i{n}", item)) for n, item in enumerate(cell.items, 1))
    return lines(tag("p", content) if content else Markup(), tag("ul", items))


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
