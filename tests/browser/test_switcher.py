"""The language switcher keeps the page, the place in it and the view."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from reading import CHAPTER, PHONE, passage, wait_until

PLACES = [
    "guidelines-2015/iv.html#IV.A.1.p2",
    "guidelines-2015/index.html#corrections",
    "guidelines-1997/annex.html#annex.p1.r3",
    "defense-of-japan-2019/2.html#fig-1",
    "index.html",
    "index.html#documents",
    "glossary.html#acm",
    "timeline.html#1960-security-treaty",
]


# Whether the block that the scripts take for the reader's place stands where readers read (rail.js).
IN_SIGHT = (
    "(box => box && box.bottom > 112 && box.top < innerHeight * .4)"
    "(taiyaku.block && document.getElementById(taiyaku.block).getBoundingClientRect())"
)


def to_japanese(page: Page) -> None:
    page.get_by_role("link", name="日本語", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "ja")


def to_english(page: Page) -> None:
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("place", PLACES)
def test_there_and_back_again(any_site: str, page: Page, place: str) -> None:
    page.goto(any_site + place)
    to_japanese(page)
    expect(page).to_have_url(f"{any_site}ja/{place}")
    if "#" in place:
        expect(passage(page, place.partition("#")[2])).to_be_in_viewport()
    to_english(page)
    expect(page).to_have_url(any_site + place)


@pytest.mark.parametrize("place", ["?view=ja#IV.C.2", "?view=en", "?view=both#IV.A.p2"])
def test_a_view_in_the_address_goes_along(any_site: str, page: Page, place: str) -> None:
    page.goto(any_site + CHAPTER + place)
    to_japanese(page)
    expect(page).to_have_url(f"{any_site}ja/{CHAPTER}{place}")
    view = re.search(r"view=(\w+)", place)[1]
    expect(page.locator("html")).to_have_attribute("data-view", view)


@pytest.mark.parametrize("path", [CHAPTER, "guidelines-2015/i.html", "defense-of-japan-2019/4.html"])
def test_without_an_anchor_the_block_in_sight_goes_along(http_site: str, page: Page, path: str) -> None:
    page.goto(http_site + path)
    block = page.locator(".ty-row[id]").last
    id = block.get_attribute("id")
    block.evaluate("row => scrollTo(0, row.getBoundingClientRect().top + scrollY - innerHeight * .2)")
    wait_until(page, f"scrollY > 200 && ({IN_SIGHT})")
    to_japanese(page)
    expect(page).to_have_url(re.compile(r"/ja/.*\.html#."))
    expect(passage(page, id)).to_be_in_viewport()


def test_an_anchor_left_behind_does_not_pull_the_reader_back(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}{CHAPTER}#IV.A.1")
    page.get_by_role("navigation", name="Contents").get_by_role(
        "link", name="Cooperation in Response"
    ).focus()
    passage(page, "IV.E").evaluate("heading => heading.scrollIntoView()")
    expect(page.locator(".ty-toc [aria-current]")).to_contain_text("Cooperation in Response")
    to_japanese(page)
    expect(page).to_have_url(re.compile(r"#IV\.(E|D\.\d)"))


def test_by_keyboard_and_in_a_new_tab(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}{CHAPTER}#IV.B.2")
    switch = page.get_by_role("link", name="日本語", exact=True)
    switch.focus()
    # What the browser would open, copy or bookmark from the link.
    assert switch.evaluate("link => link.href") == f"{http_site}ja/{CHAPTER}#IV.B.2"
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{http_site}ja/{CHAPTER}#IV.B.2")


def test_it_is_at_hand_on_a_phone(http_site: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{http_site}{CHAPTER}#IV.B.2", viewport=PHONE, has_touch=True)
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("link", name="日本語", exact=True).tap()
    expect(page).to_have_url(re.compile(r"/ja/guidelines-2015/iv\.html#"))
