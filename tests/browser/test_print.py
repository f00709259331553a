"""On paper: the text with its numbers, and none of the controls."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from reading import CHAPTER, each, in_language, passage, side

CONTROLS = (
    "button, input, dialog, nav, [role=search], [role=tooltip], .ty-permalink, .ty-rail, .ty-skip, "
    ".ty-switch, "
    ".ty-pager, .ty-filters, .ty-letters, .ty-toast"
)


def on_paper(page: Page) -> None:
    page.emulate_media(media="print")


@each("home", "landing", "chapter", "english-only", "glossary", "timeline", "about")
def test_no_control_is_printed(http_site: str, page: Page, path: str) -> None:
    page.goto(http_site + path)
    on_paper(page)
    seen = page.locator(CONTROLS).filter(visible=True)
    # The strip of eras is a picture of the years, on paper too.
    kept = seen.evaluate_all(
        "all => all.map(e => e.outerHTML.slice(0, 80)).filter(e => !e.includes('ty-eras'))"
    )
    assert [html for html in kept if "ty-toast" not in html] == []
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_both_columns_and_the_numbers_are_printed(http_site: str, page: Page, lang: str) -> None:
    page.goto(http_site + in_language(CHAPTER, lang))
    on_paper(page)
    for id in ("IV.p1", "IV.A.1", "IV.p3.i1"):
        one, two = (side(page, id, which).bounding_box() for which in ("en", "ja"))
        assert one["x"] + one["width"] <= two["x"] or two["x"] + two["width"] <= one["x"], id
        assert abs(one["y"] - two["y"]) < one["height"] / 2 + 4, id
    for id, number in (("IV", "IV."), ("IV.A", "A."), ("IV.A.1", "1.")):
        expect(passage(page, id).locator(".ty-num")).to_be_visible()
        expect(passage(page, id).locator(".ty-num")).to_have_text(number)


def test_a_sheet_holds_both_columns(http_site: str, open_page: Callable[..., Page]) -> None:
    # The width of the text on A4 and letter paper is less than what a screen would stack the languages for.
    page = open_page(http_site + CHAPTER, viewport={"width": 672, "height": 950})
    on_paper(page)
    one, two = (side(page, "IV.p1", lang).bounding_box() for lang in ("en", "ja"))
    assert one["x"] + one["width"] <= two["x"]
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_chosen_view_is_printed(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}{CHAPTER}?view=ja")
    on_paper(page)
    expect(side(page, "IV.p1", "ja")).to_be_visible()
    expect(side(page, "IV.p1", "en")).to_be_hidden()


def test_paper_is_white_in_the_dark(http_site: str, open_page: Callable[..., Page]) -> None:
    page = open_page(http_site + CHAPTER, color_scheme="dark")
    on_paper(page)
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.documentElement).color") == "rgb(0, 0, 0)"


def test_the_whole_timeline_is_printed(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}timeline.html")
    total = page.locator(".ty-event").count()
    on_paper(page)
    expect(page.locator(".ty-event").filter(visible=True)).to_have_count(total)
