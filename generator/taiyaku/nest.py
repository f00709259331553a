"""Typed lines -> a tree of clauses, by the printed numbers and nothing else.

The heading levels of a parsed text are not to be trusted.  A marker belongs
to the deepest open level whose sequence it continues; a first number opens
the level below.  So `i.` after `h.` is a letter and `i.` under `b.` a roman
numeral, and `2` after `1.1` is `1.2` while `2` after `1.3` is chapter 2.
A special that declares a numbering is the level above it.
"""

from __future__ import annotations

from dataclasses import replace

from . import naming, numerals
from .clause import Open
from .grid import lay_out
from .model import Document, Leaf, Line, Node, Number, Problem, Reading, Run, Scan, Span, Special, Tree


def nest(document: Document, path: str, scanned: Scan) -> tuple[Tree, tuple[Span, ...], tuple[Problem, ...]]:
    """Build the tree of one language of a document.

    `path` is the source's, for messages.  Returns the tree, the spans of
    repeated table cells, and the problems: a marker that continues nothing,
    text before the first clause, a footnote that nothing calls.
    """
    nester = _Nester(document, path, scanned.lang)
    for line in scanned.lines:
        nester.take(line)
    nodes = nester.finish()
    tree = Tree(lang=scanned.lang, front=nester.front, nodes=nodes)
    return tree, tuple(nester.spans), tuple(nester.problems)


class _Nester:
    def __init__(self, document: Document, path: str, lang: str) -> None:
        self.document, self.manifest, self.path, self.lang = document, document.manifest, path, lang
        self.front: dict[str, Reading] = {}
        self.nodes: list[Open] = []
        self.here: Open | None = None  # the clause that running text belongs to
        self.figure: Open | None = None  # the figure that rows and its notes belong to
        self.within = ""  # the special that is open
        # The number reached at each open level, of the special's where one is open.
        self.values: list[int] = []
        self.first = 0  # the number reached at the first level, kept across specials
        self.notes: list[tuple[str, Line]] = []
        self.problems: list[Problem] = []
        self.spans: list[Span] = []
        self._open_at_start()

    def _open_at_start(self) -> None:
        for special in self.manifest.specials:
            if special.at_start:
                self._special(special, 1)

    def take(self, line: Line) -> None:
        """Put `line` in its place."""
        if line.kind == "front":
            before = self.front.get(line.label)
            gap = Run(text=" ", start=line.start - 1, end=line.start, kind="join")
            self.front[line.label] = (
                replace(before, runs=(*before.runs, gap, *line.reading.runs)) if before else line.reading
            )
        elif line.kind == "special":
            special = next(s for s in self.manifest.specials if s.label == line.label)
            self._special(special, line.lineno)
        elif line.kind == "figure":
            self._figure(line)
        elif line.numbers:
            self._numbered(line)
        else:
            self._unnumbered(line)

    def _special(self, special: Special, lineno: int) -> None:
        self.within, self.values = special.label, []
        self._push(Open(label=special.label, parent=None, level=0, lineno=lineno))

    def _push(self, node: Open) -> None:
        self.nodes.append(node)
        self.here, self.figure = node, None

    def _figure(self, line: Line) -> None:
        parent = self.here.label if self.here else None
        level = self.here.level + 1 if self.here else 0
        node = Open(label=line.label, parent=parent, level=level, lineno=line.lineno, heading=line.reading)
        self.nodes.append(node)
        self.figure = node

    def _numbered(self, line: Line) -> None:
        number = self._choose(line.numbers)
        if number is None:
            self._problem(line, f"the number here continues no open level (open: {self._label() or 'none'})")
            return
        self._open(number, line)
        node = self.nodes[-1]
        if line.kind == "heading":
            node.heading = line.reading or None
        else:
            node.blocks.append(Leaf(kind="paragraph", lineno=line.lineno, reading=line.reading))

    def _open(self, number: Number, line: Line) -> None:
        self.within, self.values = number.within, [*self.values[: number.level], number.value]
        if not self.within:
            self.first = self.values[0]
        form = naming.numbering(self.manifest, self.within)[number.level].form(self.lang)
        node = Open(
            label=self._label(),
            parent=self._label(self.values[:-1]) or None,
            level=number.level + bool(self.within),
            lineno=line.lineno,
            marker=numerals.fill(form, *number.above, number.value),
        )
        self._push(node)

    def _choose(self, numbers: tuple[Number, ...]) -> Number | None:
        deepest_first = sorted(numbers, key=lambda number: (not number.within, -number.level))
        for fits in (self._goes_on, self._opens):
            for number in deepest_first:
                if fits(number):
                    return number
        return None

    def _goes_on(self, number: Number) -> bool:
        open_ = self._belongs(number) and number.level < len(self.values)
        return open_ and number.value == self.values[number.level] + 1

    def _opens(self, number: Number) -> bool:
        """Tell whether `number` begins the level below, or goes on at the first level after a special."""
        if number.level == 0 and not number.within:
            return number.value == self.first + 1
        return self._belongs(number) and number.level == len(self.values) and number.value == 1

    def _belongs(self, number: Number) -> bool:
        """Tell whether `number` is of the numbering that is open, and repeats the numbers that are."""
        open_ = self.values[: number.level][-len(number.above) :] if number.above else []
        return number.within == self.within and list(number.above) == open_

    def _label(self, values: list[int] | None = None) -> str:
        """Return the canonical label: the numbers as the document's first language writes them."""
        numbering = naming.numbering(self.manifest, self.within)
        levels = zip(numbering, self.values if values is None else values, strict=False)
        lang = self.manifest.languages[0]
        parts = [numerals.write(v, numerals.style_of(level.form(lang))) for level, v in levels]
        return ".".join([self.within, *parts] if self.within else parts)

    def _unnumbered(self, line: Line) -> None:
        node = self.figure if line.kind == "row" and self.figure else self.here
        if line.kind == "note":
            self.notes.append((line.label, line))
        elif node is None:
            self._problem(line, "text stands before the first clause; declare it under `front` or `specials`")
        elif line.kind == "row":
            node.add_row(line)
        elif line.kind == "heading" and not node.heading and not node.blocks and self._titled(node):
            node.heading = line.reading
        elif line.kind == "heading":
            self._problem(
                line, "this heading has no number; declare it under `front`, `specials` or `floats`"
            )
        elif line.kind == "item":
            node.add_item(line)
        else:
            kind = {"text": "paragraph", "caption": "caption", "see": "see"}[line.kind]
            node.blocks.append(Leaf(kind=kind, lineno=line.lineno, reading=line.reading))  # type: ignore[arg-type]

    def _titled(self, node: Open) -> bool:
        return any(s.label == node.label and s.heading for s in self.manifest.specials)

    def finish(self) -> tuple[Node, ...]:
        """Lay out the tables, nest the lists, put each note under the clause that calls it."""
        for node in self.nodes:
            if node.rows:
                self._table(node)
        self._tables_without_rows()
        self._sublists()
        for scope, line in self.notes:
            self._note(scope, line)
        return tuple(node.close() for node in self.nodes)

    def _table(self, node: Open) -> None:
        rows, spans, problems = lay_out(self.document, node.label, [cells for _, cells in node.rows])
        self.spans += spans
        self.problems += problems
        place = next(index for index, leaf in enumerate(node.blocks) if leaf.kind == "table")
        node.blocks[place] = replace(node.blocks[place], rows=rows)

    def _tables_without_rows(self) -> None:
        having = {node.label for node in self.nodes if node.rows}
        for table in self.manifest.tables if self.lang == self.manifest.languages[0] else ():
            if table.clause not in having:
                what = f"`tables` draws a grid for {table.clause}, which has no table; correct `clause`"
                self.problems.append(Problem(file=self.document.path, line=table.line, message=what))

    def _sublists(self) -> None:
        for sub in self.manifest.sublists:
            for node in self.nodes:
                node.indent(sub.first, sub.last)

    def _note(self, scope: str, line: Line) -> None:
        figures = {figure.label for figure in self.manifest.figures}
        callers = [
            node
            for node in self.nodes
            if (node.label == scope if scope else node.label not in figures) and line.number in node.calls()
        ]
        if not callers:
            what = f"nothing calls note {line.number}; is it a figure's? then declare it under `floats`"
            self._problem(line, what)
            return
        # Numbers may begin again: the clause that calls is the last before the note.
        before = [node for node in callers if node.lineno <= line.lineno]
        leaf = Leaf(kind="note", lineno=line.lineno, reading=line.reading, number=line.number)
        (before or callers)[-1 if before else 0].blocks.append(leaf)

    def _problem(self, line: Line, what: str) -> None:
        words = f"{what}: {line.reading.text[:60]!r}"
        self.problems.append(Problem(file=self.path, line=line.lineno, message=words))
