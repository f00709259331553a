"""The glossary's filter finds a term by any form a reader may have of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from reading import in_language, passage

GLOSSARY = "glossary.html"
FORMS = {
    "part of the English": "liance coord",
    "abbreviation": "ACM",
    "abbreviation in small letters": "acm",
    "abbreviation in full width": "ＡＣＭ",
    "kanji": "同盟調整",
    "hiragana": "どうめいちょうせい",
    "hiragana for katakana": "めかにずむ",
    "katakana": "メカニズム",
    "katakana for hiragana": "ドウメイチョウセイ",
    "katakana in half width": "ﾒｶﾆｽﾞﾑ",
    "two words in any order": "mechanism alliance",
}


def entries(page: Page) -> Locator:
    return page.locator(".ty-entry").filter(visible=True)


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_any_form_finds_the_term(any_site: str, page: Page, lang: str) -> None:
    page.goto(any_site + in_language(GLOSSARY, lang))
    total = entries(page).count()
    for what, form in FORMS.items():
        field(page).fill(form)
        expect(passage(page, "acm"), what).to_be_visible()
        found = entries(page).count()
        assert 0 < found < total / 2, what
        said = f"Terms shown: {found}" if lang == "en" else f"表示中の用語：{found}件"
        expect(page.get_by_role("status").filter(has_text=said), what).to_be_visible()
    field(page).fill("")
    expect(entries(page)).to_have_count(total)


def test_what_no_term_has_finds_none(http_site: str, page: Page) -> None:
    page.goto(http_site + GLOSSARY)
    field(page).fill("zzzz")
    expect(entries(page)).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="Terms shown: 0")).to_be_visible()
    expect(page.locator("h2.ty-letter").filter(visible=True)).to_have_count(0)


def test_a_link_to_a_term_that_is_filtered_out_reveals_it(any_site: str, page: Page) -> None:
    page.goto(any_site + GLOSSARY)
    field(page).fill("Cross-Servicing")
    expect(passage(page, "logistic-support")).to_be_hidden()
    passage(page, "acsa").get_by_role("link", name="logistic support", exact=True).click()
    expect(passage(page, "logistic-support")).to_be_in_viewport()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_without_a_script_every_term_is_there(
    http_site: str, open_page: Callable[..., Page], lang: str
) -> None:
    page = open_page(http_site + in_language(GLOSSARY, lang), java_script_enabled=False)
    expect(passage(page, "acm")).to_be_visible()
    assert page.locator(".ty-entry").count() == entries(page).count()
    expect(field(page)).to_have_count(0)


def test_a_term_leads_to_the_clause_that_defines_it(any_site: str, page: Page) -> None:
    page.goto(any_site + GLOSSARY)
    passage(page, "acm").get_by_role("link", name="2015 Guidelines, III.A").click()
    expect(page).to_have_url(f"{any_site}guidelines-2015/iii.html#III.A")
    expect(passage(page, "III.A")).to_be_in_viewport()
