"""Parsed table cells -> a table with merged cells and headers.

A table's `grid` in the manifest draws it as CSS grid areas do.  Tokens are
`row.column` of the parsed lines, both from 1; a token that fills a rectangle
is a merged cell; `-` is an empty place.  Without a grid the cells stay where
the parse has them, and the first row is the header.
"""

from __future__ import annotations

from .model import Cell, Document, Problem, RawCell, Reading, Row, Span, Table

Raw = list[tuple[RawCell, ...]]


def lay_out(document: Document, label: str, raw: Raw) -> tuple[tuple[Row, ...], list[Span], list[Problem]]:
    """Return the rows of the table under clause `label`, with the spans of repeated cells.

    Problems: a token that names no parsed cell, a merged cell that is no
    rectangle, a parsed cell that the grid forgets or places twice.
    """
    table = next((table for table in document.manifest.tables if table.clause == label), None)
    if table is None:
        return (
            tuple(tuple(_cell(cell, 1, 1, row == 0) for cell in cells) for row, cells in enumerate(raw)),
            [],
            [],
        )
    cells = {
        f"{r}.{c}": cell for r, line in enumerate(raw, 1) for c, cell in enumerate(line, 1) if _filled(cell)
    }
    grid = [line.split() for line in table.grid.strip().splitlines()]
    problems = [
        Problem(file=document.path, line=table.line, message=what) for what in _faults(table, grid, cells)
    ]
    spans = [span for token in table.repeats.split() if token in cells for span in _repeat(cells[token])]
    rows = () if problems else tuple(_row(table, grid, index, cells) for index in range(len(grid)))
    return rows, spans, problems


def _filled(cell: RawCell) -> bool:
    return bool(cell.reading or cell.items)


def _faults(table: Table, grid: list[list[str]], cells: dict[str, RawCell]) -> list[str]:
    faults = []
    if len({len(line) for line in grid}) > 1:
        faults.append(f"the rows of the grid of {table.clause} differ in length; give each as many places")
        return faults
    name = table.clause
    placed = {token for line in grid for token in line if token != "-"}
    repeats = set(table.repeats.split())
    named = placed | repeats | set(table.headers.split()) | set(table.row_headers.split())
    faults += [
        f"the grid of {name} names {token}, no cell of the parse; see the source"
        for token in sorted(named - cells.keys())
    ]
    faults += [
        f"cell {token} ({_words(cell)!r}) of {name} is lost; place it or list it under `repeats`"
        for token, cell in cells.items()
        if token not in placed | repeats
    ]
    for token in sorted(placed):
        _, _, height, width = _rectangle(grid, token)
        if sum(line.count(token) for line in grid) != height * width:
            faults.append(f"{token} in the grid of {name} is no rectangle; a merged cell must be one")
    return faults


def _words(cell: RawCell) -> str:
    return (cell.reading.text or cell.items[0].text)[:40]


def _rectangle(grid: list[list[str]], token: str) -> tuple[int, int, int, int]:
    rows = [index for index, line in enumerate(grid) if token in line]
    columns = [index for line in grid for index, place in enumerate(line) if place == token]
    return rows[0], min(columns), rows[-1] - rows[0] + 1, max(columns) - min(columns) + 1


def _row(table: Table, grid: list[list[str]], index: int, cells: dict[str, RawCell]) -> Row:
    headers = set(table.headers.split()) | set(table.row_headers.split())
    row: list[Cell] = []
    for column, token in enumerate(grid[index]):
        if token == "-":
            row.append(Cell(reading=Reading()))
            continue
        top, left, height, width = _rectangle(grid, token)
        if (top, left) == (index, column):
            row.append(_cell(cells[token], height, width, token in headers))
    return tuple(row)


def _cell(raw: RawCell, height: int, width: int, header: bool) -> Cell:
    return Cell(reading=raw.reading, items=raw.items, rowspan=height, colspan=width, header=header)


def _repeat(cell: RawCell) -> list[Span]:
    note = "printed again after a page break"
    runs = [run for reading in (cell.reading, *cell.items) for run in reading.runs]
    return [Span(start=run.start, end=run.end, kind="furniture", note=note) for run in runs]
