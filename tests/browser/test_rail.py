"""A long chapter shows its contents, and in them where the reader is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from reading import CHAPTER, PHONE, in_language, passage, side

CLAUSES = ["IV.A.2", "IV.C", "IV.C.2.b", "IV.E", "IV.A.1"]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_contents_follow_the_reader(any_site: str, page: Page, lang: str) -> None:
    page.goto(any_site + in_language(CHAPTER, lang))
    contents = page.get_by_role("navigation", name="Contents" if lang == "en" else "目次")
    for clause in CLAUSES:
        passage(page, clause).evaluate("heading => heading.scrollIntoView()")
        here = contents.locator("[aria-current]")
        expect(here).to_have_count(1)
        expect(here).to_contain_text(side(page, clause, lang).inner_text())
        expect(here).to_be_in_viewport()


def test_the_contents_lead_to_a_clause(any_site: str, page: Page) -> None:
    page.goto(any_site + CHAPTER)
    contents = page.get_by_role("navigation", name="Contents")
    contents.get_by_role("link", name="Actions in Response to an Armed Attack against Japan").click()
    expect(page).to_have_url(f"{any_site}{CHAPTER}#IV.C")
    expect(passage(page, "IV.C")).to_be_in_viewport()
    expect(contents.locator("[aria-current]")).to_contain_text("Actions in Response to an Armed Attack")


def test_a_phone_shows_the_clause_in_its_bar(http_site: str, open_page: Callable[..., Page]) -> None:
    page = open_page(http_site + CHAPTER, viewport=PHONE, has_touch=True)
    passage(page, "IV.C.1.p1").evaluate("row => row.scrollIntoView()")
    bar = page.get_by_role("button", name="Contents")
    expect(bar).to_be_in_viewport()
    expect(bar).to_contain_text("IV.C.1")
    contents = page.get_by_role("navigation", name="Contents")
    expect(contents).to_be_hidden()
    bar.tap()
    expect(bar).to_have_attribute("aria-expanded", "true")
    contents.get_by_role("link", name="Cooperation in Response to a Large-scale Disaster").tap()
    expect(contents).to_be_hidden()
    expect(passage(page, "IV.E")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("path", "chapters", "current"),
    [
        ("guidelines-2015/i.html", 8, "Defense Cooperation and the Aim of the Guidelines"),
        ("guidelines-1997/annex.html", 8, "FUNCTIONS AND FIELDS"),
        ("ja/guidelines-1997/annex.html", 8, "別表"),
        ("defense-of-japan-2019/intro.html", 5, "Introduction"),
    ],
)
def test_the_contents_hold_every_chapter_and_open_the_current_one(
    any_site: str, open_page: Callable[..., Page], path: str, chapters: int, current: str
) -> None:
    page = open_page(any_site + path, viewport=PHONE, has_touch=True)
    page.locator(".ty-toc-button").tap()
    contents = page.get_by_role("navigation", name="目次" if path.startswith("ja/") else "Contents")
    expect(contents.locator(":scope > ol > li > a")).to_have_count(chapters)
    expect(contents.locator("[aria-current]")).to_contain_text(current)
    other = contents.locator(":scope > ol > li > a[href$='.html']").first
    address = other.evaluate("link => link.href")
    other.tap()
    expect(page).to_have_url(address)


@pytest.mark.parametrize(
    ("path", "called"),
    [
        ("guidelines-1997/annex.html", "Annex"),
        ("ja/guidelines-1997/annex.html", "別表"),
        ("guidelines-1997/v.html#V.2.3", "V.2.(3)"),
        ("defense-of-japan-2019/intro.html", "Introduction"),
        ("defense-of-japan-2019/2.html#fig-1", "Fig. III-2-1-1"),
        ("ja/defense-of-japan-2019/2.html#fig-1", "図表III-2-1-1"),
        ("guidelines-2015/full.html", ""),
    ],
)
def test_a_phone_names_the_place_as_the_page_does(
    http_site: str, open_page: Callable[..., Page], path: str, called: str
) -> None:
    page = open_page(http_site + path, viewport=PHONE, has_touch=True)
    expect(page.locator(".ty-rail .ty-here")).to_have_text(called)
