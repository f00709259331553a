"""The exported data against the data contract: names, ids, counts, and the facts it states."""

import copy
import json
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from edition import EDITIONS, ROOT, blocks, clauses, data, edition
from taiyaku.address import Addresses
from taiyaku.ledger import entries
from taiyaku.output import write_edition

NAMES = ("corpus", "receipts", "glossary", "timeline")
WHITE_PAPER = "defense-of-japan-2019"


def _schema(name: str) -> dict[str, Any]:
    path = ROOT / "generator/taiyaku/export/schemas" / f"{name}.schema.json"
    return json.loads(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real edition, written with an address for hosting."""
    folder = tmp_path_factory.mktemp("written")
    write_edition(edition("corpus"), folder, "https://example.org/edition/")
    return folder


# --- schemas ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("which", EDITIONS)
def test_the_data_answers_its_schema(which: str, name: str) -> None:
    schema = _schema(name)
    Draft202012Validator.check_schema(schema)
    faults = Draft202012Validator(schema).iter_errors(data(which)[name])
    assert [f"{fault.json_path}: {fault.message[:200]}" for fault in faults] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_object_of_a_schema_is_closed_and_every_field_is_told(name: str) -> None:
    def objects(node: Any) -> Any:
        for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            yield from objects(value)
        if isinstance(node, dict) and node.get("type") == "object":
            yield node

    schema = _schema(name)
    found = list(objects(schema))
    assert found
    assert [o for o in found if o.get("additionalProperties") is not False] == []
    assert schema["description"]
    assert [d for d, own in schema["$defs"].items() if "description" not in own and d != "row"] == []


def _rename(values: dict[str, Any], old: str, new: str) -> None:
    values[new] = values.pop(old)


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("corpus", lambda d: d["clauses"][0].pop("eid")),
        ("corpus", lambda d: d["clauses"][0].update(extra=1)),
        ("corpus", lambda d: d["clauses"][0]["blocks"][0].update(kind="verse")),
        ("corpus", lambda d: d["clauses"][0]["blocks"][0].update(id="guidelines-2015:I.q1")),
        ("corpus", lambda d: d["clauses"][0]["blocks"][0].update(en=None, ja=None)),
        ("corpus", lambda d: d["clauses"][0]["url"].update(ja="guidelines-2015/i.html#I")),
        ("corpus", lambda d: d["documents"][0].update(date="27 April 2015")),
        ("receipts", lambda d: d["sources"][0].update(sha256="0")),
        ("receipts", lambda d: d["sources"][0]["spans"][0].update(start=-1)),
        ("receipts", lambda d: d["sources"][0]["spans"][0].update(kind="lost")),
        ("receipts", lambda d: next(s for s in d["sources"][0]["spans"] if s["kind"] == "kept").update(block=None)),
        ("glossary", lambda d: d["terms"][0].update(id="ACM")),
        ("glossary", lambda d: d["terms"][0]["definition"].update(ja="")),
        ("glossary", lambda d: _rename(d["terms"][0]["term"], "en", "fr")),
        ("timeline", lambda d: d["events"][0].update(precision="day")),
        ("timeline", lambda d: d["events"][0].update(sources=[])),
        ("timeline", lambda d: d["events"][0].update(kind="war")),
        ("timeline", lambda d: d["eras"][0].update(bounds="source")),
    ],
)
def test_a_schema_refuses_what_is_wrong(name: str, spoil: Callable[[dict[str, Any]], object]) -> None:
    spoilt = copy.deepcopy(data("corpus")[name])
    spoil(spoilt)
    assert not Draft202012Validator(_schema(name)).is_valid(spoilt)


def test_data_and_schemas_are_written_beside_each_other(written: Path) -> None:
    folder = written / "build/site-extra/data"
    for name in NAMES:
        value = json.loads((folder / f"{name}.json").read_text("utf-8"))
        schema = json.loads((folder / f"{name}.schema.json").read_text("utf-8"))
        assert value == data("corpus")[name]
        assert schema["$id"] == f"{name}.schema.json"


CONTRACT = {
    "documents": "id title subtitle attested date issuer languages url clauses",
    "clauses": "id document label printed parent eid heading url blocks",
    "blocks": "id kind en ja items rows notes corrections",
    "notes": "lang offset note",
    "corrections": "lang offset source reading reason",
    "cells": "text items rowspan colspan header",
    "sources": "file sha256 document role lang spans",
    "spans": "start end kind block note",
    "terms": "id abbreviation term reading variants definition attested defined_in occurrences url",
    "occurrences": "block lang offset length",
    "eras": "id title from to attested",
    "events": "id date precision kind era title attested people sources note url",
}


@pytest.mark.parametrize("what", CONTRACT)
def test_every_name_of_the_contract_is_there(what: str) -> None:
    all_blocks = list(blocks().values())
    spans = [span for source in data("corpus")["receipts"]["sources"] for span in source["spans"]]
    found = {
        "documents": data("corpus")["corpus"]["documents"],
        "clauses": data("corpus")["corpus"]["clauses"],
        "blocks": all_blocks,
        "notes": [call for block in all_blocks for call in block["notes"]],
        "corrections": [each for block in all_blocks for each in block["corrections"]],
        "cells": [cell for block in all_blocks for row in block["rows"]["en"] or [] for cell in row],
        "sources": data("corpus")["receipts"]["sources"],
        "spans": spans,
        "terms": data("corpus")["glossary"]["terms"],
        "occurrences": [o for term in data("corpus")["glossary"]["terms"] for o in term["occurrences"]],
        "eras": data("corpus")["timeline"]["eras"],
        "events": data("corpus")["timeline"]["events"],
    }[what]
    assert found
    assert [each for each in found if not set(CONTRACT[what].split()) <= each.keys()] == []


# --- counts -------------------------------------------------------------------------------------


def _labels(document: str) -> list[str]:
    return [clause["label"] for clause in clauses().values() if clause["document"] == document]


def _unheaded(document: str) -> set[str]:
    own = (clause for clause in clauses().values() if clause["document"] == document)
    return {clause["label"] for clause in own if clause["heading"] is None}


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_2015_has_69_clauses_65_with_a_heading(lang: str) -> None:
    own = [clause for clause in clauses().values() if clause["document"] == "guidelines-2015"]
    assert len(own) == 69
    assert len([clause for clause in own if clause["heading"] and clause["heading"][lang]]) == 65
    assert _unheaded("guidelines-2015") == {"II.A", "II.B", "II.C", "II.D"}


def test_2015_has_eight_chapters_with_their_sections() -> None:
    sections = Counter(label.split(".")[0] for label in _labels("guidelines-2015") if label.count(".") == 1)
    assert [label for label in _labels("guidelines-2015") if "." not in label] == [
        *("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
    ]
    assert sections == {"II": 4, "III": 3, "IV": 5, "V": 2, "VI": 2, "VII": 3}


def test_1997_has_55_clauses_with_the_annex() -> None:
    labels = _labels("guidelines-1997")
    assert len(labels) == 55
    assert labels[-1] == "annex"
    assert [label for label in labels if "." not in label] == ["I", "II", "III", "IV", "V", "VI", "VII", "annex"]
    assert _unheaded("guidelines-1997") == {
        *("II.1", "II.2", "II.3", "II.4"),
        *("IV.2.1.a", "IV.2.1.b", "IV.2.1.c", "IV.2.2.d.i", "IV.2.2.d.ii"),
    }


def test_the_white_paper_has_74_clauses() -> None:
    labels = _labels(WHITE_PAPER)
    figures = [label for label in labels if label.startswith("fig-")]
    last = {label: label.rpartition(".")[2] for label in labels}
    numbered = [label for label in labels if last[label].isdigit()]
    lettered = [label for label in labels if re.fullmatch("[a-z]", last[label]) and label.count(".") == 3]
    deepest = [label for label in labels if label.count(".") == 4]
    assert labels[0] == "intro"
    assert len(numbered) == 30
    assert len(lettered) == 34
    assert deepest == ["4.2.5.c.a", "4.2.5.c.b", "4.2.5.c.c", "4.2.5.c.d"]
    assert sorted(figures) == [f"fig-{n}" for n in range(1, 6)]
    assert len(labels) == 1 + 30 + 34 + 4 + 5 == 74


# --- ids and addresses --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id", "printed", "heading"),
    [
        ("guidelines-2015:IV.A.1", "IV.A.1", "Intelligence, Surveillance, and Reconnaissance"),
        ("guidelines-2015:IV.C.2.b.ii", "IV.C.2.b.ii", "Operations to Counter Ballistic Missile Attacks"),
        ("guidelines-2015:II.A", "II.A", None),
        ("guidelines-1997:II.1", "II.1", None),
        ("guidelines-1997:IV.2.1.a", "IV.2.(1).a", None),
        ("guidelines-1997:IV.2.2.d.i", "IV.2.(2).d.i", None),
        (f"{WHITE_PAPER}:4.2.8.a", "4.2.(8).a", None),
        (f"{WHITE_PAPER}:4.2.5.c.a", "4.2.(5).c.(a)", None),
        (f"{WHITE_PAPER}:intro", "Introduction", None),
        (f"{WHITE_PAPER}:fig-1", "Fig. III-2-1-1", "Major Milestones concerning Japan-U.S. Alliance"),
    ],
)
def test_a_clause_of_the_contract(id: str, printed: str, heading: str | None) -> None:
    clause = clauses()[id]
    assert clause["printed"] == printed
    assert (clause["heading"] and clause["heading"]["en"]) == heading
    if heading is None:
        assert clause["blocks"][0]["id"] == f"{id}.p1"
        assert clause["blocks"][0]["en"]


@pytest.mark.parametrize(
    ("id", "page"),
    [
        ("guidelines-2015:IV.A.1", "guidelines-2015/iv.html#IV.A.1"),
        ("guidelines-1997:annex", "guidelines-1997/annex.html#annex"),
        (f"{WHITE_PAPER}:intro", f"{WHITE_PAPER}/intro.html#intro"),
        (f"{WHITE_PAPER}:4.2.5.c.a", f"{WHITE_PAPER}/4.html#4.2.5.c.a"),
        (f"{WHITE_PAPER}:fig-1", f"{WHITE_PAPER}/2.html#fig-1"),
        (f"{WHITE_PAPER}:fig-2", f"{WHITE_PAPER}/3.html#fig-2"),
        (f"{WHITE_PAPER}:fig-5", f"{WHITE_PAPER}/4.html#fig-5"),
    ],
)
def test_the_address_of_a_clause(id: str, page: str) -> None:
    assert clauses()[id]["url"] == {"en": page, "ja": f"ja/{page}"}


def test_figures_stand_in_the_clauses_where_they_are_printed() -> None:
    parents = {label: clauses()[f"{WHITE_PAPER}:{label}"]["parent"].partition(":")[2] for label in _figures()}
    assert parents == {"fig-1": "2", "fig-2": "3.3.3", "fig-3": "3.3.3", "fig-4": "3.3.3", "fig-5": "4.1"}


def _figures() -> list[str]:
    return [label for label in _labels(WHITE_PAPER) if label.startswith("fig-")]


@pytest.mark.parametrize("which", EDITIONS)
def test_the_document_lists_its_clauses_in_order(which: str) -> None:
    listed = [id for document in data(which)["corpus"]["documents"] for id in document["clauses"]]
    assert listed == [clause["id"] for clause in data(which)["corpus"]["clauses"]]


@pytest.mark.parametrize("which", EDITIONS)
def test_eids_are_unique_within_a_document_and_follow_the_parents(which: str) -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for clause in clauses(which).values():
        parent = clauses(which)[clause["parent"]]["eid"] + "__" if clause["parent"] else ""
        assert clause["eid"].startswith(parent)
        assert "__" not in clause["eid"].removeprefix(parent)
        assert clause["eid"] not in seen[clause["document"]]
        seen[clause["document"]].add(clause["eid"])


def test_every_address_of_the_data_is_an_anchor_of_a_page_that_is_written(written: Path) -> None:
    texts: dict[Path, str] = {}
    placed = [*data("corpus")["corpus"]["documents"], *clauses().values(), *_events()]
    for entry in placed:
        for lang, folder in (("en", "docs"), ("ja", "docs_ja")):
            page, _, anchor = entry["url"][lang].removeprefix("ja/").partition("#")
            path = written / folder / page.replace(".html", ".md")
            text = texts.setdefault(path, path.read_text("utf-8"))
            assert not anchor or f'id="{anchor}"' in text or f"{{ #{anchor} " in text, entry["id"]


def test_every_term_is_an_anchor_of_the_glossary(written: Path) -> None:
    for folder in ("docs", "docs_ja"):
        text = (written / folder / "glossary.md").read_text("utf-8")
        assert [t["id"] for t in data("corpus")["glossary"]["terms"] if f'id="{t["id"]}"' not in text] == []


def test_every_clause_has_a_page_that_leads_to_it_and_so_has_every_alias(written: Path) -> None:
    base = "https://example.org/edition/"
    for clause in clauses().values():
        for lang in ("en", "ja"):
            page = f"{'ja/' if lang == 'ja' else ''}id/{clause['id'].replace(':', '/')}.html"
            text = (written / "build/site-extra" / page).read_text("utf-8")
            way = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', text)
            assert way
            assert posixpath.normpath(posixpath.join(posixpath.dirname(page), way[1])) == clause["url"][lang]
            assert f'<link rel="canonical" href="{base}{clause["url"][lang]}">' in text
            assert 'property="og:title"' in text
            assert re.search(r'property="og:description" content="[^"]+"', text)
    for label, number in ((f"fig-{n}", n) for n in range(1, 6)):
        alias = written / "build/site-extra/id" / WHITE_PAPER / f"fig-III-2-1-{number}.html"
        assert clauses()[f"{WHITE_PAPER}:{label}"]["url"]["en"] in alias.read_text("utf-8")


# --- the facts that the contract states -----------------------------------------------------------


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
    kinds = {label: [b["kind"] for b in clauses()[f"{WHITE_PAPER}:{label}"]["blocks"]] for label in _figures()}
    assert kinds == {
        "fig-1": ["table"],
        "fig-2": ["table"],
        "fig-3": [],
        "fig-4": [],
        "fig-5": ["table", "note", "note", "note"],
    }
    drawings = {label: clauses()[f"{WHITE_PAPER}:{label}"]["drawing"] for label in _figures()}
    assert drawings == {"fig-1": "table", "fig-2": "table", "fig-3": "missing", "fig-4": "missing", "fig-5": "table"}


def test_the_milestones_are_rows_with_their_years() -> None:
    rows = blocks()[f"{WHITE_PAPER}:fig-1.p1"]["rows"]["en"]
    years: list[str] = []
    for row in rows:
        years += [row[0]["text"]] * row[0]["rowspan"] if re.fullmatch(r"\d{4}", row[0]["text"]) else []
    assert years == [
        *("1951", "1952", "1958", "1960", "1968", "1969", "1972", "1976", "1978", "1991", "1996", "1997", "1997"),
        *("2001", "2003", "2006", "2006", "2006", "2007", "2010", "2012", "2013", "2014", "2015", "2015", "2017"),
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
    notes = {id.partition(":")[2]: block["number"] for id, block in blocks().items() if block["kind"] == "note"}
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
    attested = {d["id"]: (d["attested"]["en"], d["attested"]["ja"]) for d in data("corpus")["corpus"]["documents"]}
    assert attested == {
        "guidelines-2015": (True, True),
        "guidelines-1997": (True, False),
        WHITE_PAPER: (True, False),
    }
    (paper,) = (d for d in data("corpus")["corpus"]["documents"] if d["id"] == WHITE_PAPER)
    assert paper["subtitle"]["en"] == "Section 1 Outline of the Japan-U.S. Security Arrangements"


def test_a_file_of_two_languages_appears_once() -> None:
    listed = {s["file"].rpartition("/")[2][:3]: (s["role"], s["lang"]) for s in data("corpus")["receipts"]["sources"]}
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


# --- the timeline ----------------------------------------------------------------------------------


def _events() -> list[dict[str, Any]]:
    return data("corpus")["timeline"]["events"]


def test_events_stand_in_the_order_of_their_dates_once_each() -> None:
    dates = [event["date"] for event in _events()]
    assert dates == sorted(dates)
    ids = [event["id"] for event in _events()]
    assert len(ids) == len(set(ids))
    assert [event["id"] for event in _events() if not event["id"].startswith(event["date"][:4])] == []


def test_a_date_is_as_precise_as_it_says() -> None:
    lengths = {"year": 4, "month": 7, "day": 10}
    assert [e["id"] for e in _events() if len(e["date"]) != lengths[e["precision"]]] == []
    assert {event["precision"] for event in _events()} == set(lengths)


def test_eras_follow_each_other_from_1951_to_2019_and_hold_their_events() -> None:
    eras = data("corpus")["timeline"]["eras"]
    years = [year for era in eras for year in range(era["from"], era["to"] + 1)]
    assert years == list(range(1951, 2020))
    spans = {era["id"]: range(era["from"], era["to"] + 1) for era in eras}
    assert [e["id"] for e in _events() if int(e["date"][:4]) not in spans[e["era"]]] == []


def test_every_source_of_an_event_is_an_id_of_the_edition() -> None:
    known = entries(edition("corpus")).keys()
    assert [(e["id"], s) for e in _events() for s in e["sources"] if s not in known] == []


def test_every_milestone_and_every_consultation_is_an_event() -> None:
    sources = [source for event in _events() for source in event["sources"]]
    rows = len(blocks()[f"{WHITE_PAPER}:fig-1.p1"]["rows"]["en"])
    assert Counter(s for s in sources if ":fig-1.p1.r" in s) == {f"{WHITE_PAPER}:fig-1.p1.r{n}": 1 for n in range(1, rows + 1)}
    consultations = [f"{WHITE_PAPER}:4.2.{n}" for n in range(1, 15)]
    assert [source for source in sources if source in consultations] == consultations
    for event in _events():
        for source in set(event["sources"]) & set(consultations):
            assert _printed_date(clauses()[source]["heading"]["en"]) == event["date"]


def _printed_date(heading: str) -> str:
    months = "January February March April May June July August September October November December".split()
    found = re.search(rf"\(({'|'.join(months)}) (\d+), (\d{{4}})\)", heading)
    assert found
    return f"{found[3]}-{months.index(found[1]) + 1:02}-{int(found[2]):02}"


def test_the_saco_report_stands_in_1996_with_a_word_on_the_figures_1997() -> None:
    (event,) = (event for event in _events() if "SACO" in event["title"]["en"])
    assert event["date"] == "1996"
    assert set(event["sources"]) == {f"{WHITE_PAPER}:2.p3", f"{WHITE_PAPER}:fig-1.p1.r12"}
    assert "1997" in event["note"]["en"]
    assert "1997" in event["note"]["ja"]


def test_a_title_is_attested_where_a_source_has_its_words() -> None:
    addresses = {id: block for id, block in blocks().items()}
    for event in _events():
        texts = []
        for source in event["sources"]:
            found = re.match(r"(.+)\.r(\d+)$", source)
            if found:
                row = addresses[found[1]]["rows"]["en"][int(found[2]) - 1]
                texts += [cell["text"] for cell in row]
            elif source in addresses:
                texts.append(addresses[source]["en"] or "")
            else:
                texts.append((clauses()[source]["heading"] or {"en": ""})["en"])
        attested = any(event["title"]["en"].casefold() in text.casefold() for text in texts)
        assert event["attested"]["en"] == attested, event["id"]
        assert event["attested"]["ja"] is False, "no text here has a Japanese name of an event"


def test_every_id_of_the_data_has_an_address() -> None:
    addresses = Addresses(edition("corpus").documents)
    for id, block in blocks().items():
        assert addresses.url(id, "en").endswith("#" + id.partition(":")[2])
        assert addresses.clause(id) == id.rpartition(".")[0]
        assert block["id"] in addresses
    assert "guidelines-2015:IX" not in addresses
    assert "guidelines-1978" not in addresses
