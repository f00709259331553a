"""Every clause and block gives its address; copied text is text alone."""

import http.server
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import served
from project import MKDOCS, run, small_project
from reading import CHAPTER, in_language, passage, side

PUBLISHED = "https://edition.example/taiyaku/"
ROW = """# Home

<div class="ty-row" id="I.p1">
<p lang="en">Words of the first paragraph.</p>
<a class="ty-permalink" href="#I.p1" aria-label="Link to I, paragraph 1"></a>
</div>
"""


def permalink(page: Page, id: str) -> Locator:
    return passage(page, id).locator(f'a.ty-permalink[href="#{id}"]')


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page that may read what it has copied."""
    return open_page(permissions=["clipboard-read", "clipboard-write"])


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_keyboard_reaches_and_copies_it(any_site: str, page: Page, lang: str) -> None:
    path = in_language(CHAPTER, lang)
    page.goto(any_site + path)
    link = permalink(page, "IV.p4")
    expect(link).to_have_css("opacity", "0")
    passage(page, "IV.p4").get_by_role("link").nth(-2).focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    # This build has no address of its own: the link is relative, and the reader is told.
    toast = page.get_by_role("status").filter(has_text=f"{path}#IV.p4")
    expect(toast).to_contain_text("relative" if lang == "en" else "相対リンク")
    assert clipboard(page) == f"{path}#IV.p4"
    expect(page).to_have_url(f"{any_site}{path}#IV.p4")
    expect(link).to_be_focused()


def test_pointing_shows_it_and_a_click_does_not_jump(http_site: str, page: Page) -> None:
    page.goto(http_site + CHAPTER)
    row = passage(page, "IV.A.2.p1")
    row.scroll_into_view_if_needed()
    side(page, "IV.A.2.p1", "ja").hover()
    expect(permalink(page, "IV.A.2.p1")).not_to_have_css("opacity", "0")
    before = row.bounding_box()
    permalink(page, "IV.A.2.p1").click()
    expect(page).to_have_url(f"{http_site}{CHAPTER}#IV.A.2.p1")
    assert row.bounding_box()["y"] == before["y"]


@pytest.mark.parametrize(
    ("path", "id"),
    [
        (CHAPTER, "IV.A.1"),
        (CHAPTER, "IV.p3"),
        (CHAPTER, "IV.p3.i2"),
        ("guidelines-2015/ii.html", "II.A"),
        ("guidelines-1997/annex.html", "annex.p1.r3"),
        ("defense-of-japan-2019/2.html", "fig-1"),
        ("timeline.html", "1960-security-treaty"),
    ],
)
def test_every_unit_has_one(http_site: str, page: Page, path: str, id: str) -> None:
    page.goto(http_site + path)
    link = permalink(page, id)
    link.focus()
    expect(link).not_to_have_css("opacity", "0")
    assert link.get_attribute("aria-label").startswith("Link to ")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{http_site}{path}#{id}")
    # The clipboard is written in its own time; the reader is told when it has been.
    expect(page.get_by_role("status").filter(has_text=f"{path}#{id}")).to_be_visible()
    assert clipboard(page) == f"{path}#{id}"


def published(folder: Path) -> Path:
    """A small edition that knows where it is published."""
    project = small_project(folder)
    (project / "docs/index.md").write_text(ROW, encoding="utf-8")
    done = run(project, MKDOCS, PUBLISHED)
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture
def published_site(once: Callable[..., Path]) -> Iterator[str]:
    folder = once("published", published)
    with served(folder, http.server.SimpleHTTPRequestHandler) as address:
        yield address


def test_a_published_edition_copies_its_full_address(published_site: str, page: Page) -> None:
    page.goto(f"{published_site}index.html")
    permalink(page, "I.p1").focus()
    page.keyboard.press("Enter")
    address = f"{PUBLISHED}index.html#I.p1"
    expect(page.get_by_role("status").filter(has_text=address)).not_to_contain_text("relative")
    assert clipboard(page) == address


@pytest.mark.parametrize(
    ("path", "first", "last", "words"),
    [
        (
            CHAPTER,
            "IV",
            "IV.A.1.p1",
            ["Intelligence, Surveillance", "情報収集、警戒監視及び偵察", "状況を評価すること"],
        ),
        (CHAPTER, "IV.p3.i1", "IV.p3.i3", ["share information", "情報を共有すること"]),
        ("defense-of-japan-2019/2.html", "fig-1.p1.r1", "fig-1.p1.r9", ["Security Treaty"]),
    ],
)
def test_copied_text_is_text_alone(
    http_site: str, page: Page, path: str, first: str, last: str, words: list[str]
) -> None:
    page.goto(http_site + path)
    page.evaluate(
        "ids => { const [a, b] = ids.map(id => document.getElementById(id));"
        " getSelection().setBaseAndExtent(a, 0, b, b.childNodes.length); }",
        [first, last],
    )
    page.keyboard.press("Control+c")
    copied = clipboard(page)
    for word in words:
        assert word in copied
    assert not set("¶§#") & set(copied)
