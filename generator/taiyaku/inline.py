"""A stretch of source -> a reading: markup dropped, white space folded, corrections applied.

Tags are never copied: what leaves here is plain text with marks, so that no
markup of a source can reach a page.  Every character that is not part of the
reading becomes a span.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from .markup import tokens
from .model import Call, Correction, Furniture, Mark, Reading, Run, Slip, Span, SpanKind

Overlay = Mapping[tuple[int, int], Correction | Slip | Furniture]
_MARKS = {"u": "underline", "b": "strong", "strong": "strong"}


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
