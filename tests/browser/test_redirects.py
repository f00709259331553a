"""Addresses that lead on: the ids, their aliases, and addresses that never were."""

import re

import pytest
from playwright.sync_api import Page, expect

from reading import in_language, passage

LEAD = {
    "guidelines-2015/IV.A.1": "guidelines-2015/iv.html#IV.A.1",
    "guidelines-2015/II.A": "guidelines-2015/ii.html#II.A",
    "guidelines-1997/annex": "guidelines-1997/annex.html#annex",
    "defense-of-japan-2019/4.2.5.c.a": "defense-of-japan-2019/4.html#4.2.5.c.a",
    # Aliases: the figure's printed number.
    "defense-of-japan-2019/fig-III-2-1-1": "defense-of-japan-2019/2.html#fig-1",
    "defense-of-japan-2019/fig-III-2-1-5": "defense-of-japan-2019/4.html#fig-5",
}


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("id", LEAD)
def test_an_id_leads_to_its_passage(any_site: str, page: Page, lang: str, id: str) -> None:
    page.goto(f"{any_site}{in_language(f'id/{id}.html', lang)}", wait_until="commit")
    expect(page).to_have_url(any_site + in_language(LEAD[id], lang))
    expect(passage(page, LEAD[id].partition("#")[2])).to_be_in_viewport()
    expect(page.locator("html")).to_have_attribute("lang", lang)


WORDS = {"en": "This page is not here", "ja": "お探しのページはありません"}


@pytest.mark.parametrize("path", ["nothing.html", "ja/guidelines-2015/xx.html", "id/guidelines-2015/IX.html"])
def test_a_wrong_address_is_told_in_both_languages(
    http_site: str, page: Page, problems: list[str], path: str
) -> None:
    page.goto(http_site + path)
    for lang, words in WORDS.items():
        heading = page.get_by_role("heading", name=words)
        expect(heading).to_be_visible()
        assert heading.evaluate("h => h.closest('[lang]').lang") == lang
    # The page itself is what is missing; it must not ask for more that is not there.
    assert {said for said in problems if path not in said} == set()
    problems.clear()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_404_page_leads_home(any_site: str, page: Page, lang: str) -> None:
    page.goto(f"{any_site}404.html")
    page.get_by_role("link", name={"en": "Home page", "ja": "最初のページ"}[lang]).click()
    expect(page).to_have_url(re.compile(rf"{in_language('index.html', lang)}$"))
    expect(page.locator("html")).to_have_attribute("lang", lang)
