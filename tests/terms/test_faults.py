"""Bad input is reported with file and line, everything in one run, and nothing is written."""

import hashlib
import shutil
from pathlib import Path

import pytest

from edition import EDITIONS
from taiyaku.build import build
from taiyaku.model import Refused

TERM = """
  - id: bad
    term: {en: bad thing, ja: 悪いもの}
    reading: わるいもの
    variants:
      en: [keepers]
    definition:
      en: Something bad.
    defined_in: ["paper-sea-1901:IX.9"]
    related: [nobody]
"""


@pytest.fixture
def treaty(tmp_path: Path) -> Path:
    """A copy of the made-up edition, to be spoilt."""
    return Path(shutil.copytree(EDITIONS["treaty"], tmp_path / "treaty"))


def problems(root: Path) -> list[str]:
    with pytest.raises(Refused) as refused:
        build(root, frozen=False)
    return [str(problem) for problem in refused.value.problems]


def test_every_fault_of_a_term_is_told_in_one_run(treaty: Path) -> None:
    path = treaty / "glossary.yaml"
    text = path.read_text("utf-8").rstrip("\n") + "\n" + TERM
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index("  - id: bad") + 1
    told = problems(treaty)
    assert all(each.startswith(f"glossary.yaml:{line}: ") for each in told), told
    for words in (
        "'keepers' belongs to keeper",
        "'nobody', which is no other term",
        "'paper-sea-1901:IX.9'",
        "no definition in ja",
    ):
        assert any(words in each for each in told), words


def test_an_abbreviation_must_be_a_term_or_an_exception(treaty: Path) -> None:
    path = treaty / "glossary.yaml"
    text = path.read_text("utf-8").replace("    abbreviation: PSC\n", "")
    path.write_text(text, encoding="utf-8")
    assert any("'PSC'" in each and "is no term" in each for each in problems(treaty))
    path.write_text(text + '\nexceptions:\n  - {text: PSC, reason: "A body."}\n', encoding="utf-8")
    assert build(treaty, frozen=False)


def head_a_column(treaty: Path, words: str) -> None:
    """Write other words at the head of a column of the English table."""
    folder = treaty / "corpus/paper-sea-1901"
    before = (folder / "treaty.en.txt").read_bytes()
    after = before.replace(b"Signal\tMeaning", f"{words}\tMeaning".encode())
    (folder / "treaty.en.txt").write_bytes(after)
    manifest = (folder / "document.yaml").read_text("utf-8")
    old, new = (hashlib.sha256(text).hexdigest() for text in (before, after))
    (folder / "document.yaml").write_text(manifest.replace(old, new), encoding="utf-8")


def test_a_cell_of_nothing_but_abbreviations_needs_each_of_them(treaty: Path) -> None:
    head_a_column(treaty, "QQX QQZ")
    told = problems(treaty)
    assert len(told) == 2
    assert all(f"'{word}'" in each for word, each in zip(("QQX", "QQZ"), told, strict=True))


def test_words_in_capitals_are_no_abbreviations(treaty: Path) -> None:
    head_a_column(treaty, "SHIPS SEEN")
    assert build(treaty, frozen=False)


def test_an_exception_needs_a_reason_and_a_place(treaty: Path) -> None:
    path = treaty / "glossary.yaml"
    more = '\nexceptions:\n  - {text: QQQ, reason: ""}\n'
    path.write_text(path.read_text("utf-8") + more, encoding="utf-8")
    told = problems(treaty)
    assert any("'QQQ' has no reason" in each for each in told)
    assert any("'QQQ' stands in no text" in each for each in told)


PHRASES = """\
phrases:
  - {id: none, en: [nothing of the kind], ja: [灯台]}
answers:
  - {term: keeper, block: "paper-sea-1901:I.1.p1", lang: ja, words: ありません}
  - {term: nobody, block: "paper-sea-1901:nowhere", lang: ja, words: 灯}
verbs:
  - {id: broken, lang: en, name: broken, pattern: '('}
  - {id: empty, lang: en, name: empty, pattern: 'x*'}
readings:
  - {words: 灯, kana: 灯}
  - {words: 山, kana: やま}
"""


def test_phrases_answers_and_verbs_are_held_against_the_texts(treaty: Path) -> None:
    (treaty / "corpus/phrases.yaml").write_text(PHRASES, encoding="utf-8")
    told = problems(treaty)
    for where, words in (
        (2, "'nothing of the kind' stands in no aligned text"),
        (2, "'灯台' is a form of a term"),
        (4, "'ありません' does not stand in"),
        (5, "no term has this id"),
        (5, "'paper-sea-1901:nowhere' has no ja text"),
        (7, "is no regular expression"),
        (8, "matches nothing at all"),
        (10, "'灯' has yet to be read"),
        (11, "no Japanese form of a term or phrase has it"),
    ):
        assert any(each.startswith(f"corpus/phrases.yaml:{where}: ") and words in each for each in told), (
            words
        )


MECHANISMS = """\
lanes:
  - title: {en: Bodies, ja: 組織}
bodies:
  - term: psc
    place: [2, 1]
    missing: paper-sea-1901:fig-9
    facts:
      - kind: purpose
        quotes:
          - {source: "paper-sea-1901:III.1.p1", words: words that no text has}
  - {term: nobody, place: [1, 1], facts: []}
ties:
  - {start: psc, end: lighthouse, kind: directs, label: {en: directs, ja: 導く}}
"""


def test_what_no_text_says_is_not_drawn(treaty: Path) -> None:
    (treaty / "corpus/mechanisms.yaml").write_text(MECHANISMS, encoding="utf-8")
    told = problems(treaty)
    for where, words in (
        (4, "`place` is [2, 1]"),
        (4, "'paper-sea-1901:fig-9', which does not exist"),
        (10, "these words do not stand in"),
        (11, "no term of glossary.yaml has this id"),
        (13, "'lighthouse', which is no body"),
        (13, "this tie has no quotation"),
    ):
        assert any(each.startswith(f"corpus/mechanisms.yaml:{where}: ") and words in each for each in told), (
            words
        )
