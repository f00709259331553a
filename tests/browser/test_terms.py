"""How many terms are marked is the reader's choice: the first in each clause, all, or none."""

import pytest
from playwright.sync_api import Locator, Page, expect

from reading import CHAPTER, ENGLISH_ONLY, in_language, side

NAMES = {"en": ("first", "all", "none"), "ja": ("初出", "すべて", "なし")}
DOCUMENT = ENGLISH_ONLY  # a term comes again and again in its fourth clause


def choose(page: Page, which: str) -> None:
    lang = page.locator("html").get_attribute("lang")
    group = page.get_by_role("group", name="Mark terms" if lang == "en" else "用語の印")
    button = group.get_by_role("button", name=NAMES[lang][NAMES["en"].index(which)])
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(group.locator("[aria-pressed=true]")).to_have_count(1)


def later(page: Page) -> Locator:
    """The second SCC of clause 4.1's second paragraph, written "2+2"."""
    return side(page, "4.1.p2", "en").locator("[data-term=scc]").nth(1)


def line(term: Locator) -> str:
    """The colour of the line under a term; transparent when there is none."""
    style: str = term.evaluate(
        "term => { const s = getComputedStyle(term);"
        " return s.borderBottomStyle === 'none' ? 'none' : s.borderBottomColor; }"
    )
    return style


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_later_occurrences_are_links_only_when_all_are_shown(any_site: str, page: Page, lang: str) -> None:
    page.goto(any_site + in_language(DOCUMENT, lang))
    links = side(page, "4.1.p2", "en").get_by_role("link", name="2+2", exact=True)
    expect(links).to_have_count(0)
    choose(page, "all")
    expect(links.first).to_be_visible()
    links.first.click()
    expect(page).to_have_url(f"{any_site}{in_language('glossary/scc.html', lang)}")


def test_a_later_occurrence_explains_itself_when_all_are_shown(http_site: str, page: Page) -> None:
    page.goto(http_site + DOCUMENT)
    choose(page, "all")
    later(page).hover()
    expect(page.get_by_role("tooltip")).to_contain_text("Security Consultative Committee")
    choose(page, "first")
    assert later(page).get_attribute("href") is None


def test_none_leaves_the_text_plain(http_site: str, page: Page) -> None:
    page.goto(http_site + CHAPTER)
    term = side(page, "IV.p2", "en").locator("[data-term=acm]")
    marked = line(term)
    choose(page, "none")
    assert line(term) in {"none", "rgba(0, 0, 0, 0)"}
    choose(page, "first")
    assert line(term) == marked


def test_terms_have_the_colour_of_the_text(http_site: str, page: Page) -> None:
    page.goto(http_site + CHAPTER)
    colours = side(page, "IV.p1", "en").evaluate(
        "p => [p, ...p.querySelectorAll('a')].map(e => getComputedStyle(e).color)"
    )
    assert len(colours) > 2
    assert len(set(colours)) == 1


def test_the_choice_is_remembered(http_site: str, page: Page) -> None:
    page.goto(http_site + CHAPTER)
    choose(page, "all")
    page.goto(http_site + DOCUMENT)
    assert later(page).get_attribute("href")


@pytest.mark.parametrize("path", [CHAPTER, ENGLISH_ONLY])
def test_no_heading_holds_a_term(http_site: str, page: Page, path: str) -> None:
    page.goto(http_site + path)
    expect(page.locator(".ty-head")).not_to_have_count(0)
    expect(page.locator(".ty-head [data-term]")).to_have_count(0)
