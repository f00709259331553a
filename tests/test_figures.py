"""What the contract says of the merge, the annex, the figures, the notes and the titles."""

import re
from collections import Counter

from edition import blocks, clauses, data

WHITE_PAPER = "defense-of-japan-2019"


def _figures() -> list[str]:
    own = (clause["label"] for clause in clauses().values() if clause["document"] == WHITE_PAPER)
    return [label for label in own if label.startswith("fig-")]


def test_figures_stand_in_the_clauses_where_they_are_printed() -> None:
    parents = {label: clauses()[f"{WHITE_PAPER}:{label}"]["parent"].partition(":")[2] for label in _figures()}
    assert parents == {"fig-1": "2", "fig-2": "3.3.3", "fig-3": "3.3.3", "fig-4": "3.3.3", "fig-5": "4.1"}


def test_the_one_merge() -> None:
    merged = {id for id, block in blocks().items() if "\n\n" in (block["en"] or "") + (block["ja"] or "")}
    assert merged == {"guidelines-2015:IV.A.p2"}
    block = blocks()["guidelines-2015:IV.A.p2"]
    assert len(block["en"].split("\n\n")) == 2
    assert "\n" not in block["ja"]


def test_the_annex_is_one_table_whose_function_column_is_merged() -> None:
    (block,) = clauses()["guidelines-1997:annex"]["blocks"]
    rows = block["rows"]["en"]
    assert block["id"] == "guidelines-1997:annex.p1"
    assert len(rows) == 16
    assert [(cell["text"], cell["colspan"], cell["header"]) for cell in rows[0]] == [
        ("Functions and Fields", 3, True),
        ("Examples of Items of Cooperation", 1, True),
    ]
    functions = [(row[0]["text"], row[0]["rowspan"]) for row in rows if row[0]["rowspan"] > 1]
    assert functions == [
        ("Cooperation in activities initiated by either Government", 4),
        ("Japan's support for U.S. Forces activities", 8),
        ("Rear area support", 7),
        ("U.S.-Japan operational cooperation", 3),
    ]
    assert sum(len(row[-1]["items"]) for row in rows) == 40
    assert [len(row[-1]["items"]) for row in rows[1:6]] == [3, 1, 4, 2, 6]


def test_three_figures_are_tables_and_two_have_only_their_captions() -> None:
    kinds = {
        label: [b["kind"] for b in clauses()[f"{WHITE_PAPER}:{label}"]["blocks"]] for label in _figures()
    }
    assert kinds == {
        "fig-1": ["table"],
        "fig-2": ["table"],
        "fig-3": [],
        "fig-4": [],
        "fig-5": ["table", "note", "note", "note"],
    }
    drawings = {label: clauses()[f"{WHITE_PAPER}:{label}"]["drawing"] for label in _figures()}
    assert drawings == {
        "fig-1": "table",
        "fig-2": "table",
        "fig-3": "missing",
        "fig-4": "missing",
        "fig-5": "table",
    }


def test_the_milestones_are_rows_with_their_years() -> None:
    rows = blocks()[f"{WHITE_PAPER}:fig-1.p1"]["rows"]["en"]
    years: list[str] = []
    for row in rows:
        years += [row[0]["text"]] * row[0]["rowspan"] if re.fullmatch(r"\d{4}", row[0]["text"]) else []
    assert years == [
        *(
            "1951",
            "1952",
            "1958",
            "1960",
            "1968",
            "1969",
            "1972",
            "1976",
            "1978",
            "1991",
            "1996",
            "1997",
            "1997",
        ),
        *(
            "2001",
            "2003",
            "2006",
            "2006",
            "2006",
            "2007",
            "2010",
            "2012",
            "2013",
            "2014",
            "2015",
            "2015",
            "2017",
        ),
    ]
    assert rows[11][-1]["text"] == "SACO Final Report"
    eras = [cell["text"] for row in rows for cell in row[:-1] if not cell["text"].isdigit()]
    assert eras == [era["title"]["en"] for era in data("corpus")["timeline"]["eras"]]


def test_the_outline_of_the_guidelines_has_36_rows_of_five_places() -> None:
    rows = blocks()[f"{WHITE_PAPER}:fig-2.p1"]["rows"]["en"]
    assert len(rows) == 36
    filled = [[0] * 5 for _ in rows]
    for index, row in enumerate(rows):
        for cell in row:
            column = filled[index].index(0)
            for below in range(index, index + cell["rowspan"]):
                for place in range(column, column + cell["colspan"]):
                    filled[below][place] += 1
    assert filled == [[1] * 5 for _ in rows]


def test_the_forums_have_two_rows_of_headers_and_the_figures_own_notes() -> None:
    block = blocks()[f"{WHITE_PAPER}:fig-5.p1"]
    rows = block["rows"]["en"]
    assert [[cell["text"] for cell in row] for row in rows[:2]] == [
        ["Consultative Forum", "Participants", "Purpose", "Legal Basis"],
        ["Japanese Side", "U.S. Side"],
    ]
    assert all(cell["header"] for row in rows[:2] for cell in row)
    assert [row[0]["text"][:20] for row in rows[2:]] == [
        *("Security Consultativ", "Security Subcommitte", "Subcommittee for Def", "Japan-U.S. Joint Com"),
    ]
    called = Counter(call["note"].partition(":")[2] for call in block["notes"])
    assert called == {"fig-5.n1": 1, "fig-5.n2": 2, "fig-5.n3": 1}


def test_the_footnotes_stand_under_the_clauses_that_call_them() -> None:
    notes = {
        id.partition(":")[2]: block["number"] for id, block in blocks().items() if block["kind"] == "note"
    }
    assert {id: number for id, number in notes.items() if not id.startswith("fig")} == {
        "intro.n1": "1",
        "2.n1": "2",
        "4.2.11.n1": "3",
    }


def test_captions_and_cross_references_are_blocks_of_their_own() -> None:
    kinds = Counter(block["kind"] for block in blocks().values())
    assert (kinds["caption"], kinds["see"], kinds["note"], kinds["table"]) == (6, 12, 6, 4)
    for block in blocks().values():
        if block["kind"] == "see":
            assert re.match(r"(Fig\. III|Reference 2\d|Section [23]) ?", block["en"]), block["id"]


def test_titles_that_no_text_gives_are_marked() -> None:
    attested = {
        d["id"]: (d["attested"]["en"], d["attested"]["ja"]) for d in data("corpus")["corpus"]["documents"]
    }
    assert attested == {
        "guidelines-2015": (True, True),
        "guidelines-1997": (True, False),
        WHITE_PAPER: (True, False),
    }
    (paper,) = (d for d in data("corpus")["corpus"]["documents"] if d["id"] == WHITE_PAPER)
    assert paper["subtitle"]["en"] == "Section 1 Outline of the Japan-U.S. Security Arrangements"


def test_a_file_of_two_languages_appears_once() -> None:
    listed = {
        s["file"].rpartition("/")[2][:3]: (s["role"], s["lang"])
        for s in data("corpus")["receipts"]["sources"]
    }
    assert listed == {
        "000": ("witness", ["en"]),
        "001": ("base", ["en"]),
        "002": ("witness", ["en"]),
        "003": ("base", ["ja", "en"]),
        "004": ("base", ["en"]),
    }
    spans = next(s["spans"] for s in data("corpus")["receipts"]["sources"] if "/003" in s["file"])
    order = [span["lang"] for span in spans if "lang" in span]
    assert order == ["ja"] * order.count("ja") + ["en"] * order.count("en")
