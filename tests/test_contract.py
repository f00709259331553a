"""The exported data against the data contract: its names, its counts, its ids and addresses."""

import posixpath
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from edition import EDITIONS, blocks, clauses, data, edition
from taiyaku.address import Addresses
from taiyaku.output import write_edition

WHITE_PAPER = "defense-of-japan-2019"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real edition, written with an address for hosting."""
    folder = tmp_path_factory.mktemp("written")
    write_edition(edition("corpus"), folder, "https://example.org/edition/")
    return folder


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
    assert [label for label in labels if "." not in label] == [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "annex",
    ]
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
    placed = [*data("corpus")["corpus"]["documents"], *clauses().values()]
    placed += data("corpus")["timeline"]["events"]
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


def test_every_id_of_the_data_has_an_address() -> None:
    addresses = Addresses(edition("corpus").documents)
    for id, block in blocks().items():
        assert addresses.url(id, "en").endswith("#" + id.partition(":")[2])
        assert addresses.clause(id) == id.rpartition(".")[0]
        assert block["id"] in addresses
    assert "guidelines-2015:IX" not in addresses
    assert "guidelines-1978" not in addresses
