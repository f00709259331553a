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
