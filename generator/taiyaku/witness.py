"""A second copy of a text against the base: which base block each of its lines answers.

A witness is damaged in its own ways: words glued together, headings moved,
lines cut by page numbers, markers lost.  Its lines are therefore compared
without spaces and punctuation, near the place last matched, and a line that
holds several blocks is divided among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from .locate import locate
from .model import Document, Furniture, Pairs, Problem, Receipt, Source, Span, Unit
from .receipts import tile
from .units import units

_MARKER = re.compile(r"\s*(?:[IVXLC]+\.|[A-Za-z]\.|[ivxlc]+\.|\d+\.|\(\d+\))\s+")
_LIKENESS = 90.0  # per cent of likeness below which a line is said to answer nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    unit: Unit
    compact: str


def collate(document: Document, source: Source, pairs: Pairs) -> tuple[Receipt, tuple[Problem, ...]]:
    """Tile a witness: each kept span names the base block it answers.

    Problems: a line like nothing in the base, furniture declared but not found.
    """
    lang, start, end = source.ranges[0]
    found = locate(document, source, lang, start, end, witness=True)
    furniture = [
        Span(start=a, end=b, kind="furniture", note=piece.why)
        for (a, b), piece in found.inline.items()
        if isinstance(piece, Furniture)
    ]
    targets = [_Target(unit=u, compact=_compact(u.reading.text)) for u in units(pairs) if u.lang == lang]
    spans, problems, at = list(furniture), list(found.problems), 0
    taken = {(span.start, span.end) for span in furniture}
    for line in re.finditer(r"[^\n]+", source.text):
        a, b = line.span()
        if not line.group().strip() or any(s <= a and b <= e for s, e in taken):
            continue
        pieces, at = _divide(source.text, a, b, targets, at)
        if pieces:
            spans += pieces
        else:
            lineno = source.text.count("\n", 0, a) + 1
            what = f"like nothing in the base text: {line.group().strip()[:60]!r}; declare it as furniture"
            problems.append(Problem(file=source.path, line=lineno, message=what))
            spans.append(Span(start=a, end=b, kind="furniture", note="like nothing in the base text"))
    receipt, faults = tile(document, source, sorted(spans, key=lambda span: (span.start, span.end)))
    return receipt, (*problems, *faults)


def _compact(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _divide(text: str, start: int, end: int, targets: Sequence[_Target], at: int) -> tuple[list[Span], int]:
    """Return the spans of one line and the target reached; none where nothing is alike."""
    marker = _MARKER.match(text, start, end)
    places = (start, marker.end()) if marker else (start,)
    for find in (_exact, _alike):
        for a in places:
            index = find(_compact(text[a:end]), targets, at)
            if index is not None:
                lead = [Span(start=start, end=a, kind="marker")] if a > start else []
                return [*lead, *_kept(text, a, end, targets[index].unit)], index
    return _glued(text, start, end, targets, at)


def _near(targets: Sequence[_Target], at: int) -> list[int]:
    return sorted(range(len(targets)), key=lambda index: (abs(index - at), index < at))


def _exact(compact: str, targets: Sequence[_Target], at: int) -> int | None:
    """Return the target nearest to `at` that is the line, or failing that contains it."""
    near = _near(targets, at)
    same = (index for index in near if compact == targets[index].compact)
    within = (index for index in near if len(compact) > 4 and compact in targets[index].compact)
    return next(same, next(within, None))


def _alike(compact: str, targets: Sequence[_Target], at: int) -> int | None:
    """Return the target most like the line, if it is long enough to tell."""
    scores = [(fuzz.partial_ratio(compact, targets[i].compact), i) for i in _near(targets, at)]
    score, index = max(scores, key=lambda pair: pair[0])
    long_enough = 20 < len(compact) <= len(targets[index].compact) * 1.1
    return index if score >= _LIKENESS and long_enough else None


def _glued(text: str, start: int, end: int, targets: Sequence[_Target], at: int) -> tuple[list[Span], int]:
    """Divide a line that holds several blocks in a row."""
    spans, place, reached = list[Span](), start, at
    while place < end:
        marker = _MARKER.match(text, place, end)
        if marker:
            spans.append(Span(start=place, end=marker.end(), kind="marker"))
            place = marker.end()
        rest = _compact(text[place:end])
        hits = [
            (abs(index - reached), -len(target.compact), index)
            for index, target in enumerate(targets)
            if target.compact and rest.startswith(target.compact)
        ]
        if not hits:
            return [], at
        reached = min(hits)[2]
        stop = _length(text, place, end, len(targets[reached].compact))
        spans += _kept(text, place, stop, targets[reached].unit)
        place = stop
    return spans, reached


def _length(text: str, start: int, end: int, count: int) -> int:
    """Return where `count` letters and digits from `start` end, with the punctuation after them."""
    seen, place = 0, start
    while place < end and seen < count:
        seen += len(_compact(text[place]))
        place += 1
    while place < end and not _compact(text[place]):
        place += 1
    return place


def _kept(text: str, start: int, end: int, unit: Unit) -> Iterator[Span]:
    a = start + len(text[start:end]) - len(text[start:end].lstrip())
    b = end - (len(text[start:end]) - len(text[start:end].rstrip()))
    part = f"{unit.id}.{unit.part}".removeprefix(unit.block).strip(".")
    same = _compact(text[a:b]) in _compact(unit.reading.text)
    note = "" if same else "wording differs from the base"
    yield Span(start=a, end=b, kind="kept", block=unit.block, part=part, lang=unit.lang, note=note)
