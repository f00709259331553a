"""Forms of citation: `{field}`, `*italics*`, `⟦left out when a field in it is empty|or this instead⟧`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

_TOKEN = re.compile(r"⟦|⟧|\||\*|\{(\w+)\}|[^⟦⟧|*{]+")


class EmptyField(ValueError):
    """A field that the form cannot do without is empty."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a citation, in italics or not."""

    text: str
    italic: bool = False


@dataclass(slots=True)
class _Group:
    runs: list[Run] = field(default_factory=list)
    empty: str = ""
    first: list[Run] | None = None  # what stood before the `|`, where it lacked nothing


def fill(form: str, fields: Mapping[str, str]) -> tuple[Run, ...]:
    """Return the runs of a form with its fields filled in; raises `EmptyField`."""
    stack = [_Group()]
    italic = False
    for token in _TOKEN.finditer(form):
        if token[0] == "⟦":
            stack.append(_Group())
        elif token[0] == "⟧":
            group = stack.pop()
            stack[-1].runs += group.first or ([] if group.empty else group.runs)
        elif token[0] == "|":
            group = stack.pop()
            stack.append(_Group(first=group.first or (None if group.empty else group.runs)))
        elif token[0] == "*":
            italic = not italic
        else:
            _add(stack[-1], token[1], fields.get(token[1], "") if token[1] else token[0], italic=italic)
    if stack[0].empty:
        raise EmptyField(f"{{{stack[0].empty}}} is empty in {form!r}")
    return tuple(_joined(stack[0].runs))


def _add(group: _Group, name: str | None, text: str, *, italic: bool) -> None:
    if text:
        group.runs.append(Run(text, italic))
    elif name:
        group.empty = name


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Yield neighbours of one kind as one run."""
    last: Run | None = None
    for run in runs:
        if last and last.italic == run.italic:
            last = Run(last.text + run.text, last.italic)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def text(runs: tuple[Run, ...]) -> str:
    """Return a citation as plain text."""
    return "".join(run.text for run in runs)


def html(runs: tuple[Run, ...]) -> str:
    """Return a citation as HTML."""
    parts = (escape(run.text, quote=False) for run in runs)
    marked = (f"<i>{part}</i>" if run.italic else part for part, run in zip(parts, runs, strict=True))
    return "".join(marked)
