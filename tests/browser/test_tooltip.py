"""A term explains itself by mouse, keyboard and touch; a correction shows what the source has."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from reading import CHAPTER, DESKTOP, PHONE, in_language, side

DEFINITION = {"en": "coordinate policy", "ja": "調整"}


def acm(page: Page, lang: str = "en") -> Locator:
    """The Alliance Coordination Mechanism, in the second paragraph of chapter IV."""
    return side(page, "IV.p2", lang).locator("[data-term=acm]")


def tip(page: Page) -> Locator:
    return page.get_by_role("tooltip")


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("column", ["en", "ja"])
def test_hover_shows_the_term_in_both_languages(any_site: str, page: Page, lang: str, column: str) -> None:
    page.goto(any_site + in_language(CHAPTER, lang))
    acm(page, column).hover()
    for words in ("ACM", "Alliance Coordination Mechanism", "どうめいちょうせいメカニズム", DEFINITION[lang]):
        expect(tip(page)).to_contain_text(words)


def test_the_pointer_may_move_onto_it(http_site: str, page: Page) -> None:
    page.clock.install()
    page.goto(http_site + CHAPTER)
    acm(page).hover()
    page.clock.run_for(1000)
    expect(tip(page)).to_be_visible()
    tip(page).hover()
    page.clock.run_for(60_000)
    expect(tip(page)).to_be_visible()
    page.mouse.move(0, 0)
    page.clock.run_for(1000)
    expect(tip(page)).to_be_hidden()


def test_passing_over_a_term_opens_nothing(http_site: str, page: Page) -> None:
    page.clock.install()
    page.goto(http_site + CHAPTER)
    acm(page).hover()
    page.clock.run_for(50)
    page.mouse.move(0, 0)
    page.clock.run_for(1000)
    expect(tip(page)).to_have_count(0)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_focus_opens_it_and_escape_closes_it(any_site: str, page: Page, lang: str) -> None:
    page.goto(any_site + in_language(CHAPTER, lang))
    side(page, "IV.p2", "en").get_by_role("link").first.focus()
    if lang == "en":
        page.keyboard.press("Tab")
    else:
        acm(page).focus()
    expect(acm(page)).to_be_focused()
    expect(tip(page)).to_contain_text("ACM")
    assert acm(page).get_attribute("aria-describedby") == tip(page).get_attribute("id")
    page.keyboard.press("Escape")
    expect(tip(page)).to_be_hidden()
    expect(acm(page)).to_be_focused()


def test_escape_closes_what_the_mouse_opened(http_site: str, page: Page) -> None:
    page.goto(http_site + CHAPTER)
    acm(page).hover()
    expect(tip(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip(page)).to_be_hidden()


def test_only_one_is_open(http_site: str, page: Page) -> None:
    page.goto(http_site + CHAPTER)
    acm(page).focus()
    expect(tip(page)).to_contain_text("ACM")
    page.keyboard.press("Tab")
    expect(tip(page)).to_contain_text("whole-of-government")
    side(page, "IV.p1", "en").locator("[data-term=seamless]").hover()
    expect(tip(page)).to_contain_text("切れ目のない")
    expect(tip(page)).to_have_count(1)


def test_a_click_leads_to_the_glossary(any_site: str, page: Page) -> None:
    page.goto(any_site + CHAPTER)
    acm(page).click()
    expect(page).to_have_url(f"{any_site}glossary/acm.html")


@pytest.fixture
def touch_page(any_site: str, open_page: Callable[..., Page]) -> Page:
    page: Page = open_page(any_site + CHAPTER, viewport=PHONE, has_touch=True, is_mobile=True)
    acm(page).tap()
    expect(tip(page)).to_contain_text("ACM")
    expect(page).to_have_url(any_site + CHAPTER)
    return page


def test_a_second_touch_leads_to_the_glossary(any_site: str, touch_page: Page) -> None:
    acm(touch_page).tap()
    expect(touch_page).to_have_url(f"{any_site}glossary/acm.html")


def test_the_link_in_it_leads_to_the_glossary(any_site: str, touch_page: Page) -> None:
    tip(touch_page).get_by_role("link", name="Open in the glossary").tap()
    expect(touch_page).to_have_url(f"{any_site}glossary/acm.html")


def test_a_touch_elsewhere_closes_it(touch_page: Page) -> None:
    side(touch_page, "IV.p3.i1", "en").tap()
    expect(tip(touch_page)).to_be_hidden()


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["360", "1440"])
def test_it_never_leaves_the_window(
    http_site: str, open_page: Callable[..., Page], lang: str, viewport: dict[str, int]
) -> None:
    page = open_page(http_site + in_language(CHAPTER, lang), viewport=viewport)
    acm(page).focus()
    expect(tip(page)).to_be_visible()
    outside = page.locator(".ty-term, .ty-correction, .ty-slip").evaluate_all(
        "triggers => triggers.filter(trigger => { trigger.focus();"
        " const tip = document.querySelector('[role=tooltip]').getBoundingClientRect();"
        " return tip.height === 0 || tip.left < 0 || tip.right > document.documentElement.clientWidth"
        "  || tip.top < 0 || tip.bottom > innerHeight; }).map(trigger => trigger.textContent)"
    )
    assert outside == []


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_correction_shows_what_the_source_has(any_site: str, page: Page, lang: str) -> None:
    page.goto(any_site + in_language("guidelines-2015/vii.html", lang))
    correction = side(page, "VII.A.p2.i3", "ja").get_by_role("link", name="互恵的")
    correction.hover()
    expect(tip(page)).to_contain_text("互惠的")
    expect(tip(page)).to_contain_text("Source" if lang == "en" else "底本")
    page.keyboard.press("Escape")
    correction.focus()
    expect(tip(page)).to_contain_text("互惠的")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{any_site}{in_language('guidelines-2015/index.html', lang)}#corrections")
    expect(page.locator("#corrections")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "惠 (U+60E0) is read as 恵 (U+6075)"), ("ja", "惠（U+60E0）を恵（U+6075）に改めた")],
)
def test_a_correction_of_a_character_that_looks_the_same_says_which(
    any_site: str, page: Page, lang: str, words: str
) -> None:
    page.goto(any_site + in_language("guidelines-2015/vii.html", lang))
    side(page, "VII.A.p2.i3", "ja").get_by_role("link", name="互恵的").focus()
    expect(tip(page).locator("mark")).to_have_text(["惠", "恵"])
    expect(tip(page)).to_contain_text(words)


MARKED = {
    "[BMP]": ["M", "P", "P", "M"],
    "協力を確実にを行う": ["を"],
    "Sub-Committee-Committee": [],
}


@pytest.mark.parametrize("source", MARKED)
def test_what_differs_is_marked_when_it_is_little(
    built_site: Path, http_site: str, page: Page, source: str
) -> None:
    pages = sorted(built_site.glob("*/full.html"))
    path = next(each for each in pages if f'data-source="{source}"' in each.read_text("utf-8"))
    page.goto(http_site + path.relative_to(built_site).as_posix())
    page.locator(f'.ty-correction[data-source="{source}"]').focus()
    expect(tip(page)).to_contain_text("This edition")
    expect(tip(page).locator("mark")).to_have_text(MARKED[source])
    expect(tip(page)).not_to_contain_text("U+")


def test_a_slip_that_stands_is_explained(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}guidelines-1997/full.html")
    slip = page.get_by_role("link", name="Relief Activities and measures to Deal with Refugees").or_(
        page.locator(".ty-slip")
    )
    slip.first.focus()
    expect(tip(page)).to_contain_text("Thus in the source")
