"""Parsed cells -> tables with headers and merged cells."""

from typing import Any

from edition import cases, compared, document, parsed
from taiyaku.model import Cell


def _told(cell: Cell) -> str:
    down = f"↓{cell.rowspan}" if cell.rowspan > 1 else ""
    along = f"→{cell.colspan}" if cell.colspan > 1 else ""
    return f"{'#' if cell.header else ''}{cell.reading.text}{down}{along}"


@cases("grid")
def test_grid(case: dict[str, Any]) -> None:
    declared = dict(case["input"])
    text = f"I. Signals\n\n{declared.pop('table')}"
    doc = document(text, tables=[{"clause": "I", **declared}] if declared else [])
    pairs, receipts, problems = parsed(doc)
    rows = [row for block in pairs.clauses[0].blocks for row in block.rows.en or ()]
    read = {
        "rows": [" | ".join(map(_told, row)) for row in rows],
        "furniture": [text[s.start : s.end] for s in receipts[0].spans if s.kind == "furniture"],
        "problems": [problem for problem in problems if not problem.startswith("lost:")],
    }
    found, expected = compared(read, case["expected"])
    assert found == expected
