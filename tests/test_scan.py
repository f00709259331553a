"""Text -> typed lines."""

from typing import Any

from edition import cases, compared, from_case, line_told
from taiyaku.scan import scan


@cases("scan")
def test_scan(case: dict[str, Any]) -> None:
    doc = from_case(case["input"])
    (source,) = doc.sources
    ((lang, start, end),) = source.ranges
    scanned, problems = scan(doc, source, lang, start, end)
    elements = [level.element for level in doc.manifest.numbering]
    spans = sorted((span for span in scanned.spans if span.kind != "space"), key=lambda span: span.start)
    read = {
        "lines": [line_told(line, elements) for line in scanned.lines],
        "left_out": [f"{span.kind} {source.text[span.start : span.end].strip()}" for span in spans],
        "problems": [problem.message for problem in problems],
    }
    found, expected = compared(read, case["expected"])
    assert found == expected
