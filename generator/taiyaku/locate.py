"""Where in a source the things declared in the manifest stand.

Every declaration must match exactly as often as it says; whatever does not
is a `Problem` on the declaration's own line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .model import (
    Correction,
    Declared,
    Document,
    Figure,
    Find,
    Float,
    Front,
    Furniture,
    Problem,
    Slip,
    Source,
    Special,
)

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Declarations by place: `lines` by the offset of a line's first character, `inline` by interval."""

    lines: dict[int, tuple[Declared, str]] = field(default_factory=dict)
    inline: dict[Interval, Correction | Slip | Furniture] = field(default_factory=dict)
    literal: frozenset[int] = frozenset()
    breaks: frozenset[int] = frozenset()
    problems: tuple[Problem, ...] = ()


def locate(
    document: Document, source: Source, lang: str, start: int, end: int, *, witness: bool = False
) -> Located:
    """Find the declarations for `lang` in `source.text[start:end]`; of a witness, its furniture only."""
    finder = _Finder(document, source, lang, start, end)
    if witness:
        return Located(inline=dict(finder.furniture()), problems=tuple(finder.problems))
    lines = {at: (declared, extra) for at, declared, extra in finder.line_declarations()}
    inline = dict(finder.inline_declarations())
    literal = finder.declared_starts(document.manifest.literal)
    breaks = finder.declared_starts(document.manifest.breaks)
    return Located(
        lines=lines, inline=inline, literal=literal, breaks=breaks, problems=tuple(finder.problems)
    )


class _Finder:
    def __init__(self, document: Document, source: Source, lang: str, start: int, end: int) -> None:
        self.manifest, self.path = document.manifest, document.path
        self.text, self.lang, self.start, self.end = source.text, lang, start, end
        self.source = source
        self.problems: list[Problem] = []

    def line_declarations(self) -> Iterator[tuple[int, Declared, str]]:
        """Yield (line start, declaration, what of it) for front matter, specials, figures and floats."""
        for front in self.manifest.front:
            if front.lang == self.lang:
                yield from self._front(front)
        for special in self.manifest.specials:
            if special.opens.get(self.lang):
                yield from self._one(special, special.opens.get(self.lang))
        declared: list[Figure | Float] = [*self.manifest.figures, *self.manifest.floats]
        if self.lang == self.manifest.languages[0]:
            for item in declared:
                yield from self._one(item, item.starts)

    def inline_declarations(self) -> Iterator[tuple[Interval, Correction | Slip | Furniture]]:
        """Yield (interval, declaration) for corrections, slips and furniture."""
        declared: list[Correction | Slip] = [*self.manifest.corrections, *self.manifest.slips]
        for item in declared:
            if item.lang == self.lang:
                for at in self._find(item, item.source, item.times):
                    yield (at, at + len(item.source)), item
        yield from self.furniture()

    def furniture(self) -> Iterator[tuple[Interval, Furniture]]:
        """Yield (interval, declaration) for the furniture of this source."""
        for piece in self.source.declared.furniture:
            pattern = f"^(?:{piece.pattern})$" if piece.pattern else re.escape(piece.find)
            found = [m.span() for m in re.finditer(pattern, self.text, re.MULTILINE)]
            if piece.pattern and not found:
                what = f"`pattern` {piece.pattern!r} fits no whole line of {self.source.declared.file}"
                message = f"{what}; correct it, or remove it"
                self.problems.append(Problem(file=self.path, line=piece.line, message=message))
            elif len(found) != piece.times and not piece.pattern and not self.start:
                self._count(piece, piece.find, piece.times, len(found))
            for a, b in found:
                if self.start <= a and b <= self.end:
                    yield (a, b), piece

    def declared_starts(self, finds: Iterable[Find]) -> frozenset[int]:
        """Return where the lines begin that `finds` declares for this language or for every one."""
        own = (find for find in finds if find.lang in ("", self.lang))
        return frozenset(at for find in own for at in self.starts(find, find.find, find.times))

    def starts(self, declared: Declared, words: str, times: int) -> list[int]:
        """Return where a line starts with `words`; a wrong count is a problem."""
        pattern = re.compile("^" + re.escape(words), re.MULTILINE)
        found = [m.start() for m in pattern.finditer(self.text, self.start, self.end)]
        if len(found) != times:
            self._count(declared, words, times, len(found))
        return found

    def _one(self, declared: Special | Figure | Float, words: str) -> Iterator[tuple[int, Declared, str]]:
        for at in self.starts(declared, words, 1):
            yield at, declared, words

    def _front(self, front: Front) -> Iterator[tuple[int, Declared, str]]:
        pattern = r"^[^\S\n]*" + r"\s+".join(f"({re.escape(line)})" for line in front.lines)
        found = re.compile(pattern, re.MULTILINE).search(self.text, self.start, self.end)
        if not found:
            self._count(front, " / ".join(front.lines), 1, 0)
            return
        for group in range(1, len(front.lines) + 1):
            at = found.start(group)
            yield self.text.rfind("\n", 0, at) + 1, front, front.part

    def _find(self, declared: Declared, words: str, times: int) -> list[int]:
        found = [m.start() for m in re.finditer(re.escape(words), self.text[self.start : self.end])]
        if len(found) != times:
            self._count(declared, words, times, len(found))
        return [at + self.start for at in found]

    def _count(self, declared: Declared, words: str, times: int, found: int) -> None:
        advice = "copy the words from the source" if not found else f"write `times: {found}` or longer words"
        what = f"{words[:60]!r} should stand {times}× in the {self.lang} text but stands {found}×; {advice}"
        self.problems.append(Problem(file=self.path, line=declared.line, message=what))
