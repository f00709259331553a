"""Akoma Ntoso 3.0: one XML file for each document and language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from markupsafe import Markup

from .. import __version__, naming
from ..model import Block, Call, Cell, Clause, PairItem, Pairs, Reading
from ..tags import join, lines, tag
from ..words import say, slug
from .akn_names import eid, iri

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LANGUAGES = {"en": "eng", "ja": "jpn"}


def akn(pairs: Pairs, lang: str) -> str:
    """Return a document in one of its languages as an Akoma Ntoso 3.0 document."""
    return _Writer(pairs, lang).document()


class _Writer:
    def __init__(self, pairs: Pairs, lang: str) -> None:
        self.pairs, self.lang = pairs, lang
        self.manifest = pairs.document.manifest
        self.below: dict[str | None, list[Clause]] = defaultdict(list)
        for clause in pairs.clauses:
            self.below[clause.parent].append(clause)

    def document(self) -> str:
        """Return the XML."""
        kind = iri(self.manifest).split("/")[3]
        element = kind if kind in ("statement", "doc") else "doc"
        main = tag("mainBody", _block(self.clause(each) for each in self.below[None]))
        title = tag("longTitle", tag("p", tag("docTitle", self.manifest.title.get(self.lang))))
        body = lines(self.meta(), tag("preface", title), main)
        inner = tag(element, Markup("\n"), body, Markup("\n"), name_=self.manifest.id)
        root = tag("akomaNtoso", Markup("\n"), inner, Markup("\n"), xmlns=NAMESPACE)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'

    def meta(self) -> Markup:
        """Return the FRBR block and the references."""
        work, day = iri(self.manifest), self.manifest.date
        expression = f"{work}/{LANGUAGES[self.lang]}@{day}"
        full = f"{day}-01-01"[:10] if len(day) < 10 else day  # the schema knows whole days only
        date = tag("FRBRdate", date=full, name_={4: "year", 7: "month"}.get(len(day), "publication"))
        author = tag("FRBRauthor", href="#issuer")
        country = tag("FRBRcountry", value=work.split("/")[2])
        named = tag("FRBRalias", value=self.manifest.id, name_=slug())
        levels = (
            ("FRBRWork", work, [named, date, author, country]),
            (
                "FRBRExpression",
                expression,
                [date, author, tag("FRBRlanguage", language=LANGUAGES[self.lang])],
            ),
            ("FRBRManifestation", f"{expression}.xml", [date, tag("FRBRauthor", href=f"#{slug()}")]),
        )
        identity = tag("identification", _block(_frbr(*level) for level in levels), source=f"#{slug()}")
        issuer = self.manifest.issuer.get(self.lang)
        edition = f"{say('edition_name', 'en')} {__version__}, an unofficial edition"
        people = [("issuer", issuer), (slug(), edition)]
        known = (
            tag("TLCOrganization", eId=id, href=f"/akn/ontology/organization/{id}", showAs=name)
            for id, name in people
        )
        return tag("meta", _block([identity, tag("references", _block(known), source=f"#{slug()}")]))

    def clause(self, clause: Clause) -> Markup:
        """Return a clause with its blocks and the clauses below it."""
        element, name = self.element(clause)
        heading = clause.heading.get(self.lang) if clause.heading else None
        number = clause.figure.printed if clause.figure else clause.marker.get(self.lang) or ""
        parts = [tag("num", number)] if number else []
        parts += [tag("heading", heading.text)] if heading else []
        blocks = [made for block in clause.blocks for made in self.block(clause, block)]
        below = [self.clause(each) for each in self.below[clause.id]]
        if blocks:
            parts.append(tag("intro" if below else "content", _block(blocks)))
        return tag(element, _block(parts + below), eId=clause.eid, name_=name)

    def element(self, clause: Clause) -> tuple[str, str | None]:
        """Return the element of a clause, and its name where that is the general container."""
        if clause.figure:
            return "hcontainer", "figure"
        declared = naming.element(self.manifest, clause.label)
        return (declared, None) if declared in naming.LEVELS else ("hcontainer", clause.label)

    def block(self, clause: Clause, block: Block) -> Iterator[Markup]:
        """Yield the elements of a block; one that the language lacks has none."""
        id, reading = eid(clause, block.id), block.text.get(self.lang)
        rows = block.rows.get(self.lang)
        if block.kind == "list" and any(item.text.get(self.lang) for item in block.items):
            yield self.items(clause, block.items, id)
        elif rows:
            yield tag(
                "table",
                _block(self.row(clause, f"{block.id}.r{n}", row) for n, row in enumerate(rows, 1)),
                eId=id,
            )
        elif reading and block.kind == "paragraph":
            yield self.paragraph(clause, reading, id)
        elif reading:
            yield tag("block", self.text(clause, reading), name_=block.kind, eId=id)

    def paragraph(self, clause: Clause, reading: Reading, id: str) -> Markup:
        """Return a paragraph; two that answer one of the other language stand in a container."""
        pieces = reading.text.split("\n\n")
        if len(pieces) == 1:
            return tag("p", self.text(clause, reading), eId=id)
        made = (tag("p", piece, eId=f"{id}__p_{n}") for n, piece in enumerate(pieces, 1))
        return tag("blockContainer", _block(made), eId=id)

    def items(self, clause: Clause, items: tuple[PairItem, ...], id: str) -> Markup:
        """Return a list, and the lists below its items."""
        made = []
        for item in items:
            reading = item.text.get(self.lang)
            own = eid(clause, item.id)
            parts = [tag("p", self.text(clause, reading))] if reading else []
            parts += [self.items(clause, item.items, f"{own}__list_1")] if item.items else []
            made.append(tag("item", _block(parts), eId=own))
        return tag("blockList", _block(made), eId=id)

    def row(self, clause: Clause, id: str, row: tuple[Cell, ...]) -> Markup:
        """Return a row of a table."""
        return tag("tr", _block(self.cell(clause, cell) for cell in row), eId=eid(clause, id))

    def cell(self, clause: Clause, cell: Cell) -> Markup:
        """Return a cell of a table."""
        parts = [tag("p", self.text(clause, cell.reading))] if cell.reading or not cell.items else []
        if cell.items:
            parts.append(tag("ul", join(tag("li", tag("p", self.text(clause, item))) for item in cell.items)))
        spans = {
            name: str(span)
            for name, span in (("rowspan", cell.rowspan), ("colspan", cell.colspan))
            if span > 1
        }
        return tag("th" if cell.header else "td", join(parts), **spans)

    def text(self, clause: Clause, reading: Reading) -> Markup:
        """Return a text with a reference at each call of a note."""
        made, at = Markup(), 0
        for call in sorted(reading.calls, key=lambda each: each.offset):
            made += reading.text[at : call.offset] + self.call(clause, call)
            at = call.offset
        return made + reading.text[at:]

    def call(self, clause: Clause, call: Call) -> Markup:
        """Return the reference to a note."""
        own = (block for block in clause.blocks if block.kind == "note" and block.number == call.number)
        note = next((eid(clause, block.id) for block in own), clause.eid)
        return tag("noteRef", href=f"#{note}", marker=call.number)


def _frbr(name: str, uri: str, parts: list[Markup]) -> Markup:
    return tag(
        name,
        _block(
            [
                tag("FRBRthis", value=f"{uri}/!main" if name == "FRBRWork" else uri),
                tag("FRBRuri", value=uri),
                *parts,
            ]
        ),
    )


def _block(parts: Iterator[Markup] | list[Markup]) -> Markup:
    """Return elements on lines of their own."""
    return Markup("\n") + lines(*parts) + Markup("\n")
