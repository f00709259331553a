"""A chapter of the EPUB: its clauses in both languages, row by row."""

from __future__ import annotations

from markupsafe import Markup

from ..address import anchor, chapter
from ..model import Block, Cell, Clause, PairItem, Pairs, Reading, Row
from ..tags import join, lines, tag
from .pieces import heading


def chapters(pairs: Pairs) -> dict[str, list[Clause]]:
    """Return the clauses by the label of their chapter."""
    found: dict[str, list[Clause]] = {}
    for clause in pairs.clauses:
        found.setdefault(chapter(clause, pairs.clauses), []).append(clause)
    return found


def name(label: str) -> str:
    """Return a chapter's file."""
    return f"chapter-{label.lower()}.xhtml"


def title(pairs: Pairs, clause: Clause, lang: str = "") -> str:
    """Return a clause's number and heading in a language, the document's first unless told."""
    piece = heading(pairs.document.manifest, clause, lang or pairs.document.manifest.languages[0])
    return f"{piece.number} {piece.text}".strip()


def body(pairs: Pairs, clauses: list[Clause]) -> Markup:
    """Return the clauses of a chapter."""
    return join((_clause(pairs, clause) for clause in clauses), "\n")


def _lang(lang: str) -> dict[str, str]:
    return {"lang": lang, "xml:lang": lang}


def _clause(pairs: Pairs, clause: Clause) -> Markup:
    langs = pairs.document.manifest.languages
    level = f"h{min(max(clause.level, 0) + 1, 6)}"
    named = [
        tag("span", title(pairs, clause, lang), **_lang(lang)) for lang in langs if title(pairs, clause, lang)
    ]
    names = named if clause.heading else named[:1]
    head = tag(level, join(names, Markup("<br/>")), id=clause.label)
    blocks = (_block(clause, block, langs) for block in clause.blocks)
    return tag("section", Markup("\n"), lines(head, *blocks), Markup("\n"))


def _block(clause: Clause, block: Block, langs: tuple[str, ...]) -> Markup:
    id = anchor(block.id)
    if block.kind == "list":
        return tag("ul", lines(*(_item(clause, item, langs) for item in block.items)), id=id)
    if block.kind == "table":
        made = (_table(clause, rows, lang) for lang in langs if (rows := block.rows.get(lang)))
        return tag("div", lines(*made), id=id, class_="table")
    readings = [(lang, reading) for lang in langs if (reading := block.text.get(lang))]
    lead = f"{block.number} " if block.number else ""
    cells = (tag("p", lead, _text(clause, reading), **_lang(lang)) for lang, reading in readings)
    return tag("div", lines(*cells), id=id, class_=block.kind)


def _item(clause: Clause, item: PairItem, langs: tuple[str, ...]) -> Markup:
    readings = [(lang, reading) for lang in langs if (reading := item.text.get(lang))]
    cells = [tag("p", _text(clause, reading), **_lang(lang)) for lang, reading in readings]
    if item.items:
        cells.append(tag("ul", lines(*(_item(clause, each, langs) for each in item.items))))
    return tag("li", lines(*cells), id=anchor(item.id))


def _table(clause: Clause, rows: tuple[Row, ...], lang: str) -> Markup:
    made = (tag("tr", join(_cell(clause, cell) for cell in row)) for row in rows)
    return tag("table", tag("tbody", lines(*made)), **_lang(lang))


def _cell(clause: Clause, cell: Cell) -> Markup:
    spans = {
        key: str(span) for key, span in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if span > 1
    }
    items = tag("ul", join(tag("li", _text(clause, item)) for item in cell.items)) if cell.items else Markup()
    return tag("th" if cell.header else "td", _text(clause, cell.reading), items, **spans)


def _text(clause: Clause, reading: Reading) -> Markup:
    """Return a text with its calls of notes; a blank line is a line break."""
    made, at = Markup(), 0
    for call in sorted(reading.calls, key=lambda each: each.offset):
        note = next((b.id for b in clause.blocks if b.kind == "note" and b.number == call.number), "")
        href = f"#{anchor(note)}" if note else None
        link = tag("a", call.number, href=href, **{"epub:type": "noteref"})
        made += reading.text[at : call.offset] + tag("sup", link)
        at = call.offset
    return Markup("<br/><br/>").join((made + reading.text[at:]).split("\n\n"))
