"""Another collection is data and nothing else: the made-up rules of a harbour, under a name of their own."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from edition import HARBOUR, clauses, data, edition, outline
from taiyaku.build import build
from taiyaku.cite.citing import citation
from taiyaku.cite.facts import facts
from taiyaku.cite.fields import Options, Place
from taiyaku.cite.template import text
from taiyaku.output import write_edition

RULES = "harbour-rules-1902"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The collection's pages and data."""
    folder = tmp_path_factory.mktemp("harbour")
    write_edition(build(HARBOUR), folder, "")
    return folder


def test_sections_whose_numbers_repeat_and_an_annex_numbered_by_itself() -> None:
    (pairs,) = edition("harbour").documents
    assert [(clause.label, clause.level) for clause in pairs.clauses] == [
        *(("1", 0), ("1.1", 1), ("1.1.a", 2), ("1.1.b", 2), ("1.1.c", 2), ("1.2", 1)),
        *(("2", 0), ("2.1", 1), ("2.2", 1)),
        *(("annex", 0), ("annex.1", 1), ("annex.1.a", 2), ("annex.1.b", 2), ("annex.2", 1)),
    ]
    lines = outline(pairs)
    assert "1.1.b.p1: show a lamp; or / 灯火を示すこと又は" in lines
    assert "annex: Form of the Book / 帳簿の様式" in lines
    assert "annex.1.a.p1: its cargo, / 積荷、" in lines


@pytest.mark.parametrize(
    ("label", "printed", "eid", "parent"),
    [
        ("1", "Section 1", "sec_1", None),
        ("1.1", "Section 1.1", "sec_1__subsec_1", "1"),
        ("1.1.a", "Section 1.1.(a)", "sec_1__subsec_1__point_a", "1.1"),
        ("annex", "Annex", "att_annex", None),
        ("annex.1.a", "Annex, 1.(a)", "att_annex__para_1__point_a", "annex.1"),
    ],
)
def test_what_a_clause_is_called(label: str, printed: str, eid: str, parent: str | None) -> None:
    found = clauses("harbour")[f"{RULES}:{label}"]
    wanted = {"printed": printed, "eid": eid, "parent": parent and f"{RULES}:{parent}"}
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize(
    ("label", "en", "ja"),
    [
        ("1", "Section 1", "第一節"),
        ("1.1.b", "Section 1.1.(b)", "1.1.(イ)"),
        ("annex.1.a", "annex, 1.(a)", "附属書1(ア)"),
    ],
)
def test_a_citation_names_a_clause_as_the_text_of_its_language_does(label: str, en: str, ja: str) -> None:
    (pairs,) = edition("harbour").documents
    assert facts(pairs)["clauses"][label]["pin"] == {"en": en, "ja": ja}


def test_a_treaty_is_cited_in_japanese_by_its_japanese_numbers() -> None:
    (pairs,) = edition("treaty").documents
    said = text(citation(facts(pairs), Place(label="I.2.b"), "japanese", Options()))
    assert "第一条2(イ)" in said


def test_a_clause_that_opens_a_page_is_its_heading_by_number_alone(written: Path) -> None:
    for folder, number in (("docs", "Section 1"), ("docs_ja", "第一節")):
        page = (written / folder / RULES / "1.md").read_text("utf-8")
        (heading,) = re.findall(r"^# (.*)$", page, re.MULTILINE)
        assert f'<span class="ty-num">{number}</span>' in heading
        assert re.search(r"\{.*#1\b", heading)


def test_events_and_facts_are_of_the_kinds_that_the_collection_declares(written: Path) -> None:
    for folder, kind, fact in (("docs", "Rules", "What it does"), ("docs_ja", "規則", "任務")):
        assert f">{kind}</button>" in (written / folder / "timeline.md").read_text("utf-8")
        below = "ja/" if folder == "docs_ja" else ""
        assert f"<dt>{fact}</dt>" in next(written.rglob(f"leaves/{below}bodies.html")).read_text("utf-8")
    assert data("harbour")["timeline"]["events"][0]["kind"] == "rules"


def test_every_file_that_names_the_edition_names_this_one(written: Path) -> None:
    folder = written / "build/site-extra"
    made = f"data/{RULES}/{RULES}"
    assert "unofficial edition Paper Sea Papers, version {version}" in _read(folder, "assets/cite/styles.js")
    assert "非公式版紙の海文書、版{version}" in _read(folder, "assets/cite/styles.js")
    assert "非公式版紙の海文書、版" in _read(folder, f"api/v1/{RULES}/1.1.json")
    akn = _read(folder, f"{made}.en.akn.xml")
    assert 'name="paper-sea-papers"' in akn
    assert 'showAs="Paper Sea Papers ' in akn
    assert "<title>Paper Sea Papers " in _read(folder, "data/glossary.tbx")
    with zipfile.ZipFile(io.BytesIO((folder / f"{made}.epub").read_bytes())) as book:
        assert "Paper Sea Papers" in book.read("book/content.opf").decode()
    ours = {
        path.name for path in folder.rglob("*") if path.is_file() and b"edition Taiyaku" in path.read_bytes()
    }
    assert ours == set()


def _read(folder: Path, path: str) -> str:
    return (folder / path).read_text("utf-8")


def test_it_has_nothing_to_mend_and_a_title_in_capitals_is_no_row_of_abbreviations() -> None:
    (pairs,) = edition("harbour").documents
    assert pairs.front.en is not None
    assert pairs.front.en["title"].text.isupper()
