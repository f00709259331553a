"""The hand-written pages below `docs/` and `docs_ja/` as plain paragraphs."""

from __future__ import annotations

import re
from pathlib import Path

from .records import Sheet

FOLDERS = ("docs", "docs_ja")
INDEXES = frozenset({"glossary", "timeline", "search"})
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*(.+?)\s*$", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")
_MARKUP = re.compile(
    r"<[^>]+>|^\s*(?:#+|[-*>]|\d+\.)\s+|[*`_|]{1,3}|\{[ #.][^}]*\}|^\|?[-|: ]+\|?$", re.MULTILINE
)


def read(root: Path) -> list[Sheet]:
    """Return the hand-written pages: those at the top of both folders that are no index themselves."""
    first, second = (root / folder for folder in FOLDERS)
    names = sorted(path.stem for path in first.glob("*.md") if (second / path.name).is_file())
    return [
        _sheet(name, [(folder / f"{name}.md").read_text("utf-8") for folder in (first, second)])
        for name in names
        if name not in INDEXES
    ]


def _sheet(name: str, texts: list[str]) -> Sheet:
    en, ja = (_page(text) for text in texts)
    return Sheet(path=name, title=(en[0], ja[0]), paragraphs=(en[1], ja[1]))


def _page(text: str) -> tuple[str, tuple[str, ...]]:
    front = _FRONT.match(text)
    title = _TITLE.search(front.group(1)) if front else None
    body = text[front.end() :] if front else text
    plain = _MARKUP.sub(" ", _LINK.sub(r"\1", _FENCE.sub("", body)))
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", plain))
    return (title.group(1) if title else "", tuple(paragraph for paragraph in paragraphs if paragraph))
