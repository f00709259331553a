"""A collection's words stand in place of the engine's, which are true of any collection."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from edition import ROOT, TREATY
from project import MKDOCS, run, small_project
from taiyaku.build import build
from taiyaku.cli import main
from taiyaku.output import write_edition
from taiyaku.pdf import _paged
from taiyaku.words import FILE, collection, engine, say, speaking

OWN = 'r_timeline: {en: "Signals by year", ja: "信号年表"}\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the treaty's edition, which has no words of its own."""
    return Path(shutil.copytree(TREATY, tmp_path / "edition"))


def test_a_collection_says_its_own_words_and_the_engines_else(root: Path) -> None:
    (root / FILE).write_text(OWN, encoding="utf-8")
    write_edition(build(root), root, "")
    for folder, ours, engines in (
        ("docs", "Signals by year", "Dated events"),
        ("docs_ja", "信号年表", "日付のある"),
    ):
        page = (root / folder / "timeline.md").read_text("utf-8")
        assert ours in page
        assert engines in page
        assert ours in (root / "build/nav.json").read_text("utf-8")


def test_the_templates_say_them_and_refuse_what_is_wrong(tmp_path: Path) -> None:
    project = small_project(tmp_path / "small")
    (project / FILE).write_text('unofficial: {en: "Of no state.", ja: "国とは無関係。"}\n', encoding="utf-8")
    assert run(project, MKDOCS).returncode == 0
    assert "Of no state." in (project / "site/index.html").read_text("utf-8")
    assert "国とは無関係。" in (project / "site/ja/index.html").read_text("utf-8")
    (project / FILE).write_text("unofficial: {en: Of no state.}\n", encoding="utf-8")
    refused = run(project, MKDOCS)
    assert refused.returncode
    assert f"{FILE}:1: `unofficial.ja` is missing" in refused.stderr


def test_the_running_foot_of_a_pdf_says_them() -> None:
    page = '<html><head></head><body><article><h2 class="ty-head">I</h2></article></body></html>'
    with speaking({"unofficial": {"en": "Of no state.", "ja": "国とは無関係。"}}):
        assert "Of no state." in _paged(page, "en")[1]


def test_nothing_of_it_is_left_for_the_next_edition(root: Path) -> None:
    with speaking({"r_timeline": {"en": "Signals by year", "ja": "信号年表"}}):
        assert say("r_timeline", "en") == "Signals by year"
    assert say("r_timeline", "en") == "Timeline"
    (root / FILE).write_text(OWN, encoding="utf-8")
    write_edition(build(root), root, "")
    assert say("r_timeline", "ja") == "年表"


@pytest.mark.parametrize("text", [None, "", "# none yet\n"])
def test_a_collection_may_do_without(root: Path, text: str | None) -> None:
    if text is not None:
        (root / FILE).write_text(text, encoding="utf-8")
    assert collection(root) == ({}, ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "r_timelin: {en: Years, ja: 年}",
            "`r_timelin` is no key of the interface's words; write `r_timeline`",
        ),
        (
            "qqqqqqq: {en: Years, ja: 年}",
            "`qqqqqqq` is no key of the interface's words; remove it, or write a key of the engine's",
        ),
        ("next: {en: Next}", "`next.ja` is missing; write the words in that language, too"),
        ("next: Next", "`next` must be in both languages; write `next: {en: …, ja: …}`"),
        ("next: {en: 1901, ja: 次}", "`next.en` must be text; put 1901 in quotes"),
        (
            "next: {en: Next, ja: 次, fr: Après}",
            "`next.fr` is no language of the edition; write `en` and `ja` alone",
        ),
        (
            'version: {en: "Version {m}", ja: "第{n}版"}',
            "`version.en` has not the fields in braces that are filled in; write it with {n}",
        ),
        (
            'next: {en: "Next {", ja: 次}',
            "`next.en` has not the fields in braces that are filled in; write it with none",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(root: Path, text: str, told: str) -> None:
    (root / FILE).write_text(f"# ours\n{OWN}{text}\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "--root", str(root)])
    assert done.exit_code == 1
    assert f"{FILE}:3: {told}\n" in done.output


def test_words_without_keys_are_refused(root: Path) -> None:
    (root / FILE).write_text("- Timeline\n", encoding="utf-8")
    _, (problem,) = collection(root)
    assert str(problem).startswith(f"{FILE}:1: these are no words by key; write ")


def test_the_engines_words_name_nothing_of_the_corpus() -> None:
    names = (
        r"\b(19|20)\d\d|[Aa]lliance|[Ww]hite paper|[Gg]overnment|Japan\b|Guidelines|日米|同盟|白書|政府|指針"
    )
    assert [
        (key, words) for key, said in engine().items() for words in said.values() if re.search(names, words)
    ] == []


def test_the_words_of_this_collection_are_in_order() -> None:
    own, problems = collection(ROOT)
    assert own
    assert problems == ()
