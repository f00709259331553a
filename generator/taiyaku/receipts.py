"""What became of every character of every source: spans that tile each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .model import Document, Pairs, Problem, Receipt, Source, Span, Unit
from .units import units


def receipt(
    document: Document, source: Source, pairs: Pairs, leftover: Iterable[Span]
) -> tuple[Receipt, tuple[Problem, ...]]:
    """Tile a base source with the runs of the readings and the `leftover` spans.

    What neither covers must be white space; anything else is a problem.
    """
    spans = sorted([*leftover, *_runs(units(pairs), source)], key=lambda span: (span.start, span.end))
    return tile(document, source, spans)


def _runs(texts: Iterable[Unit], source: Source) -> Iterator[Span]:
    langs = {lang for lang, _, _ in source.ranges}
    for unit in texts:
        if unit.lang not in langs:
            continue
        for run in unit.reading.runs:
            yield Span(
                start=run.start,
                end=run.end,
                kind=run.kind,
                block=unit.block,
                part=f"{unit.id}.{unit.part}".removeprefix(unit.block).strip("."),
                text=None if run.kind == "kept" else run.text,
                lang=unit.lang,
                note=run.note,
            )


def tile(document: Document, source: Source, spans: Iterable[Span]) -> tuple[Receipt, tuple[Problem, ...]]:
    """Fill the gaps between sorted `spans` with white space; report overlaps and lost characters."""
    tiled: list[Span] = []
    problems: list[Problem] = []
    at = 0
    for span in [*spans, Span(start=len(source.text), end=len(source.text), kind="space")]:
        if span.start < at:
            problems.append(
                _problem(source, span.start, f"read twice: {source.text[span.start : span.end][:60]!r}")
            )
            continue
        if span.start > at:
            gap = source.text[at : span.start]
            if gap.strip():
                problems.append(
                    _problem(source, at, f"lost: {gap.strip()[:60]!r}; no block or declaration takes it")
                )
            tiled.append(Span(start=at, end=span.start, kind="space"))
        if span.end > span.start:
            tiled.append(span)
        words = source.text[span.start : span.end].strip() if span.kind == "space" else ""
        if words:
            problems.append(_problem(source, span.start, f"lost: {words[:60]!r} was taken for white space"))
        at = span.end
    receipt = Receipt(source=source, document=document.manifest.id, spans=tuple(tiled))
    return receipt, tuple(problems)


def _problem(source: Source, at: int, what: str) -> Problem:
    return Problem(file=source.path, line=source.text.count("\n", 0, at) + 1, message=what)
