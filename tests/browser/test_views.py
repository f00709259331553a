"""Both languages or one: without a reload, remembered, and by a link."""

import pytest
from playwright.sync_api import Locator, Page, expect

from reading import CHAPTER, ENGLISH_ONLY, in_language, passage, side, wait_until

NAMES = {"en": ("Both", "English", "日本語"), "ja": ("対訳", "English", "日本語")}
VIEWS = ("both", "en", "ja")


def button(page: Page, view: str) -> Locator:
    lang = page.locator("html").get_attribute("lang")
    group = page.get_by_role("group", name="View" if lang == "en" else "表示")
    return group.get_by_role("button", name=NAMES[lang][VIEWS.index(view)])


def texts(page: Page, lang: str) -> Locator:
    """What of the text itself is to be seen in a language: rows and headings."""
    return page.locator(f".ty-row > [lang={lang}], .ty-head > [lang={lang}]").filter(visible=True)


def expect_view(page: Page, view: str) -> None:
    for lang in ("en", "ja"):
        if view in {lang, "both"}:
            expect(texts(page, lang)).not_to_have_count(0)
        else:
            expect(texts(page, lang)).to_have_count(0)
    for name in VIEWS:
        expect(button(page, name)).to_have_attribute("aria-pressed", str(name == view).lower())


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_views_change_without_a_reload(any_site: str, page: Page, lang: str) -> None:
    page.goto(any_site + in_language(CHAPTER, lang))
    page.evaluate("window.sameDocument = true")
    expect_view(page, "both")
    for view in ("en", "ja", "both", "ja"):
        button(page, view).click()
        expect_view(page, view)
    assert page.evaluate("window.sameDocument")


def test_a_choice_is_remembered_on_the_next_page(any_site: str, page: Page) -> None:
    page.goto(any_site + CHAPTER)
    button(page, "ja").click()
    page.get_by_role("link", name="Next V.").click()
    expect(page).to_have_url(f"{any_site}guidelines-2015/v.html")
    expect_view(page, "ja")


@pytest.mark.parametrize(("asked", "shown"), [("ja", "ja"), ("en", "en"), ("both", "both"), ("la", "both")])
def test_a_link_may_name_the_view(any_site: str, page: Page, asked: str, shown: str) -> None:
    page.goto(f"{any_site}{CHAPTER}?view={asked}")
    expect_view(page, shown)


def test_a_link_rules_over_what_is_remembered(http_site: str, page: Page) -> None:
    page.goto(http_site + CHAPTER)
    button(page, "en").click()
    page.goto(f"{http_site}{CHAPTER}?view=ja")
    expect_view(page, "ja")


def test_a_choice_stands_in_the_address(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}{CHAPTER}#IV.B")
    button(page, "ja").click()
    expect(page).to_have_url(f"{http_site}{CHAPTER}?view=ja#IV.B")


@pytest.mark.parametrize("view", ["en", "ja"])
def test_the_reader_s_place_stays(http_site: str, page: Page, view: str) -> None:
    page.goto(f"{http_site}{CHAPTER}#IV.C.2.b.i.p1")
    wait_until(page, "taiyaku.clause === 'IV.C.2.b.i'")
    button(page, view).click()
    expect(passage(page, "IV.C.2.b.i.p1")).to_be_in_viewport()


@pytest.mark.parametrize(("lang", "first", "second"), [("en", "en", "ja"), ("ja", "ja", "en")])
def test_the_page_s_own_language_stands_first(
    http_site: str, page: Page, lang: str, first: str, second: str
) -> None:
    page.goto(http_site + in_language(CHAPTER, lang))
    for id in ("IV", "IV.p1", "IV.p3.i1", "IV.A.1", "IV.A.p2"):
        left, right = (side(page, id, which).bounding_box() for which in (first, second))
        assert left["x"] + left["width"] <= right["x"], id
        order = passage(page, id).evaluate(
            "row => [...row.querySelectorAll(':scope > [lang]')].map(e => e.lang)"
        )
        assert order == [first, second], id


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("path", [ENGLISH_ONLY, "guidelines-1997/v.html", "guidelines-1997/full.html"])
def test_a_document_in_one_language_says_so_and_has_no_views(
    http_site: str, page: Page, lang: str, path: str
) -> None:
    # A reader who came from a Japanese view must not meet an empty page.
    page.goto(http_site + in_language(path, lang) + "?view=ja")
    notice = page.get_by_text({"en": "has no Japanese text", "ja": "日本語文はこの版にない"}[lang])
    expect(notice).to_be_visible()
    assert notice.evaluate("n => n.closest('[lang]').lang") == lang
    expect(page.get_by_role("group", name="View" if lang == "en" else "表示")).to_have_count(0)
    expect(page.locator(".ty-row > [lang=ja]")).to_have_count(0)
    expect(page.locator(".ty-row > [lang=en]:visible")).not_to_have_count(0)


def test_a_document_in_one_language_has_no_empty_column(http_site: str, page: Page) -> None:
    page.goto(http_site + ENGLISH_ONLY)
    gaps = page.locator(".ty-row").evaluate_all(
        "rows => rows.filter(row => row.offsetParent).map(row => {"
        " const cells = [...row.querySelectorAll(':scope > [lang]')];"
        " const edge = row.getBoundingClientRect().left + parseFloat(getComputedStyle(row).paddingLeft);"
        " return cells.length === 1 && cells[0].getBoundingClientRect().left - edge; })"
    )
    assert gaps
    assert all(gap is not False and abs(gap) < 2 for gap in gaps)
    row, text = page.locator(".ty-row.ty-paragraph").first, page.locator(".ty-row.ty-paragraph > p").first
    assert text.bounding_box()["width"] > 0.8 * row.bounding_box()["width"]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("id", ["IV.p1", "IV.p3.i1", "IV.A.p2"])
def test_pointing_at_a_passage_lights_its_counterpart(http_site: str, page: Page, lang: str, id: str) -> None:
    page.goto(http_site + CHAPTER)
    cells = [side(page, id, which) for which in ("en", "ja")]
    dark = cells[0].evaluate("cell => getComputedStyle(cell).backgroundColor")
    cells[lang == "ja"].hover()
    for cell in cells:
        expect(cell).not_to_have_css("background-color", dark)
    page.mouse.move(0, 0)
    for cell in cells:
        expect(cell).to_have_css("background-color", dark)


def test_focus_inside_a_passage_lights_its_counterpart(http_site: str, page: Page) -> None:
    page.goto(http_site + CHAPTER)
    cells = [side(page, "IV.p1", lang) for lang in ("en", "ja")]
    dark = cells[0].evaluate("cell => getComputedStyle(cell).backgroundColor")
    cells[1].get_by_role("link").first.focus()
    for cell in cells:
        expect(cell).not_to_have_css("background-color", dark)
