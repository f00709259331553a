"""What holds of any text and any numbering: laws tried with Hypothesis."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from edition import INTRO, document, outline, small_edition
from taiyaku import numerals
from taiyaku.build import parse
from taiyaku.cells import read_cell
from taiyaku.inline import read_line
from taiyaku.markup import tokens
from taiyaku.model import Clause, Receipt, Span
from taiyaku.units import clause_units

settings.register_profile("taiyaku", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("taiyaku")

PIECES = [
    *("The keeper", " of the ", "lighthouse.", "灯台", "。", "　", "Japan-U.S.", "12", " "),
    *(
        "<b>",
        "</b>",
        "<u>",
        "</u>",
        "<br>",
        "<ul>",
        "<li>",
        "</li>",
        "</ul>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
    ),
    *("<sup>1</sup>", "<sup>2</sup> ", "&amp;", "&lt;", "&", "&#38;", "<", ">", "**", "- ", "● ", "・"),
    *(
        "I. ",
        "II. ",
        "A. ",
        "1. ",
        "a. ",
        "i. ",
        "Ⅰ．",
        "（１）",
        "# ",
        "## ",
        "\t",
        "Fig. 1",
        "teh",
        "<a href='x'>",
    ),
]
lines = st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\n"), max_size=20
)
sources = st.lists(lines, max_size=12).map("\n".join)


def _tiles(receipt: Receipt) -> None:
    at = 0
    for span in receipt.spans:
        assert span.start == at
        assert span.end > at
        at = span.end
    assert at == len(receipt.source.text)


@given(sources)
@settings(max_examples=150)
def test_spans_tile_any_source_and_nothing_is_lost_without_a_word(text: str) -> None:
    doc = document(text, specials=[INTRO], furniture=[{"why": "a page number", "pattern": r"^\d+$"}])
    pairs, (receipt,), problems = parse(doc)
    _tiles(receipt)
    told = [problem.message for problem in problems]
    assert [each for each in told if each.startswith("read twice")] == []
    lost = [each for each in told if each.startswith("lost")]
    assert not lost or lost != told, "what is lost has another problem as its cause"
    for span in receipt.spans:
        words = text[span.start : span.end]
        if span.kind == "space" and not lost:
            assert not words.strip()
    _kept_spans_give_the_texts(receipt, dict(_texts(pairs.clauses)))


def _texts(clauses: tuple[Clause, ...]) -> Any:
    for clause in clauses:
        for unit in clause_units(clause):
            yield (
                (unit.block, f"{unit.id}.{unit.part}".removeprefix(unit.block).strip(".")),
                unit.reading.text,
            )


def _kept_spans_give_the_texts(receipt: Receipt, wanted: dict[tuple[str, str], str]) -> None:
    made: dict[tuple[str, str], str] = {}
    for span in receipt.spans:
        if span.block:
            own = receipt.source.text[span.start : span.end] if span.kind == "kept" else span.text or ""
            made[span.block, span.part] = made.get((span.block, span.part), "") + own
    assert made == wanted


@given(lines)
def test_tokens_tile_any_line(line: str) -> None:
    found = list(tokens(line, 0, len(line)))
    assert "".join(line[start:end] for start, end, _, _ in found) == line
    assert [(start, end) for start, end, _, _ in found if start >= end] == []


@given(lines, st.booleans())
def test_a_reading_and_what_it_leaves_out_are_the_whole_line(line: str, cell: bool) -> None:
    spans: list[Span] = []
    if cell:
        raw = read_cell(line, 0, len(line), {}, spans)
        readings = [raw.reading, *raw.items]
    else:
        readings = [read_line(line, 0, len(line), {}, spans)]
    pieces = [(run.start, run.end) for reading in readings for run in reading.runs]
    pieces += [(span.start, span.end) for span in spans]
    at = 0
    for start, end in sorted(pieces):
        assert line[at:start].strip() == ""
        assert start >= at
        at = end
    assert line[at:].strip() == ""


@given(lines)
def test_a_reading_is_plain_text(line: str) -> None:
    reading = read_line(line, 0, len(line), {}, [])
    assert reading.text == reading.text.lstrip(" ")
    assert [mark for mark in reading.marks if not 0 <= mark.start <= mark.end <= len(reading.text)] == []
    assert [call for call in reading.calls if not 0 <= call.offset <= len(reading.text)] == []
    assert "<b>" not in reading.text
    assert "</u>" not in reading.text


def test_an_edition_of_a_hostile_text_is_the_same_twice() -> None:
    doc = document("".join(PIECES), specials=[INTRO])
    assert small_edition(doc, []) == small_edition(doc, [])


FORMS = [
    ("{upper-roman}.", 9),
    ("{upper-alpha}.", 8),
    ("{arabic}.", 12),
    ("{lower-alpha}.", 8),
    ("{lower-roman}.", 7),
]


def _trees(level: int = 0) -> st.SearchStrategy[list[Any]]:
    if level == len(FORMS):
        return st.just([])
    return st.lists(st.deferred(lambda: _trees(level + 1)), max_size=min(FORMS[level][1], 3 if level else 4))


def _numbered(tree: list[Any], above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for value, under in enumerate(tree, 1):
        style = numerals.style_of(FORMS[len(above)][0])
        label = (*above, numerals.write(value, style))
        found += [label, *_numbered(under, label)]
    return found


@given(_trees(), st.sampled_from(["", "# ", "#### "]))
def test_the_numbers_alone_give_the_tree_back(tree: list[Any], marks: str) -> None:
    labels = _numbered(tree)
    text = "\n\n".join(f"{marks}{label[-1]}. Heading" for label in labels)
    pairs, _, problems = parse(document(text or "\n"))
    assert problems == ()
    assert [clause.label for clause in pairs.clauses] == [".".join(label) for label in labels]
    assert [(clause.parent or ":").partition(":")[2] for clause in pairs.clauses] == [
        ".".join(label[:-1]) for label in labels
    ]


@given(_trees(), st.data())
def test_ids_are_unique_whatever_stands_in_the_clauses(tree: list[Any], draw: st.DataObject) -> None:
    parts = ["Sentence.", "- item\n- item", "a\tb\nc\td", "Sentence.\n\nAnother."]
    blocks = (draw.draw(st.lists(st.sampled_from(parts), max_size=3)) for _ in _numbered(tree))
    text = "\n\n".join(
        "\n\n".join([f"{label[-1]}. Heading", *own])
        for label, own in zip(_numbered(tree), blocks, strict=True)
    )
    pairs, (receipt,), _ = parse(document(text or "\n"))
    _tiles(receipt)
    ids = [clause.id for clause in pairs.clauses]
    ids += [block.id for clause in pairs.clauses for block in clause.blocks]
    ids += [item.id for clause in pairs.clauses for block in clause.blocks for item in block.items]
    assert len(ids) == len(set(ids))
    assert len(outline(pairs)) == len({line.split(":")[0] for line in outline(pairs)})
