"""The pages on the terms in a browser: lines land on their blocks; panel and lookup work from a folder."""

from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from reading import DESKTOP, PHONE, in_language, passage

PAGES = (
    "glossary/acm.html",
    "glossary/common-situational-awareness.html",
    "renderings.html",
    "verbs.html",
    "lookup.html",
    "bodies.html",
)
FINDINGS = """async () => (await axe.run({resultTypes: ['violations']})).violations
  .flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary}`))"""
THIN = (
    "document.querySelectorAll('.ty-renderings tbody tr:nth-child(n+12), .ty-lines > li:nth-child(n+8)')"
    ".forEach(e => e.remove())"
)
# Where a reader would look for the words of a line: the row, heading, table row or page that the link names.
LANDED = """href => {
  const id = decodeURIComponent(href.split('#')[1] || '');
  const there = id ? document.getElementById(id) : document.body;
  return there && there.textContent.replace(/\\s+/g, ' ');
}"""


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_renderings_are_filtered_as_the_glossary_is(any_site: str, page: Page, lang: str) -> None:
    page.goto(any_site + in_language("renderings.html", lang))
    rows = page.locator(".ty-renderings tbody tr").filter(visible=True)
    for form in ("logistic support", "後方支援", "こうほうしえん", "コウホウシエン"):
        page.get_by_role("searchbox").fill(form)
        expect(page.locator("#term-logistic-support")).to_be_visible()
        expect(page.locator("#term-acm")).to_be_hidden()
        said = f"Rows shown: {rows.count()}" if lang == "en" else f"表示中の行：{rows.count()}件"
        expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()
    page.get_by_role("searchbox").fill("同盟")
    expect(page.locator("#term-acm")).to_be_visible()
    page.locator(".ty-only input").check()
    expect(page.locator("#term-acm")).to_be_hidden()


def test_the_japanese_forms_stand_in_the_order_of_their_kana(any_site: str, page: Page) -> None:
    page.goto(f"{any_site}renderings.html")
    table = page.locator("#japanese + .ty-scroll table")
    column = table.locator("tbody th")
    forms = column.all_inner_texts()
    assert [form for form in forms if form in GOJUON] == GOJUON
    table.get_by_role("button", name="Sort by Japanese").click()
    expect(table.locator("[aria-sort=ascending]")).to_have_count(1)
    assert [form for form in column.all_inner_texts() if form in GOJUON] == GOJUON


# Where the words of each column's cells end, its head's among them; the first column names the rows.
ENDS = """tables => tables.flatMap(table => Array.from(table.rows[0].cells).slice(1).map(head =>
  Array.from(table.rows, row => {
    const range = document.createRange();
    const cell = row.cells[head.cellIndex], summary = cell.querySelector("summary");
    range.selectNodeContents(summary ? summary.firstChild : cell);
    return Math.max(...Array.from(range.getClientRects(), box => box.right));
  })))"""


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("term", ["acm", "scc", "common-situational-awareness"])
def test_each_line_of_the_concordance_lands_on_its_block(
    any_site: str, page: Page, term: str, lang: str
) -> None:
    page.goto(any_site + in_language(f"glossary/{term}.html", lang))
    lines = page.locator(".ty-lines > li").evaluate_all(
        "all => all.map(one => [one.querySelector('.ty-place').href,"
        " Array.from(one.querySelectorAll('mark'), mark => mark.textContent)])"
    )
    assert lines
    for href, hits in sorted(lines):
        page.goto(href)
        text = page.evaluate(LANDED, href)
        assert text is not None, href
        assert all(hit in text for hit in hits), (href, hits)


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_overflows(
    http_site: str, open_page: Callable[..., Page], path: str, lang: str
) -> None:
    page = open_page(http_site + in_language(path, lang), bypass_csp=True)
    page.evaluate(THIN)
    page.evaluate(AXE_SCRIPT)
    for viewport, theme in ((DESKTOP, "light"), (PHONE, "dark")):
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=theme)
        # A script follows the system's colours; axe must not look before it has.
        expect(page.locator("html")).to_have_attribute("data-theme", theme)
        assert (
            page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        )
        assert page.evaluate(FINDINGS) == []


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_panel_tells_the_terms_of_a_clause(any_site: str, page: Page, lang: str) -> None:
    page.goto(any_site + in_language("guidelines-2015/iii.html", lang))
    loaded = "Array.from(document.scripts).some(script => /backlinks\\.(en|ja)\\.js/.test(script.src))"
    assert not page.evaluate(loaded)
    button = passage(page, "III.A").locator(".ty-links-button")
    button.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    expect(panel.get_by_role("link", name="ACM", exact=True).first).to_be_visible()
    expect(panel.get_by_role("link", name="3.3.(1)")).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()


# As in a dictionary: neither by code point, nor with the voiced kana after all others.
GOJUON = [
    "維持",
    "協力",
    "サイバー空間",
    "自衛隊",
    "支援",
    "事態",
    "促進",
    "措置",
    "対処",
    "調整",
    "能力",
    "防護",
]

QUERIES = {
    "coordination": ("coordination", "調整"),
    "調整": ("coordination", "調整"),
    "common situational awareness": ("common situational awareness", "共通の情勢認識"),
    "情勢認識": ("common situational awareness", "情勢認識"),
    "in cooperation with": ("in cooperation with", "と協力しつつ"),
}


@pytest.mark.parametrize("query", QUERIES)
def test_the_lookup_marks_both_sides(any_site: str, page: Page, query: str) -> None:
    page.goto(f"{any_site}lookup.html")
    page.get_by_role("searchbox", name="Word or phrase").fill(query)
    row = page.locator(".ty-pairs > li").filter(has=page.locator("[lang=ja] mark")).first
    english, japanese = QUERIES[query]
    expect(row.locator("[lang=en] mark").filter(has_text=english).first).to_be_visible()
    expect(page.locator(".ty-pairs [lang=ja] mark").filter(has_text=japanese).first).to_be_visible()


@pytest.mark.parametrize(("prefix", "place"), [("", "III.A, paragraph 2"), ("ja/", "III.A 第2段落")])
def test_the_lookup_says_in_words_where_a_passage_stands(
    http_site: str, page: Page, prefix: str, place: str
) -> None:
    page.goto(f"{http_site}{prefix}lookup.html?q=contact%20information")
    expect(page.locator(".ty-pairs .ty-place").first).to_have_text(place)


def test_the_lookup_offers_words_to_begin_with(any_site: str, page: Page) -> None:
    page.goto(f"{any_site}lookup.html")
    offered = page.locator(".ty-try a")
    assert {link.get_attribute("lang") for link in offered.all()} == {"en", "ja"}
    word = offered.first.inner_text()
    offered.first.click()
    expect(page.get_by_role("searchbox", name="Word or phrase")).to_have_value(word)
    expect(page.locator(".ty-pairs [lang=en] mark").filter(has_text=word).first).to_be_visible()
    expect(page.locator(".ty-pairs [lang=ja] mark").first).to_be_visible()


def test_the_lookup_waits_for_a_composition_and_hears_its_commit(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}lookup.html")
    page.get_by_role("searchbox", name="Word or phrase").focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "ちょうせい", "selectionStart": 5, "selectionEnd": 5})
    page.wait_for_timeout(600)
    assert page.get_by_role("status").first.inner_text() == ""
    session.send("Input.insertText", {"text": "調整"})
    expect(page.locator(".ty-pairs [lang=ja] mark").filter(has_text="調整").first).to_be_visible()


def test_what_is_nowhere_is_said_so(any_site: str, page: Page) -> None:
    page.goto(f"{any_site}lookup.html?q=zzzz")
    expect(page.get_by_role("status").filter(has_text="No passage")).to_be_visible()


def test_the_checklist_sorts_and_narrows(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}renderings.html")
    table = page.locator(".ty-sortable").first
    table.get_by_role("button", name="Sort by Number").click()
    numbers = [int(text) for text in table.locator("tbody tr td:nth-child(3)").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    table.get_by_role("button", name="Sort by Remarks").click()
    assert table.locator("tbody tr td:last-child").first.inner_text()
    page.get_by_label("Only one-to-many renderings").check()
    expect(page.locator("#term-common-situational-awareness")).to_be_visible()
    expect(page.locator("#term-acm")).to_be_hidden()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_numbers_of_a_column_end_on_one_line(http_site: str, page: Page, lang: str) -> None:
    page.goto(http_site + in_language("verbs.html", lang))
    ends = page.locator("table.ty-verbs").evaluate_all(ENDS)
    assert len(ends) > 5
    assert [column for column in ends if max(column) - min(column) > 1] == []


def test_every_box_of_the_drawing_leads_to_its_entry(any_site: str, page: Page) -> None:
    page.goto(f"{any_site}bodies.html")
    for box in page.locator("svg.ty-bodies a").all():
        href = box.get_attribute("href") or ""
        box.focus()
        page.keyboard.press("Enter")
        expect(passage(page, href.removeprefix("#"))).to_be_in_viewport()
