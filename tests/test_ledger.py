"""Addresses last: the committed list of published ids holds, and only grows."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from edition import ROOT, TREATY, blocks, clauses, data, edition
from taiyaku.cli import main
from taiyaku.ledger import entries, verify

PUBLISHED = ROOT / "corpus/published.jsonl"


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_committed_list_holds_for_this_edition() -> None:
    made = edition("corpus")
    assert list(verify(entries(made), made.corpus.ledger)) == []


def test_every_id_of_the_edition_is_in_the_committed_list() -> None:
    listed = [line["id"] for line in _lines(PUBLISHED)]
    assert len(listed) == len(set(listed))
    wanted = (
        {each["id"] for each in data("corpus")["corpus"]["documents"]} | clauses().keys() | blocks().keys()
    )
    wanted |= {f"glossary:{term['id']}" for term in data("corpus")["glossary"]["terms"]}
    wanted |= {f"timeline:{event['id']}" for event in data("corpus")["timeline"]["events"]}
    assert wanted - set(listed) == set()


def test_a_digest_of_the_list_is_that_of_the_text() -> None:
    listed = {line["id"]: line for line in _lines(PUBLISHED)}
    for id, block in blocks().items():
        for lang in ("en", "ja"):
            if block[lang]:
                assert listed[id][lang] == hashlib.sha256(block[lang].encode()).hexdigest()[:16], id


def test_items_and_rows_have_lines_of_their_own() -> None:
    listed = {line["id"] for line in _lines(PUBLISHED)}
    for id, block in blocks().items():
        assert {item["id"] for item in block["items"]} <= listed
        rows = len(block["rows"]["en"] or [])
        assert {f"{id}.r{number}" for number in range(1, rows + 1)} <= listed


def test_figures_answer_to_their_printed_numbers() -> None:
    aliases = {alias.id: alias.to for alias in edition("corpus").corpus.ledger.aliases}
    paper = "defense-of-japan-2019"
    assert {f"{paper}:fig-III-2-1-{n}": f"{paper}:fig-{n}" for n in range(1, 6)}.items() <= aliases.items()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TREATY, tmp_path / "edition"))


def _run(root: Path, command: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, [command, "--root", str(root)])
    return done.exit_code, done.stderr


def test_freezing_lists_every_id_and_again_changes_nothing(root: Path) -> None:
    path = root / "corpus/published.jsonl"
    code, told = _run(root, "freeze")
    first = path.read_bytes()
    assert code == 0
    assert f"{len(_lines(path))} new ids, {len(_lines(path))} in all" in told
    assert "paper-sea-1901:II.1.p2.r3" in [line["id"] for line in _lines(path)]
    assert _run(root, "freeze")[0] == 0
    assert path.read_bytes() == first
    assert _run(root, "check")[0] == 0


def test_freezing_adds_what_is_new_and_keeps_what_is_gone_but_has_an_alias(root: Path) -> None:
    path = root / "corpus/published.jsonl"
    old = '{"id": "paper-sea-1901:IX", "en": "0123456789abcdef"}\n'
    path.write_text(old, encoding="utf-8")
    alias = (
        'aliases: [{id: "paper-sea-1901:IX", to: "paper-sea-1901:I", date: "1902", reason: {en: a, ja: b}}]\n'
    )
    (root / "corpus/changes.yaml").write_text(alias, encoding="utf-8")
    assert _run(root, "freeze")[0] == 0
    assert path.read_text("utf-8").startswith(old)
    assert len(_lines(path)) > 30


def test_freezing_refuses_a_change_that_is_not_declared(root: Path) -> None:
    path = root / "corpus/published.jsonl"
    path.write_text('{"id": "paper-sea-1901:I.1.p1", "en": "0123456789abcdef"}\n', encoding="utf-8")
    before = path.read_bytes()
    code, told = _run(root, "freeze")
    assert code == 1
    assert told.startswith("corpus/published.jsonl:1: the en text of paper-sea-1901:I.1.p1 has changed")
    assert path.read_bytes() == before


def test_freezing_takes_in_a_change_that_is_declared(root: Path) -> None:
    path = root / "corpus/published.jsonl"
    assert _run(root, "freeze")[0] == 0
    listed = path.read_text("utf-8")
    now = blocks("treaty")["paper-sea-1901:I.1.p1"]["en"]
    digest = hashlib.sha256(now.encode()).hexdigest()[:16]
    path.write_text(listed.replace(digest, "0123456789abcdef"), encoding="utf-8")
    change = f'{{id: "paper-sea-1901:I.1.p1", lang: en, digest: "{digest}", date: "1902", '
    change = f"changes: [{change}reason: {{en: a, ja: b}}}}]\n"
    (root / "corpus/changes.yaml").write_text(change, encoding="utf-8")
    assert _run(root, "freeze")[0] == 0
    assert path.read_text("utf-8") == listed


@pytest.mark.parametrize(
    ("id", "pages", "api", "where"),
    [
        ("paper-sea-1901:I.1.p1", ["i.md", "full.md"], "I.1.json", "I.1, paragraph 1"),
        ("paper-sea-1901", ["index.md", "full.md"], "index.json", "Paper Sea Treaty"),
    ],
    ids=["a paragraph", "a title"],
)
def test_a_declared_change_is_told_where_it_was_made_and_in_the_data(
    root: Path, id: str, pages: list[str], api: str, where: str
) -> None:
    digest = entries(edition("treaty"))[id]["en"]
    (root / "corpus/changes.yaml").write_text(
        f'changes: [{{id: "{id}", lang: en, digest: "{digest}", date: "1902-03-04", '
        "reason: {en: a comma restored, ja: 読点を復元}}]\n",
        encoding="utf-8",
    )
    assert _run(root, "generate")[0] == 0
    for folder, day, reason in (("docs", "4 March 1902", "a comma"), ("docs_ja", "1902年3月4日", "読点を")):
        for name in pages:
            page = (root / folder / "paper-sea-1901" / name).read_text("utf-8")
            [note] = [line for line in page.splitlines() if "ty-changed" in line]
            assert day in note
            assert reason in note
            assert folder == "docs_ja" or where in note
    told = json.loads((root / "build/site-extra/api/v1/paper-sea-1901" / api).read_text("utf-8"))
    assert [change["date"] for change in told["changes"]] == ["1902-03-04"]
