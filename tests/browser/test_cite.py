"""Citing, over HTTP and from a folder: control, key, selection, clipboard, download, resolver."""

from collections.abc import Callable

import extruct
import pytest
import rispy
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from reading import PHONE

CHAPTER = "guidelines-2015/iv.html"
DIALOG = "dialog.ty-cite-dialog[open]"
SELECT = """() => { const text = document.querySelector("[id='IV.A.1.p2'] > [lang=en]").firstChild;
    const range = document.createRange(); range.setStart(text, 0);
    range.setEnd(text.parentNode.childNodes[2], 8);
    getSelection().removeAllRanges(); getSelection().addRange(range); }"""


@pytest.fixture
def chapter(any_site: str, open_page: Callable[..., Page]) -> Page:
    page = open_page(any_site + CHAPTER, permissions=["clipboard-read", "clipboard-write"])
    page.locator("[id='IV.A.1.p2']").hover()
    return page


def clipboard(page: Page) -> dict[str, str]:
    script = """async () => { const [item] = await navigator.clipboard.read(); const made = {};
        for (const type of item.types) made[type] = await (await item.getType(type)).text(); return made; }"""
    return page.evaluate(script)


def test_every_permalink_has_a_control_that_is_named(chapter: Page) -> None:
    links = chapter.locator("main .ty-permalink[href^='#']")
    controls = chapter.locator("main .ty-permalink[href^='#'] ~ .ty-cite")
    assert controls.count() == links.count() > 100
    assert all(
        name.startswith("Cite ") for name in controls.evaluate_all("all => all.map(one => one.ariaLabel)")
    )
    assert chapter.locator(".ty-cite").first.text_content() == ""


def test_the_control_opens_the_dialog_and_copies_text_and_rich_text(chapter: Page) -> None:
    chapter.locator("[id='IV.A.1.p2'] > .ty-cite").click()
    chapter.wait_for_selector(DIALOG)
    assert chapter.locator("#ty-cite-title").inner_text() == "Cite IV.A.1, para. 2"
    chapter.locator("input[value=both]").check()
    chapter.locator("[data-cite=all]").click()
    expect(chapter.locator(".ty-cite-status")).not_to_be_empty()
    copied = clipboard(chapter)
    assert copied["text/plain"].startswith(
        "“The Self-Defense Forces and the United States Armed Forces will conduct"
    )
    assert "「自衛隊及び米軍は" in copied["text/plain"]
    assert "§ IV.A.1, para. 2, unofficial edition Taiyaku" in copied["text/plain"]
    assert ".html" not in copied["text/plain"]  # this copy has no public address, and says so beside the link
    expect(chapter.locator(".ty-cite-relative")).to_be_visible()
    assert "<i>The Guidelines for Japan-U.S. Defense Cooperation</i>" in copied["text/html"]
    chapter.keyboard.press("Escape")
    expect(chapter.locator("[id='IV.A.1.p2'] > .ty-cite")).to_be_focused()


def test_the_last_style_is_remembered_and_a_record_is_saved(chapter: Page) -> None:
    chapter.keyboard.press("c")
    chapter.wait_for_selector(DIALOG)
    chapter.locator("#ty-cite-style").select_option("ris")
    with chapter.expect_download() as saved:
        chapter.locator("[data-cite=file]").click()
    assert saved.value.suggested_filename == "guidelines-2015-IV.A.1-p2.ris"
    [entry] = rispy.loads(saved.value.path().read_text("utf-8"))
    assert entry["title"] == "The Guidelines for Japan-U.S. Defense Cooperation"
    chapter.reload()
    chapter.locator("[id='IV.A.1'] > .ty-cite").click(force=True)
    chapter.wait_for_selector(DIALOG)
    assert chapter.locator("#ty-cite-style").input_value() == "ris"


def test_a_selection_is_cited_with_its_words_and_a_text_fragment(chapter: Page, any_site: str) -> None:
    chapter.evaluate(SELECT)
    chapter.wait_for_selector(".ty-cite-selection:not([hidden])")
    chapter.keyboard.press("c")
    chapter.wait_for_selector(DIALOG)
    assert chapter.locator(".ty-cite-quote").inner_text().startswith("“The Self-Defense Forces and the")
    link = chapter.locator(".ty-cite-link a").inner_text()
    assert "#IV.A.1.p2:~:text=The%20Self%2DDefense%20Forces" in link
    found = chapter.context.new_page()
    found.goto(any_site + link)
    assert (
        found.evaluate("location.hash") == "#IV.A.1.p2"
    )  # the rest is an order to the browser, not an address


def test_a_finger_cites_what_it_has_selected(any_site: str, open_page: Callable[..., Page]) -> None:
    page = open_page(any_site + CHAPTER + "#IV.A.1", viewport=PHONE, has_touch=True, is_mobile=True)
    page.locator("[id='IV.A.1.p2']").scroll_into_view_if_needed()
    page.evaluate(SELECT)
    control = page.locator(".ty-cite-selection")
    expect(control).to_be_in_viewport()
    control.tap()
    expect(page.locator(f"{DIALOG} .ty-cite-quote")).to_contain_text("“The Self-Defense Forces and the")


def test_an_event_can_be_cited(any_site: str, open_page: Callable[..., Page]) -> None:
    page = open_page(any_site + "ja/timeline.html")
    event = page.locator(".ty-event").first
    event.hover()
    event.locator(".ty-cite").click()
    page.wait_for_selector(DIALOG)
    assert (
        event.locator("[lang=ja]").first.inner_text().rstrip("†")
        in page.locator(".ty-cite-text").inner_text()
    )
    assert page.locator(".ty-cite-link a").inner_text() == f"ja/timeline.html#{event.get_attribute('id')}"


@pytest.mark.parametrize("lang", ["", "ja/"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_dialog_has_no_barrier(
    http_site: str, open_page: Callable[..., Page], lang: str, theme: str
) -> None:
    page = open_page(f"{http_site}{lang}{CHAPTER}", viewport=PHONE, color_scheme=theme)
    page.locator("[id='IV.A.1.p1'] > .ty-cite").evaluate("control => control.click()")
    page.wait_for_selector(DIALOG)
    assert page.locator(DIALOG).evaluate("box => box.scrollWidth <= box.clientWidth")
    report = Axe().run(page, context=".ty-cite-dialog", options={"preload": False})
    assert report.violations_count == 0, report.generate_report()


@pytest.mark.parametrize(
    ("query", "to"),
    [
        ("第4章A1", "guidelines-2015/iv.html#IV.A.1"),
        ("DoJ 2019 III-2-1, 3.3(1)", "defense-of-japan-2019/3.html#3.3.1"),
    ],
)
def test_the_resolver_leads_to_the_clause(any_site: str, page: Page, query: str, to: str) -> None:
    # The page may lead on before it has loaded.
    page.goto(f"{any_site}cite.html?q={query}", wait_until="commit")
    expect(page).to_have_url(f"{any_site}{to}")


def test_the_resolver_offers_and_says_what_is_near(any_site: str, page: Page) -> None:
    page.goto(f"{any_site}ja/cite.html?q=IV")
    expect(page.locator(".ty-resolved li")).to_have_count(2)
    page.locator("#ty-resolve-q").fill("IV.A.9")
    page.keyboard.press("Enter")
    expect(page.locator(".ty-resolved li").nth(2)).to_be_visible()


def test_metadata_is_read_by_a_parser_that_is_not_ours(http_site: str, page: Page) -> None:
    for path, kind in (
        (CHAPTER, "Legislation"),
        ("ja/defense-of-japan-2019/3.html", "Report"),
        ("about.html", "WebPage"),
        ("ja/glossary/acm.html", "WebPage"),
        ("renderings.html", "WebPage"),
    ):
        html = page.request.get(http_site + path).text()
        found = extruct.extract(
            html, base_url="https://example.org/", syntaxes=["json-ld", "opengraph", "dublincore"]
        )
        [work] = found["json-ld"]
        assert work["@type"] == kind
        assert work["name"]
        assert found["opengraph"]
        assert any(each["name"].lower() == "dc.title" for each in found["dublincore"][0]["elements"])
        assert ("citation_technical_report_institution" in html) == (kind != "WebPage")
        assert "citation_journal_title" not in html
        if kind != "WebPage":
            assert [part["identifier"] for part in work["hasPart"]]
