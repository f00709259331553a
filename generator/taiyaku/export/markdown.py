"""A document in one language as Markdown (CommonMark, with tables): the headings carry the ids as anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..address import anchor
from ..model import Pairs
from .pieces import Piece, colophon, pieces

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
_OPENING = re.compile(r"^(\d+)([.)])|^([-+])")


def markdown(pairs: Pairs, lang: str) -> str:
    """Return the text as Markdown."""
    title, issued, word = colophon(pairs.document.manifest, lang)
    head = [f"# {_safe(title)}", "", _safe(issued), "", f"*{_safe(word)}*"]
    return "\n".join([*head, *_lines(pieces(pairs, lang))]) + "\n"


def _lines(run: Iterator[Piece]) -> Iterator[str]:
    last: Piece | None = None
    for piece in run:
        goes_on = last is not None and piece.kind == last.kind and piece.kind in ("item", "row")
        if not goes_on:
            yield ""
        yield from _table(piece, goes_on=goes_on) if piece.kind == "row" else [_line(piece)]
        last = piece


def _line(piece: Piece) -> str:
    text = _safe(piece.text)
    if piece.kind == "heading":
        name = f'<a id="{anchor(piece.id)}"></a>'
        return f"{'#' * min(piece.depth + 2, 6)} {name}{_safe(piece.number)} {text}".rstrip()
    if piece.kind == "item":
        return f"{'  ' * piece.depth}- {text}"
    return f"{piece.number} {text}" if piece.number else text


def _table(piece: Piece, *, goes_on: bool) -> Iterator[str]:
    """Yield a row; the first one is the head, which Markdown demands, so it may be an empty one."""
    cells = [_safe(cell).replace("\n", " ") for cell in piece.cells]
    row = f"| {' | '.join(cells)} |"
    rule = f"|{' --- |' * len(cells)}"
    if goes_on:
        yield row
    elif piece.header:
        yield from (row, rule)
    else:
        yield from (f"|{'  |' * len(cells)}", rule, row)


def _safe(text: str) -> str:
    text = _SPECIAL.sub(r"\\\1", text)
    return _OPENING.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", text)
