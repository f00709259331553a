"""The bodies as a drawing: boxes in lanes, and the lines between them, as numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..check import kind_faults, unknown_kind
from ..model import Body, Declared, Mechanisms, Problem, Quote, Tie
from .index import Index

FILE = "corpus/mechanisms.yaml"
WIDTH, HEIGHT = 220, 84
LEFT, TOP = 10, 96
ACROSS, DOWN = 136, 56
ARCH = 46

Point = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A body and the corner at which its box stands."""

    body: Body
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """The ties between two bodies as one line: its corners, and where its label stands."""

    ties: tuple[Tie, ...]
    corners: tuple[Point, ...]
    label: Point
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The whole drawing."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]


def draw(mechanisms: Mechanisms) -> Drawing:
    """Return the drawing: each body at its declared place, each tie from edge to edge."""
    boxes = {body.term: _box(body) for body in mechanisms.bodies}
    between: dict[frozenset[str], list[Tie]] = defaultdict(list)
    for tie in mechanisms.ties:
        between[frozenset((tie.start, tie.end))].append(tie)
    wires = tuple(_wire(boxes[ties[0].start], boxes[ties[0].end], ties) for ties in between.values())
    columns = max((body.place[0] for body in mechanisms.bodies), default=0)
    rows = max((body.place[1] for body in mechanisms.bodies), default=0)
    return Drawing(
        width=2 * LEFT + columns * (WIDTH + ACROSS) - ACROSS,
        height=TOP + rows * (HEIGHT + DOWN) - DOWN + LEFT,
        boxes=tuple(boxes.values()),
        wires=wires,
    )


def _box(body: Body) -> Box:
    column, row = body.place
    return Box(body=body, x=LEFT + (column - 1) * (WIDTH + ACROSS), y=TOP + (row - 1) * (HEIGHT + DOWN))


def _wire(start: Box, end: Box, ties: Sequence[Tie]) -> Wire:
    """Down a lane, across to the next one, or in an arch over the lanes between."""
    if start.x == end.x:
        x = start.x + WIDTH // 2
        middle = (start.y + HEIGHT + end.y) // 2
        return _line(ties, ((x, start.y + HEIGHT), (x, end.y)), (x + 10, middle + 4), "start")
    first, last = (start, end) if start.x < end.x else (end, start)
    if last.x - first.x == WIDTH + ACROSS and first.y == last.y:
        y = start.y + HEIGHT // 2
        middle = (start.x + WIDTH + end.x) // 2
        return _line(ties, ((start.x + WIDTH, y), (end.x, y)), (middle, y - 8), "middle")
    top, x, goal = TOP - ARCH + 12, start.x + WIDTH // 2, end.x + WIDTH // 2
    return _line(
        ties, ((x, start.y), (x, top), (goal, top), (goal, end.y)), ((x + goal) // 2, top - 8), "middle"
    )


def _line(ties: Sequence[Tie], corners: tuple[Point, ...], label: Point, anchor: str) -> Wire:
    return Wire(ties=tuple(ties), corners=corners, label=label, anchor=anchor)


def check_mechanisms(index: Index) -> Iterator[Problem]:
    """Yield what the drawing's data say that no text says, and bodies that are no term."""
    mechanisms = index.edition.corpus.mechanisms
    bodies = {body.term for body in mechanisms.bodies}
    yield from (_at(kind, what) for kind, what in kind_faults(mechanisms.kinds))
    for body in mechanisms.bodies:
        for what in _body_faults(index, body, len(mechanisms.lanes)):
            yield _at(body, f"{body.term}: {what}")
        for fact in body.facts:
            faults = unknown_kind(fact.kind, mechanisms.kinds)
            yield from (_at(fact, f"{body.term}: {what}") for what in faults)
            yield from _quote_faults(index, body.term, fact.quotes)
    for tie in mechanisms.ties:
        for end in (tie.start, tie.end):
            if end not in bodies:
                yield _at(tie, f"a tie names {end!r}, which is no body above")
        if tie.kind != "succession" and not tie.quotes:
            yield _at(tie, "this tie has no quotation; give the words it rests on")
        yield from _quote_faults(index, f"{tie.start} – {tie.end}", tie.quotes)


def _body_faults(index: Index, body: Body, lanes: int) -> Iterator[str]:
    if body.term not in index.terms:
        yield "no term of glossary.yaml has this id; write one that exists"
    if not 1 <= body.place[0] <= lanes or body.place[1] < 1:
        yield f"`place` is {list(body.place)}; write a column from 1 to {lanes} and a row from 1"
    if body.missing and body.missing not in index.addresses:
        yield f"`missing` names {body.missing!r}, which does not exist; write a figure's id"


def _quote_faults(index: Index, name: str, quotes: Sequence[Quote]) -> Iterator[Problem]:
    for quote in quotes:
        wanted = (quote.source, quote.lang)
        texts = [text for (id, _, lang), text in index.texts.items() if (id, lang) == wanted]
        if not any(quote.words in text for text in texts):
            where = quote.source if texts else f"{quote.source}, which has no {quote.lang} text"
            what = f"{name}: these words do not stand in {where}: {quote.words[:60]!r}; copy them"
            yield _at(quote, what)


def _at(declared: Declared, message: str) -> Problem:
    return Problem(file=FILE, line=declared.line, message=message)
