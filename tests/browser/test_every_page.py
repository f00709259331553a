"""Every page of the site opens without a complaint, over HTTP and from a folder."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from walk import Site

# Ids and terms have hundreds of pages that are alike; a few of each stand for all.
ALIKE = ("id/", "glossary/")
FEW = 6


def chosen(pages: list[str]) -> Iterator[str]:
    """The pages to open: all but those that are alike, and some of these."""
    plain = [page for page in pages if not page.removeprefix("ja/").startswith(ALIKE)]
    yield from plain
    for folder in ALIKE:
        many = [page for page in pages if page.removeprefix("ja/").startswith(folder)]
        yield from many[:: max(1, len(many) // FEW)]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_no_page_complains(
    any_site: str, lang: str, built_site: Path, open_page: Callable[..., Page]
) -> None:
    pages = [p for p in Site(built_site).pages if p.startswith("ja/") == (lang == "ja") and p != "404.html"]
    page = open_page(locale="ja-JP" if lang == "ja" else "en-US")
    for path in chosen(pages):
        # An id leads on to its passage at once, maybe before it has loaded.
        leads_on = "id/" in path
        page.goto(any_site + path, wait_until="commit" if leads_on else "load")
        if leads_on:
            expect(page).not_to_have_url(re.compile("/id/"))
            page.wait_for_load_state()
        expect(page.locator("html"), path).to_have_attribute("lang", lang)


def test_a_wrong_address_gets_the_404_page(http_site: str, page: Page, problems: list[str]) -> None:
    page.goto(f"{http_site}ja/nowhere/nothing.html")
    assert page.locator("[lang=ja]").count() > 0
    # The page itself answers 404; nothing that it asks for may.
    assert [said for said in problems if "nothing.html" not in said] == []
    problems.clear()
