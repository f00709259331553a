"""What the browser tests share: the windows readers have, a page of every kind, and how to find a passage."""

import pytest
from playwright.sync_api import Locator, Page

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 740}
WIDTHS = (360, 768, 1024, 1440)

CHAPTER = "guidelines-2015/iv.html"
ENGLISH_ONLY = "defense-of-japan-2019/4.html"
KINDS = {
    "home": "index.html",
    "landing": "guidelines-2015/index.html",
    "chapter": CHAPTER,
    "figures": "defense-of-japan-2019/2.html",
    "english-only": ENGLISH_ONLY,
    "full": "guidelines-1997/full.html",
    "glossary": "glossary.html",
    "timeline": "timeline.html",
    "about": "about.html",
    "cite": "cite.html",
    "data": "data.html",
    "search": "search.html",
}


def in_language(path: str, lang: str) -> str:
    """The path of a page's edition in `lang`: the English stands at the root."""
    return f"ja/{path}" if lang == "ja" else path


def each(*kinds: str) -> pytest.MarkDecorator:
    """Run a test with the `path` of one page of each kind (or of those named) in both languages."""
    return pytest.mark.parametrize(
        "path",
        [
            pytest.param(in_language(KINDS[kind], lang), id=f"{kind}-{lang}")
            for kind in kinds or KINDS
            for lang in ("en", "ja")
        ],
    )


def passage(page: Page, id: str) -> Locator:
    """The clause, block, term or event with an id; its dots are not for CSS to read."""
    return page.locator(f'[id="{id}"]')


def side(page: Page, id: str, lang: str) -> Locator:
    """One language of a row or a heading."""
    return passage(page, id).locator(f"> [lang={lang}]")


def wait_until(page: Page, condition: str) -> None:
    """Wait for a fact that no locator can see; Playwright's own way is eval, which the policy forbids."""
    page.evaluate(
        "async () => { const end = performance.now() + 15000;"
        f" while (!({condition})) {{ if (performance.now() > end) throw Error('still not so');"
        " await new Promise(requestAnimationFrame); } }"
    )
