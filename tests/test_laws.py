"""What holds of any number, reading, table and address: laws tried with Hypothesis."""

import html as entities
import posixpath
import re
import string
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from edition import document, edition
from taiyaku import numerals
from taiyaku.address import relative
from taiyaku.grid import lay_out
from taiyaku.mend import concat
from taiyaku.model import Call, Mark, Occurrence, RawCell, Reading, Run, Unit
from taiyaku.render.context import Page, layers
from taiyaku.render.text import html

settings.register_profile("taiyaku", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("taiyaku")

LAST = {"upper-alpha": 26, "lower-alpha": 26, "kana": 46, "iroha": 47, "kanji": 999, "arabic": 9999}
styles = st.sampled_from(sorted(numerals.STYLES))


@given(styles, st.data())
@settings(max_examples=300)
def test_a_number_that_is_written_is_read_back(style: str, draw: st.DataObject) -> None:
    value = draw.draw(st.integers(1, LAST.get(style, 399)))
    text = numerals.write(value, style)
    assert numerals.read(text, style) == value
    for before, after in (("", "."), ("(", ")"), ("第", "条"), ("Article ", "")):
        form = before + "{%s}" % style + after
        printed = numerals.fill(form, value)
        assert numerals.match(form, printed) == ((value,), len(printed))
        assert numerals.match(form, printed + "　本文") == ((value,), len(printed))


@given(st.lists(styles, min_size=2, max_size=4), st.sampled_from(".-‐："), st.data())
def test_a_number_that_repeats_those_above_it_is_read_back(
    own: list[str], mark: str, draw: st.DataObject
) -> None:
    values = tuple(draw.draw(st.integers(1, LAST.get(style, 399))) for style in own)
    form = mark.join("{%s}" % style for style in own)
    printed = numerals.fill(form, *values)
    assert numerals.match(form, printed + " text") in ((values, len(printed)), None)
    assert len(printed) > 40 or numerals.match(form, printed) == (values, len(printed))


@given(
    styles,
    st.text(max_size=6) | st.text("IVXLCivxlc", max_size=6) | st.text("一二三四五六七八九十百〇", max_size=5),
)
@settings(max_examples=300)
def test_what_is_read_is_what_would_be_written(style: str, text: str) -> None:
    value = numerals.read(text, style)
    assert value is None or numerals.write(value, style) == text


def test_no_two_numbers_of_a_style_are_written_alike() -> None:
    for style in numerals.STYLES:
        written = [numerals.write(value, style) for value in range(1, min(LAST.get(style, 399), 999) + 1)]
        assert len(written) == len(set(written))


@given(st.integers(1, 399))
def test_a_wide_number_is_the_same_number(value: int) -> None:
    wide = {ord(narrow): ord(narrow) + 0xFEE0 for narrow in string.ascii_letters + string.digits + "().,"}
    for form in ("({arabic})", "{upper-roman}.", "{lower-roman}."):
        printed = numerals.fill(form, value)
        assert numerals.match(form, printed.translate(wide)) == ((value,), len(printed))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(st.text(st.sampled_from("ab <>&\"'灯台。\n"), min_size=1, max_size=30))
    length = len(text)

    def marks(kind: str) -> Mark:
        start = draw(st.integers(0, length - 1))
        end = draw(st.integers(start + 1, length))
        return Mark(start=start, end=end, kind=kind, source='s"<>' if kind in ("correction", "slip") else "")

    kinds = draw(st.lists(st.sampled_from(["underline", "strong", "slip", "correction"]), max_size=4))
    calls = draw(st.lists(st.integers(0, length), max_size=2))
    return Reading(
        runs=(Run(text=text, start=0, end=length),),
        marks=tuple(marks(kind) for kind in kinds),
        calls=tuple(Call(offset=offset, number="1") for offset in sorted(calls)),
    )


@given(readings(), readings(), st.sampled_from(["", " ", "\n\n"]))
def test_joining_keeps_the_text_and_moves_marks_with_their_words(a: Reading, b: Reading, gap: str) -> None:
    joined = concat(a, b, Run(text=gap, start=0, end=1, kind="join"))
    assert joined.text == a.text + gap + b.text
    words = [a.text[mark.start : mark.end] for mark in a.marks] + [
        b.text[mark.start : mark.end] for mark in b.marks
    ]
    assert [joined.text[mark.start : mark.end] for mark in joined.marks] == words
    after = [a.text[call.offset :] + gap + b.text for call in a.calls] + [
        b.text[call.offset :] for call in b.calls
    ]
    assert [joined.text[call.offset :] for call in joined.calls] == after


def _page(terms: tuple[tuple[int, int], ...], unit: Unit) -> Page:
    made = edition("treaty")
    pairs = made.documents[0]
    found = tuple(
        Occurrence(term="keeper", id=unit.id, part="", lang="en", offset=start, length=end - start)
        for start, end in terms
    )
    own = replace(layers(made), occurrences={(unit.id, "", "en"): found}, first=frozenset(found[:1]))
    return Page(layers=own, lang="en", path="paper-sea-1901/i.html", pairs=pairs)


@given(readings(), st.lists(st.tuples(st.integers(0, 29), st.integers(1, 10)), max_size=3))
def test_taking_links_and_marks_away_gives_the_text_back(
    reading: Reading, found: list[tuple[int, int]]
) -> None:
    length = len(reading.text)
    terms = tuple((start, min(start + size, length)) for start, size in found if start < length)
    unit = Unit(
        id="paper-sea-1901:I.1.p1", block="paper-sea-1901:I.1.p1", part="", lang="en", reading=reading
    )
    page = _page(terms, unit)
    made = str(html(page, page.pairs.clauses[2] if page.pairs else None, unit))
    without_calls = re.sub(r"<sup.*?</sup>", "", made)
    assert made.count("<sup") == len(reading.calls)
    assert entities.unescape(re.sub(r"<[^>]*>", "", without_calls)) == reading.text
    assert _no_link_in_a_link(made)


def _no_link_in_a_link(made: str) -> bool:
    depth = 0
    for tag in re.findall(r"<a[ >]|</a>", made):
        depth += -1 if tag == "</a>" else 1
        if depth not in (0, 1):
            return False
    return depth == 0


@st.composite
def grids(draw: st.DrawFn) -> tuple[list[list[str]], int, int]:
    """Draw a table of rectangles: a matrix of tokens, some places empty."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    matrix = [[""] * width for _ in range(height)]
    number = 0
    for row in range(height):
        for column in range(width):
            if matrix[row][column]:
                continue
            free = next((c for c in range(column, width) if matrix[row][c]), width) - column
            wide, tall = draw(st.integers(1, free)), draw(st.integers(1, height - row))
            number += 1
            token = "-" if draw(st.integers(0, 9)) == 0 else f"{number}.1"
            wide, tall = (1, 1) if token == "-" else (wide, tall)
            for r in range(row, row + tall):
                for c in range(column, column + wide):
                    matrix[r][c] = token
    return matrix, height, width


def _raw(number: int) -> tuple[RawCell, ...]:
    reading = Reading(runs=(Run(text=f"{number}.1", start=0, end=1),))
    return (RawCell(reading=reading),)


@given(grids())
def test_a_table_fills_its_grid_and_every_cell_stands_once(drawn: tuple[list[list[str]], int, int]) -> None:
    matrix, height, width = drawn
    named = sorted({token for row in matrix for token in row if token != "-"}, key=float)
    last = max((int(token.split(".")[0]) for token in named), default=0)
    spare = " ".join(f"{n}.1" for n in range(1, last + 1) if f"{n}.1" not in named)
    table = {"clause": "I", "grid": "\n".join(" ".join(row) for row in matrix), "repeats": spare}
    rows, _, problems = lay_out(document("", tables=[table]), "I", [_raw(n) for n in range(1, last + 1)])
    assert problems == []
    assert len(rows) == height
    filled = [[""] * width for _ in range(height)]
    for index, row in enumerate(rows):
        for cell in row:
            column = filled[index].index("")
            for r in range(index, index + cell.rowspan):
                for c in range(column, column + cell.colspan):
                    assert filled[r][c] == ""
                    filled[r][c] = cell.reading.text or "-"
    assert filled == matrix


folders = st.lists(st.sampled_from(["ja", "guidelines-2015", "id", "a"]), max_size=3)
paths = st.tuples(folders, st.sampled_from(["index.html", "iv.html", "full.html"])).map(
    lambda parts: "/".join([*parts[0], parts[1]])
)


@given(paths, paths, st.sampled_from(["", "IV.A.1", "p1"]))
def test_a_relative_address_leads_where_it_should(target: str, page: str, anchor: str) -> None:
    whole = f"{target}#{anchor}" if anchor else target
    way = relative(whole, page)
    path, _, fragment = way.partition("#")
    assert fragment == anchor
    assert not way.startswith("/")
    found = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    assert found == target
