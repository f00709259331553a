"""The browser folds and stems every word of the corpus as Python does."""

import re

import pytest
from playwright.sync_api import Page

from project import ROOT
from taiyaku.build import build
from taiyaku.search import normal, read_sheets
from taiyaku.search.records import records

LOAD = """async (base) => {
  for (const name of ["citation", "find-cite", "find"]) await new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = base + "assets/js/" + name + ".js";
    script.onload = resolve;
    document.head.append(script);
  });
  await taiyaku.find.ready();
}"""
STEMS = """(words) => { const { stems, stem, deep } = taiyaku.find.normal;
  return words.map((word) => [stems(word), deep(stem(word))]); }"""
TRICKY = [
    "ｱｾｯﾄ",
    "ﾊﾟｰﾄﾅｰ",
    "Ⅳ．Ａ",
    "搜索・救難",
    "島嶼部",
    "3か国",
    "２＋２",
    "naïve",
    "U.S.-Japan",
    "o'clock",
    "HA/DR",
    "F-35s",
]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    sheets = read_sheets(ROOT)
    from_records = [
        text
        for r in records(build(ROOT, frozen=False), sheets)
        for p in (r.title, *(p.texts for p in r.passages))
        for text in p
    ]
    return [*sorted({text for text in from_records if text}), *TRICKY]


def test_same_folding(file_site: str, page: Page, texts: list[str]) -> None:
    page.goto(f"{file_site}index.html")
    page.evaluate(LOAD, file_site)
    there = page.evaluate("(texts) => texts.map(taiyaku.find.normal.fold)", texts)
    assert there == [normal.fold(text) for text in texts]


def test_same_stems_and_roots(file_site: str, page: Page, texts: list[str]) -> None:
    words = sorted({latin for text in texts for latin, _ in normal.tokens(normal.fold(text)) if latin})
    assert len(words) > 2500
    page.goto(f"{file_site}index.html")
    page.evaluate(LOAD, file_site)
    there = page.evaluate(STEMS, words)
    assert there == [[list(normal.stems(word)), normal.deep(normal.stem(word))] for word in words]


def test_same_grams(file_site: str, page: Page, texts: list[str]) -> None:
    runs = sorted({run for text in texts for _, run in normal.tokens(normal.fold(text)) if run})
    page.goto(f"{file_site}index.html")
    page.evaluate(LOAD, file_site)
    assert page.evaluate("(runs) => runs.map(taiyaku.find.normal.grams)", runs) == [
        normal.grams(run) for run in runs
    ]


def test_what_a_mark_covers_is_what_was_asked(file_site: str, page: Page) -> None:
    page.goto(f"{file_site}index.html")
    page.evaluate(LOAD, file_site)
    text = "ｻｲﾊﾞｰ空間 and Defence organisations"
    found = page.evaluate(
        """async (text) => { const f = await taiyaku.find.search("サイバー defense organization");
        return taiyaku.find.marks(text, f.wanted).map(([a, b]) => text.slice(a, b)); }""",
        text,
    )
    assert found == ["ｻｲﾊﾞｰ", "Defence", "organisations"]
    assert re.fullmatch(r"\S+", found[0])
