"""An instrument with another numbering is a folder and nothing else: the made-up treaty of the fixtures."""

import re
from pathlib import Path

import lxml.html
import markdown
import pytest
from ruamel.yaml import YAML

from edition import ROOT, TREATY, blocks, clauses, data, edition, outline
from taiyaku.build import build
from taiyaku.output import write_edition


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, lxml.html.HtmlElement]:
    """Every Markdown page of the treaty, made HTML with the extensions that the site uses."""
    folder = tmp_path_factory.mktemp("treaty")
    write_edition(build(TREATY), folder, "")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").split("markdown_extensions:")[1].split("\nextra:")[0]
    listed = YAML(typ="safe", pure=True).load(settings)
    names = [name for each in listed for name in (each if isinstance(each, dict) else [each])]
    found = {}
    for path in sorted(folder.glob("docs*/**/*.md")):
        body = path.read_text("utf-8").split("---\n", 2)[2]
        html = markdown.markdown(body, extensions=names)
        found[path.relative_to(folder).as_posix()] = lxml.html.fromstring(f"<article>{html}</article>")
    return found


def test_articles_paragraphs_and_points_in_both_languages() -> None:
    (pairs,) = edition("treaty").documents
    lines = outline(pairs)
    labels = [clause.label for clause in pairs.clauses]
    assert labels == [
        *("preamble", "I", "I.1", "I.2", "I.2.a", "I.2.b"),
        *("II", "II.1", "II.2", "III", "III.1", "III.2"),
    ]
    assert (
        "I.2.b.p1: a ship that has been seen where no ship should be. / あるべきでない場所で目撃された船舶"
        in lines
    )
    assert "II: Signals in fog / 霧中の信号" in lines
    assert clauses("treaty")["paper-sea-1901:I.2.b"]["printed"] == "ARTICLE I.2.(b)"
    assert clauses("treaty")["paper-sea-1901:I.2.b"]["eid"] == "art_I__para_2__point_b"


def test_recitals_are_paragraphs_of_the_preamble() -> None:
    preamble = clauses("treaty")["paper-sea-1901:preamble"]
    assert preamble["heading"] is None
    assert [block["en"].split()[0] for block in preamble["blocks"]] == [
        "The",
        "Desiring",
        "Recalling",
        "Have",
    ]
    assert [block["ja"][:3] for block in preamble["blocks"]] == ["オリン", "いずれ", "千八百", "次のと"]


def test_what_a_page_break_cut_is_whole() -> None:
    block = blocks("treaty")["paper-sea-1901:I.1.p1"]
    assert block["en"].endswith("the keeper of the lighthouse shall light it again before the tide turns.")
    assert block["ja"].endswith("当該灯台の灯台守は、潮が変わる前に再びこれをともす。")


def test_a_note_is_called_in_each_language() -> None:
    calls = blocks("treaty")["paper-sea-1901:II.2.p1"]["notes"]
    note = "paper-sea-1901:II.2.n1"
    assert [(call["lang"], call["offset"], call["note"]) for call in calls] == [
        ("en", 41, note),
        ("ja", 20, note),
    ]
    assert blocks("treaty")[note]["ja"] == "誰にも聞こえなかった信号は、信号ではない。"


def test_the_corrections_of_both_languages() -> None:
    found = [each for block in blocks("treaty").values() for each in block["corrections"]]
    assert [(each["lang"], each["source"], each["reading"]) for each in found] == [
        ("en", "recieve", "receive"),
        ("ja", "燈台", "灯台"),
    ]


def test_its_terms_are_found_in_both_languages() -> None:
    terms = {term["id"]: term for term in data("treaty")["glossary"]["terms"]}
    found = {(o["block"].partition(":")[2], o["lang"]) for o in terms["psc"]["occurrences"]}
    assert found == {("III.1.p1", "en"), ("III.1.p1", "ja")}
    assert len(terms["psc"]["occurrences"]) == 6
    assert terms["psc"]["attested"] == {"en": True, "ja": True}


def test_a_point_has_a_page_an_anchor_and_both_languages(pages: dict[str, lxml.html.HtmlElement]) -> None:
    for path, order in (("docs", ["en", "ja"]), ("docs_ja", ["ja", "en"])):
        (row,) = pages[f"{path}/paper-sea-1901/i.md"].xpath('//*[@id="I.2.a.p1"]')
        assert row.xpath("./p/@lang") == order
        assert [p.text_content() for p in row.xpath("./p[@lang='ja']")] == ["消えた灯火"]


def test_no_markup_of_a_source_reaches_a_page(pages: dict[str, lxml.html.HtmlElement]) -> None:
    assert len(pages) >= 12
    for path, page in pages.items():
        assert page.xpath("//script | //img | //iframe | //style") == [], path
        assert page.xpath("//@*[starts-with(name(), 'on')]") == [], path
        assert [
            href for href in page.xpath("//@href | //@src") if re.match(r"\s*(javascript|data):", href)
        ] == [], path


def test_hostile_markup_is_shown_as_the_words_it_is_made_of(pages: dict[str, lxml.html.HtmlElement]) -> None:
    page = pages["docs/paper-sea-1901/ii.md"]
    (row,) = page.xpath('//*[@id="II.1.p2.r3"]')
    assert [cell.text_content() for cell in row] == [
        "Two bells",
        "a lighthouse <script>alert(5)</script> of the Party",
    ]
    (paragraph,) = page.xpath('//*[@id="II.1.p1"]/p[@lang="en"]')
    assert "A keeper who hears alert(1) none shall ring" in paragraph.text_content()
    (items,) = page.xpath('//*[@id="II.1.p2.r2"]//ul')
    assert [item.text_content() for item in items] == ["a ship at anchor", "a lightship alert(2)"]


def test_no_file_of_the_package_names_a_document() -> None:
    names = [path.name for path in ROOT.glob("corpus/*/") if path.is_dir()] + ["paper-sea"]
    for path in Path(ROOT / "generator/taiyaku").rglob("*.py"):
        code = re.sub(r'"""[\s\S]*?"""|#.*', "", path.read_text("utf-8"))
        assert [name for name in names if name in code] == [], path.name
