"""A stretch of source -> plain text with marks; markup never gets through."""

import re
from typing import Any

from edition import as_model, cases, compared
from taiyaku.cells import read_cell
from taiyaku.inline import read_line
from taiyaku.model import Correction, Furniture, Reading, Slip, Span

_WHY = {"en": "a case", "ja": "例"}


def _overlay(case: dict[str, Any]) -> dict[tuple[int, int], Any]:
    declared: dict[str, Any] = {}
    for source, reading in case.get("corrections", {}).items():
        declared[source] = as_model(
            Correction, {"lang": "en", "source": source, "reading": reading, "reason": _WHY}
        )
    for source in case.get("slips", []):
        declared[source] = as_model(Slip, {"lang": "en", "source": source, "reason": _WHY})
    for find in case.get("furniture", []):
        declared[find] = as_model(Furniture, {"find": find, "why": "a page image"})
    text = case["source"]
    return {m.span(): each for words, each in declared.items() for m in re.finditer(re.escape(words), text)}


def _told(reading: Reading, source: str, spans: list[Span]) -> dict[str, Any]:
    def mark(start: int, end: int, kind: str, before: str) -> str:
        return f"{kind}: {reading.text[start:end]}" + (f" ({before})" if before else "")

    def left(span: Span) -> str:
        words = source[span.start : span.end]
        return f"{span.kind} {words!r}" if words != words.strip() else f"{span.kind} {words}"

    return {
        "text": reading.text,
        "marks": [mark(m.start, m.end, m.kind, m.source) for m in reading.marks],
        "calls": [f"{call.offset}: {call.number}" for call in reading.calls],
        "left_out": [left(span) for span in sorted(spans, key=lambda span: span.start)],
    }


@cases("inline")
def test_inline(case: dict[str, Any]) -> None:
    given = case["input"] if isinstance(case["input"], dict) else {"source": case["input"]}
    spans: list[Span] = []
    if "cell" in given:
        source = f"before\t{given['cell']}\tafter"
        cell = read_cell(source, 7, len(source) - 6, {}, spans)
        more = {"items": [item.text for item in cell.items], "bold": cell.bold}
        told = _told(cell.reading, source, spans) | more
    else:
        source = given["source"]
        reading = read_line(source, 0, len(source), _overlay(given), spans)
        told = _told(reading, source, spans)
    found, expected = compared(told, case["expected"])
    assert found == expected
