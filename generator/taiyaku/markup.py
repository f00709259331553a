"""The tags and entities of a line, found by the standard library's HTML parser and never copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

Token = tuple[int, int, str, str]
"""Start, end, kind (text, open, close, entity), name."""
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")


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
