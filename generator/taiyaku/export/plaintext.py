"""A document in one language as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Pairs
from .pieces import Piece, colophon, pieces


def plaintext(pairs: Pairs, lang: str) -> str:
    """Return the text: numbers and headings on lines of their own, blank lines between paragraphs."""
    title, issued, word = colophon(pairs.document.manifest, lang)
    return "\n".join([title, issued, word, *_lines(pieces(pairs, lang))]) + "\n"


def _lines(run: Iterator[Piece]) -> Iterator[str]:
    last = ""
    for piece in run:
        if not (piece.kind == last and last in ("item", "row")):
            yield ""
        if piece.kind == "heading":
            yield ""
        last = piece.kind
        yield _line(piece)


def _line(piece: Piece) -> str:
    if piece.kind == "row":
        return "\t".join(piece.cells)
    if piece.kind == "item":
        return f"{'  ' * piece.depth}- {piece.text}"
    return f"{piece.number} {piece.text}".strip()
