"""The printed book, read back by a parser that is not ours."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

import chromium
from taiyaku.pdf import pdfs


@pytest.fixture(scope="module")
def book(browser: Browser, built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """The 2015 Guidelines alone, so that one book is printed and not six."""
    site = tmp_path_factory.mktemp("site")
    shutil.copytree(built_site / "assets/css", site / "assets/css")
    shutil.copytree(built_site / "guidelines-2015", site / "guidelines-2015")
    [made] = pdfs(site, tmp_path_factory.mktemp("dist"), chromium.find())
    return PdfReader(made)


def test_the_title_page_says_what_it_is(book: PdfReader) -> None:
    text = " ".join(book.pages[0].extract_text().split())
    for words in ("27 April 2015", "Security Consultative Committee", "An unofficial edition"):
        assert words in text


def test_each_chapter_has_its_running_head_and_every_page_its_number(book: PdfReader) -> None:
    second, last = (book.pages[at].extract_text() for at in (1, -1))
    assert "I. Defense Cooperation and the Aim of the Guidelines" in second
    assert "VIII. Processes for Review" in last
    for number, page in enumerate(book.pages, 1):
        assert str(number) in page.extract_text()[:400]


def test_no_control_of_the_page_is_printed(book: PdfReader) -> None:
    text = "".join(page.extract_text() for page in book.pages)
    assert "Mark terms" not in text
    assert "Keyboard" not in text


def test_the_outline_s_titles_have_their_spaces(book: PdfReader) -> None:
    _, chapters = book.outline
    titles = [entry.title for entry in chapters if not isinstance(entry, list)]
    assert "III. Strengthened Alliance Coordination 強化された同盟内の調整" in titles


def test_the_outline_has_the_eight_chapters(book: PdfReader) -> None:
    _, chapters = book.outline
    assert sum(not isinstance(entry, list) for entry in chapters) == 8
