"""A stretch of source -> a reading: markup dropped, white space folded, corrections applied.

Tags are found by the standard library's HTML parser and never copied: what
leaves here is plain text with marks, so that no markup of a source can reach
a page.  Every character that is not part of the reading becomes a span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.parser import HTMLParser

from .model import Call, Correction, Furniture, Mark, RawCell, Reading, Run, Slip, Span, SpanKind

Overlay = Mapping[tuple[int, int], Correction | Slip | Furniture]
Token = tuple[int, int, str, str]  # start, end, kind (text, open, close, entity), name
_MARKS = {"u": "underline", "b": "strong", "strong": "strong"}
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_BULLET = re.compile(r"\s*[●•・]\s*")
_DASH = re.compile(r"(?:^|(?<=\s))- ")


class _Tags(HTMLParser):
    """Collects the tags and entities of one line with their columns."""

    def __init__(self, line: str) -> None:
        super().__init__(convert_charrefs=False)
        self.line, self.found = line, list[Token]()
        self.feed(line)
        self.close()

    def _add(self, end: int, kind: str, name: str) -> None:
        start = self.getpos()[1]
        self.found.append((start, max(end, start + 1), kind, name))

    def _to(self, mark: str) -> int:
        at = self.line.find(mark, self.getpos()[1])
        return at + len(mark) if at >= 0 else len(self.line)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._add(self.getpos()[1] + len(self.get_starttag_text() or ""), "open", tag)

    def handle_endtag(self, tag: str) -> None:
        self._add(self._to(">"), "close", tag)

    def handle_comment(self, data: str) -> None:
        self._add(self._to("-->"), "open", "comment")

    def handle_entityref(self, name: str) -> None:
        """Take an entity with its semicolon; an ampersand without one is text."""
        found = _ENTITY.match(self.line, self.getpos()[1])
        if found:
            self._add(found.end(), "entity", name)

    handle_charref = handle_entityref


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of `text[start:end]`, which must hold no line break, tiling it."""
    line = text[start:end]
    found = _Tags(line).found if "<" in line or "&" in line else []
    found += [(m.start(), m.end(), "open", "bold") for m in re.finditer(r"\*\*", line)]
    at = 0
    for a, b, kind, name in sorted(found):
        if a < at:
            continue
        if a > at:
            yield start + at, start + a, "text", ""
        yield start + a, start + b, kind, name
        at = b
    if at < len(line):
        yield start + at, end, "text", ""


class Writer:
    """Gathers one reading; spans that reach no reading go to the shared list."""

    def __init__(self, text: str, overlay: Overlay, spans: list[Span]) -> None:
        self.text, self.overlay, self.spans = text, overlay, spans
        self.runs: list[Run] = []
        self.marks: list[Mark] = []
        self.calls: list[Call] = []
        self.length = 0
        self.pending: tuple[int, int] | None = None
        self.open: dict[str, int] = {}

    def span(self, start: int, end: int, kind: SpanKind, note: str = "") -> None:
        """Record characters that are no part of the reading."""
        if end > start:
            self.spans.append(Span(start=start, end=end, kind=kind, note=note))

    def write(self, start: int, end: int) -> None:
        """Add the text between `start` and `end`, with the declarations that touch it."""
        at = start
        for (a, b), declared in sorted(self.overlay.items()):
            if a < at or b > end:
                continue
            self._words(at, a)
            self._declared(a, b, declared)
            at = b
        self._words(at, end)

    def _declared(self, a: int, b: int, declared: Correction | Slip | Furniture) -> None:
        if isinstance(declared, Furniture):
            self.span(a, b, "furniture", declared.why)
            return
        self._space()
        before = self.length
        if isinstance(declared, Correction):
            note = f"{declared.source} → {declared.reading}: {declared.reason.en}"
            self._run(Run(text=declared.reading, start=a, end=b, kind="correction", note=note))
            kind = "correction"
        else:
            self._words(a, b)
            kind = "slip"
        mark = Mark(start=before, end=self.length, kind=kind, source=declared.source, reason=declared.reason)  # type: ignore[arg-type]
        self.marks.append(mark)

    def _words(self, start: int, end: int) -> None:
        for found in re.finditer(r"\s+|\S+", self.text[start:end]):
            a, b = start + found.start(), start + found.end()
            if not found.group().isspace():
                self._space()
                self._run(Run(text=found.group(), start=a, end=b))
            elif self.pending or not self.runs:
                self.span(a, b, "space")
            else:
                self.pending = (a, b)

    def _space(self) -> None:
        """Write the white space that turned out to stand between words, folded to one character."""
        if self.pending:
            a, b = self.pending
            self.pending = None
            if self.text[a] in " \u3000":
                self._run(Run(text=self.text[a], start=a, end=a + 1))
                self.span(a + 1, b, "space")
            else:
                self._run(Run(text=" ", start=a, end=b, kind="join"))

    def _run(self, run: Run) -> None:
        last = self.runs[-1] if self.runs else None
        if last and last.kind == run.kind == "kept" and last.end == run.start:
            run = Run(text=last.text + run.text, start=last.start, end=run.end)
            self.length -= len(last.text)
            self.runs.pop()
        self.runs.append(run)
        self.length += len(run.text)

    def tag(self, start: int, end: int, kind: str, name: str) -> None:
        """Take a tag or an entity: marks open and close, a break is a space, the rest is dropped."""
        if kind == "entity":
            self._space()
            self._run(Run(text=unescape(self.text[start:end]), start=start, end=end, kind="markup"))
            return
        if name in _MARKS and kind == "open":
            self._space()
            self.open[name] = self.length
        elif name in self.open:
            mark = Mark(start=self.open.pop(name), end=self.length, kind=_MARKS[name])  # type: ignore[arg-type]
            self.marks.append(mark)
        elif name == "br" and self.runs and not self.pending:
            self.pending = (start, end)
            return
        self.span(start, end, "markup")

    def call(self, start: int, end: int) -> None:
        """Take a footnote call `<sup>n</sup>`."""
        number = re.sub(r"<[^>]*>", "", self.text[start:end]).strip()
        self.calls.append(Call(offset=self.length, number=number))
        self.span(start, end, "markup", f"note {number}")

    def done(self) -> Reading:
        """Return the reading."""
        if self.pending:
            blank = self.text[slice(*self.pending)].isspace()
            self.span(*self.pending, "space" if blank else "markup")
            self.pending = None
        return Reading(runs=tuple(self.runs), marks=tuple(self.marks), calls=tuple(self.calls))


def read_line(text: str, start: int, end: int, overlay: Overlay, spans: list[Span]) -> Reading:
    """Return the reading of `text[start:end]`; what it leaves out is added to `spans`."""
    writer = Writer(text, overlay, spans)
    _feed(writer, text, start, end)
    return writer.done()


def _feed(writer: Writer, text: str, start: int, end: int) -> None:
    at = start
    for found in re.finditer(r"<sup>\s*\d+\s*</sup>", text[start:end]):
        _tokens(writer, text, at, start + found.start())
        writer.call(start + found.start(), start + found.end())
        at = start + found.end()
    _tokens(writer, text, at, end)


def _tokens(writer: Writer, text: str, start: int, end: int) -> None:
    for a, b, kind, name in tokens(text, start, end):
        if kind == "text":
            writer.write(a, b)
        else:
            writer.tag(a, b, kind, name)


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
