"""Tables: real rows and headers, merged cells, a permalink for each row."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..address import anchor
from ..model import Block, Cell, Clause, Reading, Row, Unit
from ..tags import join, lines, tag
from . import text
from .context import Page
from .places import label, permalink, place


def tables(page: Page, clause: Clause, block: Block) -> Iterator[Markup]:
    """Yield the table in each language that has one, the page's own first; ids stand in the first only."""
    langs = [lang for lang in page.order if block.rows.get(lang)]
    for lang in langs:
        yield _in_language(page, clause, block, lang, lang == langs[0])


def _in_language(page: Page, clause: Clause, block: Block, lang: str, own: bool) -> Markup:
    rows = block.rows.get(lang) or ()
    head = 0
    while head < len(rows) and all(cell.header for cell in rows[head]):
        head += 1
    body = [
        _row(page, clause, block, lang, number, own, number <= head) for number in range(1, len(rows) + 1)
    ]
    parts = [tag("thead", lines(*body[:head]))] if head else []
    parts.append(tag("tbody", Markup("\n"), lines(*body[head:])))
    heading = clause.heading.get(lang) if clause.heading else None
    named = label(page, clause)
    title = page.say("r_table", title=heading.text if heading else named)
    return tag(
        "div",
        Markup("\n"),
        tag("table", lines(*parts)),
        Markup("\n"),
        class_="ty-table",
        lang=lang,
        tabindex="0",
        role="region",
        aria_label=title,
    )


def _row(page: Page, clause: Clause, block: Block, lang: str, number: int, own: bool, head: bool) -> Markup:
    row = (block.rows.get(lang) or ())[number - 1]
    id = f"{block.id}.r{number}"
    link = permalink(page, id, place(page, clause, id)) if own else Markup()
    cells = []
    for column, cell in enumerate(row, 1):
        content = _cell(page, clause, block, lang, f"r{number}", f"c{column}", cell)
        content += link if column == len(row) else Markup()
        span = {"rowspan": _count(cell.rowspan), "colspan": _count(cell.colspan)}
        if cell.header:
            cells.append(tag("th", content, scope=_scope(row, column, head), **span))
        else:
            cells.append(tag("td", content, **span))
    return tag("tr", lines(*cells), id=anchor(id) if own else None)


def _scope(row: Row, column: int, head: bool) -> str:
    """Return what a header heads: a column if it stands in the head or if no plain cell follows it."""
    cell = row[column - 1]
    across = head or all(other.header for other in row[column:])
    wide = cell.colspan if across else cell.rowspan
    return ("col" if across else "row") + ("group" if wide > 1 else "")


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
