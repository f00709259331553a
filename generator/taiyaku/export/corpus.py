"""`data/corpus.json`: documents, clauses and blocks in both languages (contract, "data/corpus.json")."""

from __future__ import annotations

from typing import Any

from ..address import Addresses
from ..model import (
    LANGS,
    Block,
    Both,
    Cell,
    Clause,
    Edition,
    Flags,
    PairItem,
    Pairs,
    Reading,
    Words,
)
from ..units import block_units, note_id

Json = dict[str, Any]


def corpus(edition: Edition) -> Json:
    """Return the corpus as JSON values."""
    addresses = Addresses(edition.documents)
    return {
        "documents": [document_json(pairs, addresses) for pairs in edition.documents],
        "clauses": [
            clause_json(clause, addresses) for pairs in edition.documents for clause in pairs.clauses
        ],
    }


def words(value: Words | Flags | None) -> Json | None:
    """Return `{en, ja}`, or nothing."""
    return {"en": value.en, "ja": value.ja} if value else None


def urls(id: str, addresses: Addresses) -> Json:
    """Return the address of `id` in each language."""
    return {lang: addresses.url(id, lang) for lang in LANGS}


def texts(both: Both[Reading] | None) -> Json:
    """Return the plain text in each language, `null` where there is none."""
    return {lang: _text(both.get(lang) if both else None) for lang in LANGS}


def _text(reading: Reading | None) -> str | None:
    return reading.text if reading else None


def document_json(pairs: Pairs, addresses: Addresses) -> Json:
    """Return a document."""
    manifest = pairs.document.manifest
    return {
        "id": manifest.id,
        "title": words(manifest.title),
        "short": words(manifest.short),
        "subtitle": words(manifest.subtitle),
        "attested": words(manifest.attested),
        "date": manifest.date,
        "issuer": words(manifest.issuer),
        "kind": words(manifest.kind),
        "languages": list(manifest.languages),
        "official": words(manifest.official),
        "url": urls(manifest.id, addresses),
        "clauses": [clause.id for clause in pairs.clauses],
    }


def clause_json(clause: Clause, addresses: Addresses) -> Json:
    """Return a clause with its blocks."""
    readings = {lang: clause.heading.get(lang) for lang in LANGS} if clause.heading else {}
    return {
        "id": clause.id,
        "document": clause.document,
        "label": clause.label,
        "printed": clause.printed,
        "parent": clause.parent,
        "eid": clause.eid,
        "heading": texts(clause.heading) if clause.heading else None,
        "corrections": [
            each for lang, reading in readings.items() for each in corrections(reading, lang, "")
        ],
        "drawing": clause.figure.drawing if clause.figure else None,
        "url": urls(clause.id, addresses),
        "blocks": [_block(block, clause) for block in clause.blocks],
    }


def _block(block: Block, clause: Clause) -> Json:
    found = [
        (unit, f"{unit.id}.{unit.part}".removeprefix(block.id).strip(".")) for unit in block_units(block)
    ]
    return {
        "id": block.id,
        "kind": block.kind,
        **texts(block.text),
        "number": block.number or None,
        "items": [_item(item) for item in block.items],
        "rows": {lang: _rows(block, lang) for lang in LANGS},
        "notes": [
            {"lang": unit.lang, "part": part, "offset": call.offset, "note": note_id(clause, call.number)}
            for unit, part in found
            for call in unit.reading.calls
        ],
        "corrections": [each for unit, part in found for each in corrections(unit.reading, unit.lang, part)],
    }


def corrections(reading: Reading | None, lang: str, part: str) -> list[Json]:
    """Return the corrections and the uncorrected slips of a reading; a slip's reading is its source."""
    marks = [mark for mark in reading.marks if mark.kind in ("correction", "slip")] if reading else []
    return [
        {
            "lang": lang,
            "part": part,
            "offset": mark.start,
            "source": mark.source,
            "reading": reading.text[mark.start : mark.end] if reading else "",
            "corrected": mark.kind == "correction",
            "reason": words(mark.reason),
        }
        for mark in marks
    ]


def _item(item: PairItem) -> Json:
    return {"id": item.id, **texts(item.text), "items": [_item(under) for under in item.items]}


def _rows(block: Block, lang: str) -> list[list[Json]] | None:
    rows = block.rows.get(lang)
    return [[_cell(cell) for cell in row] for row in rows] if rows else None


def _cell(cell: Cell) -> Json:
    return {
        "text": cell.reading.text,
        "items": [item.text for item in cell.items],
        "rowspan": cell.rowspan,
        "colspan": cell.colspan,
        "header": cell.header,
    }
