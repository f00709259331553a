"""Lines cut by a page break or by a float are made whole; floats follow what they interrupted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .model import Call, Document, Join, Line, Problem, Reading, Run, Scan
from .scan import unterminated

_FLOATS = frozenset({"caption", "see", "note", "figure", "row"})


def concat(first: Reading, second: Reading, joint: Run) -> Reading:
    """Return the two readings as one, `joint` standing for what lies between them."""
    shift = len(first.text) + len(joint.text)
    marks = tuple(replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in second.marks)
    calls = tuple(Call(offset=call.offset + shift, number=call.number) for call in second.calls)
    return Reading(
        runs=(*first.runs, joint, *second.runs),
        marks=(*first.marks, *marks),
        calls=(*first.calls, *calls),
    )


def mend(document: Document, scanned: Scan) -> tuple[Scan, frozenset[Join]]:
    """Join what was cut: by rule, and by the manifest's `joins` where no rule can see it.

    A paragraph that breaks off before the end of a sentence goes on in the
    next running line; a list item, only if that line begins in lower case.
    A heading that is a bare number takes the heading line after it.  Returns
    the mended scan and the declared joins that were used.
    """
    used: set[Join] = set()
    done: list[Line] = []
    running: int | None = None  # index of the running line that may go on
    for line in scanned.lines:
        if done and _below_caption(done[-1], line):
            done[-1] = _joined(done[-1], line, scanned.lang)
        elif line.kind in _FLOATS:
            done.append(line)
        elif running is not None and _goes_on(done[running], line, document.manifest.joins, used):
            done[running] = _joined(done[running], line, scanned.lang)
        else:
            running = len(done)
            done.append(line)
    return replace(scanned, lines=tuple(done)), frozenset(used)


def unused_joins(document: Document, used: frozenset[Join]) -> Iterable[Problem]:
    """Yield a problem for each declared join that met no cut."""
    for join in document.manifest.joins:
        if join not in used:
            what = f"no paragraph ends with {join.before!r} before one that starts with {join.after!r}"
            yield Problem(
                file=document.path, line=join.line, message=f"{what}; correct the words or remove it"
            )


def _below_caption(before: Line, line: Line) -> bool:
    """A plain line directly below a caption, with no blank line between, belongs to it."""
    return before.kind == "caption" and line.kind == "text" and line.start == before.end + 1


def _goes_on(before: Line, line: Line, joins: tuple[Join, ...], used: set[Join]) -> bool:
    first, second = before.reading.text, line.reading.text
    if before.kind == "heading" and not first:
        return line.kind == "heading" and not line.numbers
    if line.begins or line.kind != "text" or line.numbers or not second:
        return False
    if before.kind not in ("text", "item"):
        return False
    for join in joins:
        if first.endswith(join.before) and second.startswith(join.after):
            used.add(join)
            return True
    return unterminated(first) and (before.kind == "text" or second[0].islower())


def _joined(before: Line, line: Line, lang: str) -> Line:
    if not before.reading:
        return replace(before, reading=line.reading, end=line.end)
    gap = "" if lang == "ja" else " "
    joint = Run(
        text=gap, start=before.end, end=before.end + 1, kind="join", note="cut by a page break or a float"
    )
    return replace(before, reading=concat(before.reading, line.reading, joint), end=line.end)
