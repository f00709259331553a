"""A table cell of a source: its running text, and the items of a list in it."""

from __future__ import annotations

import re

from .inline import Overlay, Writer, read_line
from .markup import tokens
from .model import RawCell, Span

_BULLET = re.compile(r"\s*[●•・]\s*")
_DASH = re.compile(r"(?:^|(?<=\s))- ")


def read_cell(text: str, start: int, end: int, overlay: Overlay, spans: list[Span]) -> RawCell:
    """Return a table cell: its running text, and the items of a `<ul>` in it."""
    if "<ul" not in text[start:end]:
        reading = read_line(text, start, end, overlay, spans)
        bold = any(m.kind == "strong" and m.start == 0 and m.end == len(reading.text) for m in reading.marks)
        return RawCell(reading=reading, bold=bold, start=start, end=end)
    lead, items = Writer(text, overlay, spans), list[Writer]()
    listing = False
    for a, b, kind, name in tokens(text, start, end):
        if kind == "text" and listing:
            _item_text(text, a, b, items, overlay, spans)
        elif name in ("ul", "li", "p"):
            listing = (kind == "open") if name == "ul" else listing
            lead.span(a, b, "markup")
            if name == "li" and kind == "open":
                items.append(Writer(text, overlay, spans))
        else:
            target = items[-1] if listing and items else lead
            target.write(a, b) if kind == "text" else target.tag(a, b, kind, name)
    readings = tuple(reading for reading in (item.done() for item in items) if reading)
    return RawCell(reading=lead.done(), items=readings, start=start, end=end)


def _item_text(text: str, a: int, b: int, items: list[Writer], overlay: Overlay, spans: list[Span]) -> None:
    """Write list text: a bullet is a marker, and `- ` opens an item where the source has no `<li>`."""
    bullet = _BULLET.match(text, a, b) if items and not items[-1].runs else None
    if bullet:
        items[-1].span(a, bullet.end(), "marker")
        a = bullet.end()
    bare = "<li" not in text[:a].rsplit("<ul", 1)[-1]
    cuts = list(_DASH.finditer(text, a, b)) if bare else []
    ends = [m.start() for m in cuts] + [b]
    if text[a : ends[0]].strip() and not items:  # words that nothing opens are an item all the same
        items.append(Writer(text, overlay, spans))
    if items:
        items[-1].write(a, ends[0])
    elif ends[0] > a:
        spans.append(Span(start=a, end=ends[0], kind="space"))
    for cut, end in zip(cuts, ends[1:], strict=True):
        items.append(Writer(text, overlay, spans))
        items[-1].span(cut.start(), cut.end(), "marker")
        items[-1].write(cut.end(), end)
