"""Text -> typed lines (heading, paragraph, item, table row, float), each with its spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import numerals
from .cells import read_cell
from .inline import read_line
from .locate import Located, locate
from .model import (
    Document,
    Figure,
    Float,
    Front,
    Furniture,
    Level,
    Line,
    LineKind,
    Number,
    Problem,
    Scan,
    Source,
    Span,
    Special,
)

_HASHES = re.compile(r"#{1,6} +(?:\*\*)?")
_DASH = re.compile(r"- +")
_BULLET = re.compile(r"[・•●]\s*")
_NOTE = re.compile(r"<sup>\s*(\d+)\s*</sup>\s+")
_TERMINAL = re.compile(r"[.!?:;。：；？！…][)\]”’\"'」』）］]*$")
_GOES_ON = re.compile(r"[,，、]$|[,;]\s+(?:and|or)$|(?:及び|並びに|又は|若しくは|かつ)$")
_INNER = re.compile(r"[a-z]{2}[.?!] +[A-Z“\"]|。.")


def unterminated(text: str) -> bool:
    """Tell whether `text` breaks off before the end of a sentence or clause."""
    return not _TERMINAL.search(text.rstrip())


def _may_be_heading(text: str) -> bool:
    """Tell whether a numbered line could be a heading: no sentence, and no part of a list that goes on."""
    return unterminated(text) and not _INNER.search(text) and not _GOES_ON.search(text.rstrip())


def scan(
    document: Document, source: Source, lang: str, start: int, end: int
) -> tuple[Scan, tuple[Problem, ...]]:
    """Read one language of a base text into lines; problems are declarations that do not fit."""
    located = locate(document, source, lang, start, end)
    scanner = _Scanner(document, source, lang, located)
    lines = [line for a, b in _bounds(source.text, start, end) if (line := scanner.line(a, b))]
    return Scan(lang=lang, lines=tuple(lines), spans=tuple(scanner.spans)), located.problems


def _bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1


class _Scanner:
    def __init__(self, document: Document, source: Source, lang: str, located: Located) -> None:
        self.numbering = {"": document.manifest.numbering}
        self.text, self.lang, self.located = source.text, lang, located
        self.spans: list[Span] = []
        self.lineno, self.counted = 1, 0
        # Whether the next running line is the heading of an unnumbered clause.
        self.titled = False
        for special in document.manifest.specials:
            if special.at_start:
                self._enter(special)

    def _enter(self, special: Special) -> None:
        """From here on a number may be the special's, or the document's that goes on after it."""
        self.titled = special.heading
        self.numbering = {"": self.numbering[""], special.label: special.numbering}

    def line(self, start: int, end: int) -> Line | None:
        """Return the line between `start` and `end`, or `None` for a blank or a piece of furniture."""
        self.lineno += self.text.count("\n", self.counted, start)
        self.counted = start
        if not self.text[start:end].strip():
            return None
        declared, words = self.located.lines.get(start, (None, ""))
        if isinstance(declared, Front):
            return self._make("front", start, end, self._skip(start, end, _HASHES, "markup"), label=words)
        if isinstance(declared, Special):
            self._enter(declared)
            self.spans.append(Span(start=start, end=start + len(words), kind="marker"))
            return self._make("special", start, end, start + len(words), label=declared.label)
        if isinstance(declared, Figure):
            return self._figure(start, end, declared)
        if isinstance(declared, Float):
            return self._float(start, end, declared)
        return self._plain(start, end)

    def _figure(self, start: int, end: int, figure: Figure) -> Line:
        at = start
        if self.text.startswith(figure.printed, start):
            at = start + len(figure.printed)
            self.spans.append(Span(start=start, end=at, kind="marker"))
        return self._make("figure", start, end, at, label=figure.label)

    def _float(self, start: int, end: int, declared: Float) -> Line:
        at = start
        if declared.strip:
            at = start + len(declared.strip)
            self.spans.append(Span(start=start, end=at, kind="marker"))
        return self._make(declared.kind, start, end, at, label=declared.figure, number=declared.number)

    def _plain(self, start: int, end: int) -> Line | None:
        whole = self.located.inline.get((start, end))
        if isinstance(whole, Furniture):
            self.spans.append(Span(start=start, end=end, kind="furniture", note=whole.why))
            return None
        note = _NOTE.match(self.text, start, end)
        if note:
            self.spans.append(Span(start=start, end=note.end(), kind="marker", note=f"note {note.group(1)}"))
            return self._make("note", start, end, note.end(), number=note.group(1))
        if "\t" in self.text[start:end]:
            return self._row(start, end)
        return self._running(start, end)

    def _row(self, start: int, end: int) -> Line:
        cells, at = [], start
        for piece in self.text[start:end].split("\t"):
            cells.append(read_cell(self.text, at, at + len(piece), self.located.inline, self.spans))
            at += len(piece) + 1
            if at <= end:
                self.spans.append(Span(start=at - 1, end=at, kind="markup", note="cell"))
        return Line(kind="row", lineno=self.lineno, start=start, end=end, cells=tuple(cells))

    def _running(self, start: int, end: int) -> Line:
        heading = bool(_HASHES.match(self.text, start, end)) or self.text.startswith("**", start)
        at = self._skip(start, end, _HASHES if heading else _DASH, "markup")
        if self.text.startswith("**", at):
            self.spans.append(Span(start=at, end=at + 2, kind="markup"))
            at += 2
        item = not heading and at > start
        numbers, length = ((), 0) if start in self.located.literal else self._numbers(at, heading)
        if numbers:
            self.spans.append(Span(start=at, end=at + length, kind="marker"))
            rest = self.text[at + length : end]
            titled = heading or (not item and _may_be_heading(rest))
            titled = titled and any(self._level(number).on != "text" for number in numbers)
            return self._make("heading" if titled else "text", start, end, at + length, numbers=numbers)
        kind: LineKind = "heading" if heading or self.titled else "item" if item else "text"
        self.titled = False
        return self._make(kind, start, end, self._skip(at, end, _BULLET, "marker") if item else at)

    def _skip(self, start: int, end: int, pattern: re.Pattern[str], kind: str) -> int:
        found = pattern.match(self.text, start, end)
        if not found:
            return start
        self.spans.append(Span(start=start, end=found.end(), kind=kind))  # type: ignore[arg-type]
        return found.end()

    def _numbers(self, at: int, heading: bool) -> tuple[tuple[Number, ...], int]:
        """Return every level whose form the text at `at` fits, and the marker's length."""
        found, longest = [], 0
        for within, levels in self.numbering.items():
            for index, level in enumerate(levels):
                form = level.form(self.lang)
                hit = numerals.match(form, self.text[at : at + 40]) if form else None
                if hit and (heading or level.on != "heading"):
                    (*above, value), length = hit
                    number = Number(level=index, value=value, above=tuple(above), within=within)
                    found.append((length, number))
                    longest = max(longest, length)
        return tuple(number for length, number in found if length == longest), longest

    def _level(self, number: Number) -> Level:
        return self.numbering[number.within][number.level]

    def _make(
        self,
        kind: LineKind,
        start: int,
        end: int,
        at: int,
        *,
        numbers: tuple[Number, ...] = (),
        label: str = "",
        number: str = "",
    ) -> Line:
        reading = read_line(self.text, at, end, self.located.inline, self.spans)
        return Line(
            kind=kind,
            lineno=self.lineno,
            start=start,
            end=end,
            reading=reading,
            numbers=numbers,
            label=label,
            number=number,
            begins=start in self.located.breaks,
        )
