"""Every page of the site opens without a complaint, over HTTP and from a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from walk import Site

# A previewed clause leads on to its page at once; a few of those hundreds stand for all.
REDIRECTS = 6


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_no_page_complains(
    any_site: str, lang: str, built_site: Path, open_page: Callable[..., Page]
) -> None:
    pages = [p for p in Site(built_site).pages if p.startswith("ja/") == (lang == "ja") and p != "404.html"]
    ids = [p for p in pages if p.removeprefix("ja/").startswith("id/")]
    page = open_page(locale="ja-JP" if lang == "ja" else "en-US")
    for path in [*(p for p in pages if p not in ids), *ids[:: max(1, len(ids) // REDIRECTS)]]:
        page.goto(any_site + path, wait_until="load")
        assert page.evaluate("document.documentElement.lang") == lang, path


def test_a_wrong_address_gets_the_404_page(http_site: str, page: Page, problems: list[str]) -> None:
    page.goto(f"{http_site}ja/nowhere/nothing.html")
    assert page.locator("[lang=ja]").count() > 0
    # The page itself answers 404; nothing that it asks for may.
    assert [said for said in problems if "nothing.html" not in said] == []
    problems.clear()
