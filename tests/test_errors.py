"""What is wrong in an edition's files is told whole, with file and line; nothing is touched meanwhile."""

import hashlib
import re
import shutil
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from click.testing import CliRunner, Result

from edition import ROOT, TREATY, blocks, cases
from taiyaku import numerals
from taiyaku.cli import main
from taiyaku.model import (
    Changes,
    Glossary,
    Level,
    Manifest,
    Mechanisms,
    Phrases,
    TermWords,
    Timeline,
    Words,
)
from taiyaku.yamlfile import OURS


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the treaty's edition, to spoil."""
    return Path(shutil.copytree(TREATY, tmp_path / "edition"))


def run(root: Path, *command: str) -> Result:
    return CliRunner().invoke(main, [command[0], "--root", str(root), *command[1:]])


def spoil(root: Path, changes: dict[str, Any]) -> None:
    """Change files: words in them, all of one, or take one away."""
    for name, change in changes.items():
        path = root / name
        if change is None:
            path.unlink()
        elif isinstance(change, str):
            path.write_text(change, encoding="utf-8")
        else:
            text = path.read_text("utf-8")
            for before, after in change.items():
                assert before in text, before
                text = text.replace(before, after, 1)
            path.write_text(text, encoding="utf-8")


def _filled(message: str) -> str:
    """Fill in what a case cannot know: a digest, a count, the list of numerals."""
    japanese = TREATY / "corpus/paper-sea-1901/treaty.ja.txt"
    values = {
        "{III.2.p1 en}": _digest(blocks("treaty")["paper-sea-1901:III.2.p1"]["en"]),
        "{III.2.p1 ja}": _digest(blocks("treaty")["paper-sea-1901:III.2.p1"]["ja"]),
        "{sha256 of treaty.ja.txt}": hashlib.sha256(japanese.read_bytes()).hexdigest(),
        "{灯台}": str(japanese.read_text("utf-8").count("灯台")),
        "{styles}": ", ".join("{%s}" % style for style in numerals.STYLES),
    }
    for name, value in values.items():
        message = message.replace(name, value)
    return message


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@cases("errors")
def test_errors(case: dict[str, Any], root: Path) -> None:
    spoil(root, {name: _filled(new) if isinstance(new, str) else new for name, new in case["input"].items()})
    done = run(root, "check")
    *told, last = done.stderr.splitlines()
    assert sorted(told) == sorted(map(_filled, case["expected"]))
    assert last.endswith("to mend; nothing was written" if told else "nothing to mend")
    assert done.exit_code == bool(told)


def test_the_treaty_itself_has_nothing_to_mend(root: Path) -> None:
    done = run(root, "check")
    assert (done.exit_code, done.stderr) == (0, "1 documents, 12 clauses: nothing to mend\n")


def _tree(root: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize(
    "changes",
    [
        {"corpus/paper-sea-1901/document.yaml": {"order: 1": "order: first"}},
        {"corpus/paper-sea-1901/document.yaml": {"to: I}": "to: IX}"}},
        {"glossary.yaml": {"related: [lighthouse]": "related: [lamp]"}},
        {"corpus/timeline.yaml": {'date: "1899"': 'date: "1799"'}},
    ],
)
def test_while_anything_is_wrong_nothing_generated_is_touched(root: Path, changes: dict[str, Any]) -> None:
    assert run(root, "generate").exit_code == 0
    before = _tree(root)
    assert len(before) > 40
    spoil(root, changes)
    done = run(root, "generate")
    assert done.exit_code == 1
    after = _tree(root)
    assert {name for name in before if before[name] != after.get(name)} == set(changes)
    assert after.keys() == before.keys()


def test_a_second_run_touches_no_file_that_is_as_it_was(root: Path) -> None:
    assert run(root, "generate").exit_code == 0
    before = _tree(root)
    assert run(root, "generate").exit_code == 0
    after = _tree(root)
    assert {name for name in before if after[name] != before[name]} <= {"build/written.json"}
    assert {name: content for name, (content, _) in after.items()} == {n: c for n, (c, _) in before.items()}


def test_what_is_no_longer_made_is_removed_and_hand_written_pages_stay(root: Path) -> None:
    assert run(root, "generate").exit_code == 0
    (root / "docs/about.md").write_text("# About\n", encoding="utf-8")
    assert (root / "docs/paper-sea-1901/iii.md").exists()
    spoil(root, {"corpus/paper-sea-1901/document.yaml": {"label: preamble,": "label: opening,"}})
    spoil(root, {"corpus/timeline.yaml": {"preamble.p1": "opening.p1"}})
    assert run(root, "generate").exit_code == 0
    assert not (root / "docs/paper-sea-1901/preamble.md").exists()
    assert (root / "docs/paper-sea-1901/opening.md").exists()
    assert (root / "docs/about.md").read_text("utf-8") == "# About\n"


# --- taiyaku new -------------------------------------------------------------------------------------

FILLED = {
    '  en: ""                       # as the text prints it': "  en: A Short Rule  # as the text prints it",
    '  ja: ""\n': "  ja: 短い規則\n",
    'short: {en: "", ja: ""}': "short: {en: Rule, ja: 規則}",
    'date: "YYYY-MM-DD"': 'date: "1902"',
    "attested: {en: true, ja: true}": "attested: {en: true, ja: false}",
    "languages: [en, ja]": "languages: [en]",
    'issuer: {en: "", ja: ""}': "issuer: {en: Orrin, ja: オリン}",
    "front: []": "front: [{part: title, lang: en, lines: [A Short Rule]}]",
}
RULE = "A Short Rule\n\nArticle I\n\n1. A lamp shall burn.\n\n2. A bell shall ring.\n"


def test_a_new_manifest_is_refused_with_what_to_fill_in(root: Path) -> None:
    assert run(root, "new", "rule-1902").exit_code == 0
    done = run(root, "check")
    assert done.exit_code == 1
    assert "corpus/rule-1902/document.yaml" in done.stderr
    assert "there is no file 'text.txt' in rule-1902/; put it there or correct `file`" in done.stderr


def test_a_new_manifest_that_is_filled_in_is_a_document(root: Path) -> None:
    assert run(root, "new", "rule-1902").exit_code == 0
    folder = root / "corpus/rule-1902"
    (folder / "text.txt").write_text(RULE, encoding="utf-8")
    digest = hashlib.sha256(RULE.encode()).hexdigest()
    spoil(root, {"corpus/rule-1902/document.yaml": {**FILLED, 'sha256: ""': f"sha256: {digest}"}})
    done = run(root, "check")
    assert (done.stderr, done.exit_code) == ("2 documents, 15 clauses: nothing to mend\n", 0)


def test_every_key_of_a_manifest_is_told_in_the_template(root: Path) -> None:
    run(root, "new", "rule-1902")
    text = (root / "corpus/rule-1902/document.yaml").read_text("utf-8")
    told = dict(re.findall(r"^(?:# )?(\w+):(.*?)(?=^(?:# )?\w+:|\Z)", text, re.MULTILINE | re.DOTALL))
    assert own_keys(Manifest) - told.keys() == set()
    hints = get_type_hints(Manifest)
    elsewhere = {Words, Level}  # `en` and `ja`; and how a level is numbered, which `numbering` says
    for key in own_keys(Manifest):
        for shape in shapes(hints[key]) - ({Words} if key == "numbering" else elsewhere):
            assert {each for each in own_keys(shape) if f"{each}:" not in told[key]} == set(), (key, shape)


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("glossary.yaml", Glossary),
        ("corpus/timeline.yaml", Timeline),
        ("corpus/mechanisms.yaml", Mechanisms),
        ("corpus/phrases.yaml", Phrases),
        ("corpus/changes.yaml", Changes),
    ],
)
def test_every_key_of_the_other_files_is_told_to_editors(name: str, shape: type) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (told,) = re.findall(rf"^\*\*`{re.escape(name)}`\*\*(.*?)(?=^\*\*`|^#)", guide, re.MULTILINE | re.DOTALL)
    for each in shapes(shape) - {Words, TermWords}:
        assert {key for key in own_keys(each) if not re.search(rf"`{key}[`:]", told)} == set(), each


def own_keys(shape: type) -> set[str]:
    """What an editor may write in a mapping of this shape."""
    return {field.name for field in fields(shape)} - OURS


def shapes(hint: Any) -> set[type]:
    """Every shape that stands in a value of this type."""
    found = {each for part in get_args(hint) for each in shapes(part)}
    if is_dataclass(hint):
        return found | {hint} | {each for part in get_type_hints(hint).values() for each in shapes(part)}
    return found


@pytest.mark.parametrize("id", ["Rule", "rule_1902", "rule--1902", "../rule", "規則"])
def test_an_id_that_can_be_no_address_is_refused(root: Path, id: str) -> None:
    before = _tree(root)
    done = run(root, "new", id)
    assert done.exit_code == 1
    assert "an id is lower-case letters, digits and hyphens" in done.stderr
    assert _tree(root) == before


def test_a_document_that_exists_is_not_written_over(root: Path) -> None:
    before = _tree(root)
    done = run(root, "new", "paper-sea-1901")
    assert done.exit_code == 1
    assert done.stderr.startswith("corpus/paper-sea-1901/document.yaml:1: this document exists")
    assert _tree(root) == before


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("treaty.en.txt", "Treaty on the caf\xe9".encode("latin-1"), "byte 0xe9 is not UTF-8"),
        ("treaty.en.txt", "\ufeffTreaty\n".encode(), "a byte order mark stands here"),
        ("treaty.en.txt", b"Treaty\r\n", "a Windows line end stands here"),
        ("treaty.en.txt", b"Treaty\x07\n", "a control character stands here"),
        ("document.yaml", "id: caf\xe9\n".encode("latin-1"), "this is not UTF-8"),
        ("document.yaml", b"id: bell\x07\n", "cannot stand in YAML"),
    ],
)
def test_what_an_editor_cannot_see_is_named(root: Path, name: str, content: bytes, told: str) -> None:
    (root / "corpus/paper-sea-1901" / name).write_bytes(content)
    done = run(root, "check")
    assert done.exit_code == 1
    assert f"corpus/paper-sea-1901/{name}:1: " in done.stderr
    assert told in done.stderr


def test_a_furniture_pattern_takes_whole_lines_only(root: Path) -> None:
    made = root / "build/site-extra/data/corpus.json"
    assert run(root, "generate").exit_code == 0
    before = made.read_bytes()
    spoil(root, {"corpus/paper-sea-1901/document.yaml": {"'^\\d+$'": "'\\d+|lighthouse|the'"}})
    assert run(root, "generate").exit_code == 0
    assert made.read_bytes() == before


def test_a_term_with_another_id_leaves_a_page_that_leads_to_it(root: Path) -> None:
    alias = '{id: "glossary:lamp", to: "glossary:lighthouse", date: "1902", reason: {en: a, ja: b}}'
    (root / "corpus/changes.yaml").write_text(f"aliases: [{alias}]\n", encoding="utf-8")
    assert run(root, "generate").exit_code == 0
    page = (root / "build/site-extra/ja/glossary/lamp.html").read_text("utf-8")
    assert 'content="0; url=lighthouse.html"' in page
