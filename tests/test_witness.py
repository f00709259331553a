"""A second copy of a text against the base."""

from typing import Any

from edition import cases, compared, document
from taiyaku.build import parse
from taiyaku.model import Span


def _told(text: str, span: Span) -> str:
    place = f"{(span.block or '').partition(':')[2]} {span.part}".strip() or span.kind
    return f"{place}: {text[span.start : span.end].strip()}" + (f" ({span.note})" if span.note else "")


@cases("witness")
def test_witness(case: dict[str, Any]) -> None:
    given = dict(case["input"])
    base = given.pop("base")
    _, (_, receipt), problems = parse(document(base, **given))
    text = receipt.source.text
    read = {
        "spans": [_told(text, span) for span in receipt.spans if span.kind != "space"],
        "problems": [f"{p.line}: {p.message}" if p.line else p.message for p in problems],
    }
    found, expected = compared(read, case["expected"])
    assert found == expected
