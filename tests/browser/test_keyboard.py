"""The keyboard: where single letters lead, and when they must do nothing."""

import re

import pytest
from playwright.sync_api import Page, expect

from reading import CHAPTER, ENGLISH_ONLY, in_language, passage


def terms(page: Page) -> str | None:
    return page.locator("html").get_attribute("data-terms")


def close_dialog(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize(("on", "back"), ["np", "jk"])
def test_from_clause_to_clause(any_site: str, page: Page, on: str, back: str) -> None:
    page.goto(f"{any_site}{CHAPTER}#IV.A.1")
    page.keyboard.press(on)
    expect(passage(page, "IV.A.2")).to_be_focused()
    page.keyboard.press(on)
    expect(passage(page, "IV.A.3")).to_be_focused()
    expect(passage(page, "IV.A.3")).to_be_in_viewport()
    page.keyboard.press(back)
    expect(passage(page, "IV.A.2")).to_be_focused()


@pytest.mark.parametrize(
    ("path", "id"),
    [
        (CHAPTER, "IV.A"),
        ("guidelines-2015/ii.html", "II.A"),
        ("timeline.html", "1952-former-treaty-in-force"),
    ],
)
def test_from_the_top_of_a_page(http_site: str, page: Page, path: str, id: str) -> None:
    page.goto(http_site + path)
    for _ in range(3):
        page.keyboard.press("n")
        if passage(page, id).evaluate("e => e === document.activeElement"):
            break
    expect(passage(page, id)).to_be_focused()


def test_v_goes_through_the_views(any_site: str, page: Page) -> None:
    page.goto(any_site + CHAPTER)
    for view, said in (("en", "English alone"), ("ja", "Japanese alone"), ("both", "Both languages")):
        page.keyboard.press("v")
        expect(page.locator("html")).to_have_attribute("data-view", view)
        expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()


def test_v_does_nothing_where_there_is_one_language(http_site: str, page: Page) -> None:
    page.goto(http_site + ENGLISH_ONLY)
    page.keyboard.press("v")
    expect(page.locator("html")).to_have_attribute("data-view", "both")


def test_t_marks_all_terms_and_the_first_ones_again(any_site: str, page: Page) -> None:
    page.goto(any_site + CHAPTER)
    assert terms(page) is None
    page.keyboard.press("t")
    assert terms(page) == "all"
    expect(page.get_by_role("button", name="all", exact=True)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("t")
    assert terms(page) is None


@pytest.mark.parametrize(("lang", "other"), [("en", "ja"), ("ja", "en")])
def test_l_turns_to_the_other_language(any_site: str, page: Page, lang: str, other: str) -> None:
    page.goto(f"{any_site}{in_language(CHAPTER, lang)}#IV.B.2")
    page.keyboard.press("l")
    expect(page).to_have_url(f"{any_site}{in_language(CHAPTER, other)}#IV.B.2")


@pytest.mark.parametrize("key", ["/", "s"])
@pytest.mark.parametrize("width", [360, 1440])
def test_slash_and_s_turn_to_the_search(http_site: str, page: Page, key: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(http_site + CHAPTER)
    page.keyboard.press(key)
    field = page.locator("#ty-search input:focus")
    expect(field).to_be_visible()
    expect(field).to_have_value("")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_question_mark_lists_the_keys_and_escape_closes(any_site: str, page: Page, lang: str) -> None:
    page.goto(any_site + in_language("index.html", lang))
    listed = page.get_by_role("dialog", name="Keyboard" if lang == "en" else "キーボード操作")
    expect(listed).to_be_hidden()
    page.keyboard.press("?")
    expect(listed).to_be_visible()
    keys = listed.locator("kbd").all_inner_texts()
    assert set(keys) >= {"n", "p", "j", "k", "v", "t", "l", "/", "s", "?", "Esc"}
    page.keyboard.press("Escape")
    expect(listed).to_be_hidden()


def test_keys_can_be_switched_off_and_stay_off(http_site: str, page: Page) -> None:
    page.goto(http_site + CHAPTER)
    page.get_by_role("button", name="Keyboard").click()
    page.get_by_role("checkbox", name="Keys are on").uncheck()
    close_dialog(page)
    page.reload()
    page.keyboard.press("t")
    assert terms(page) is None
    page.keyboard.press("?")
    page.get_by_role("checkbox", name="Keys are on").check()
    close_dialog(page)
    page.keyboard.press("t")
    expect(page.locator("html")).to_have_attribute("data-terms", "all")


def test_letters_typed_into_a_field_are_text(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}glossary.html")
    field = page.locator("input.ty-filter")
    field.press_sequentially("tnvls?/jpk")
    expect(field).to_have_value("tnvls?/jpk")
    expect(field).to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert terms(page) is None


@pytest.mark.parametrize("modifier", ["Control", "Alt", "Meta"])
def test_nothing_happens_with_a_modifier(http_site: str, page: Page, modifier: str) -> None:
    page.goto(http_site + CHAPTER)
    page.keyboard.down(modifier)
    for key in ("j", "v", "?"):
        page.keyboard.press(key)
    page.keyboard.up(modifier)
    expect(page.locator("html")).to_have_attribute("data-view", "both")
    expect(page.locator(".ty-head:focus")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("how", [{"isComposing": True}, {"keyCode": 229}])
def test_nothing_happens_while_an_input_method_composes(
    http_site: str, page: Page, how: dict[str, object]
) -> None:
    page.goto(http_site + CHAPTER)
    for key in ("v", "t", "n", "l", "/", "?"):
        page.locator("body").dispatch_event(
            "keydown", {"key": key, "bubbles": True, "cancelable": True, **how}
        )
    expect(page).to_have_url(re.compile(r"iv\.html$"))
    expect(page.locator("html")).to_have_attribute("data-view", "both")
    expect(page.locator("#ty-search input:focus, .ty-head:focus")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert terms(page) is None


FOCUSED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  return at.closest(".ty-header") && [Math.round(box.left), at.outerHTML.slice(0, 60)];
}"""


@pytest.mark.parametrize(("width", "stops"), [(1440, 8), (360, 5)])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_header_s_stops_are_in_the_order_in_which_they_stand(
    http_site: str, page: Page, width: int, stops: int, lang: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(http_site + in_language("about.html", lang))
    page.keyboard.press("Tab")
    found = []
    page.keyboard.press("Tab")
    while stop := page.evaluate(FOCUSED):
        found.append(stop)
        page.keyboard.press("Tab")
    assert len(found) == stops
    assert found == sorted(found)


@pytest.mark.parametrize("path", [CHAPTER, "index.html", "timeline.html"])
def test_the_first_stop_skips_to_the_text(http_site: str, page: Page, path: str) -> None:
    page.goto(http_site + path)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
