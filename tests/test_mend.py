"""Lines cut by a page break or a float are made whole."""

from typing import Any

from edition import cases, compared, from_case, line_told
from taiyaku.mend import mend, unused_joins
from taiyaku.scan import scan


@cases("mend")
def test_mend(case: dict[str, Any]) -> None:
    doc = from_case(case["input"])
    (source,) = doc.sources
    ((lang, start, end),) = source.ranges
    scanned, problems = scan(doc, source, lang, start, end)
    mended, used = mend(doc, scanned)
    elements = [level.element for level in doc.manifest.numbering]
    readings = [line.reading for line in mended.lines]
    read = {
        "lines": [line_told(line, elements) for line in mended.lines],
        "marks": [
            f"{mark.kind}: {reading.text[mark.start : mark.end]}"
            for reading in readings
            for mark in reading.marks
        ],
        "calls": [f"{call.offset}: {call.number}" for reading in readings for call in reading.calls],
        "problems": [problem.message for problem in (*problems, *unused_joins(doc, used))],
    }
    found, expected = compared(read, case["expected"])
    assert found == expected
