"""For spreadsheets: `clauses.csv`, a line a clause; `pairs.csv`, a line for each text in both languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from ..address import Addresses
from ..model import LANGS, Clause, Edition
from ..units import clause_units

BOM = "\ufeff"  # without it a spreadsheet takes Japanese for something else

CLAUSES = (
    "id",
    "document",
    "label",
    "printed",
    "parent",
    "eid",
    "heading_en",
    "heading_ja",
    "url_en",
    "url_ja",
)
PAIRS = ("clause", "id", "part", "kind", "en", "ja")


def clauses(edition: Edition) -> str:
    """Return the clauses as CSV (UTF-8 with a mark, CRLF, a header line)."""
    addresses = Addresses(edition.documents)
    rows = (_clause(clause, addresses) for pairs in edition.documents for clause in pairs.clauses)
    return table(CLAUSES, rows)


def pairs(edition: Edition) -> str:
    """Return every text, as fine as it is aligned, with its counterpart; `part` is `heading` or a cell."""
    rows = (row for each in edition.documents for clause in each.clauses for row in _pairs(clause))
    return table(PAIRS, rows)


def _clause(clause: Clause, addresses: Addresses) -> Sequence[str]:
    headings = [clause.heading.get(lang) if clause.heading else None for lang in LANGS]
    own = (clause.id, clause.document, clause.label, clause.printed, clause.parent or "", clause.eid)
    texts = tuple(reading.text if reading else "" for reading in headings)
    return (*own, *texts, *(addresses.url(clause.id, lang) for lang in LANGS))


def _pairs(clause: Clause) -> Iterable[Sequence[str]]:
    kinds: dict[str, str] = {block.id: block.kind for block in clause.blocks}
    found: dict[tuple[str, str], dict[str, str]] = {}
    for unit in clause_units(clause):
        found.setdefault((unit.id, unit.part), {"kind": kinds.get(unit.block, "heading")})[unit.lang] = (
            unit.reading.text
        )
    for (id, part), own in found.items():
        yield (clause.id, id, part, own["kind"], own.get("en", ""), own.get("ja", ""))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV: UTF-8 with a mark, CRLF, a header line."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows(rows)
    return BOM + out.getvalue()
