"""Measure, alignment and width: what a reader's eye would notice first."""

from collections.abc import Callable
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from reading import CHAPTER, PHONE, WIDTHS, each, in_language, side

# The characters of each line of a paragraph but its last, by where the browser set them.
LINES = """cells => cells.map(cell => {
  const lines = new Map(), range = document.createRange();
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) for (let i = 0; i < walker.currentNode.length; i++) {
    range.setStart(walker.currentNode, i); range.setEnd(walker.currentNode, i + 1);
    const box = range.getClientRects()[0];
    if (box) { const y = Math.round(box.bottom / 8); lines.set(y, (lines.get(y) || 0) + 1); }
  }
  return [...lines].sort((a, b) => a[0] - b[0]).map(line => line[1]).slice(0, -1);
}).flat()"""

# How far apart the first baselines of the two sides of each row are.
STEPS = """rows => rows.map(row => {
  const lines = [...row.querySelectorAll(':scope > [lang]')].map(cell => {
    const mark = document.createElement('span');
    mark.style.display = 'inline-block';
    (cell.querySelector('p') || cell).prepend(mark);
    return mark.getBoundingClientRect().bottom;
  });
  return [row.id, lines.length === 2 ? Math.abs(lines[0] - lines[1]) : 0];
})"""

# What tells a first language from a second one that is set in below it.
STYLE = """side => {
  const { fontSize, fontWeight, color, paddingLeft, borderLeftWidth } = getComputedStyle(side);
  return [fontSize, fontWeight, color, paddingLeft, borderLeftWidth];
}"""


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(("column", "least", "most"), [("en", 55, 72), ("ja", 30, 40)])
@pytest.mark.parametrize("view", ["both", "alone"])
def test_each_column_has_a_readers_measure(
    http_site: str, page: Page, lang: str, column: str, least: int, most: int, view: str
) -> None:
    asked = column if view == "alone" else "both"
    page.goto(f"{http_site}{in_language(CHAPTER, lang)}?view={asked}")
    lines = page.locator(f".ty-paragraph > [lang={column}]").evaluate_all(LINES)
    assert len(lines) > 100
    assert least <= median(lines) <= most


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("path", [CHAPTER, "guidelines-2015/ii.html", "guidelines-2015/vi.html"])
def test_the_columns_begin_on_one_line(http_site: str, page: Page, lang: str, path: str) -> None:
    page.goto(http_site + in_language(path, lang))
    steps = page.locator(".ty-bi .ty-row").evaluate_all(STEPS)
    assert len(steps) >= 5
    assert {id: step for id, step in steps if step > 2} == {}


@each()
def test_nothing_scrolls_sideways(http_site: str, page: Page, path: str) -> None:
    page.goto(http_site + path)
    wider = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if room[0] > room[1]:
            wider[width] = room
    assert wider == {}


@each("glossary", "timeline", "chapter")
def test_nothing_scrolls_sideways_from_a_folder(
    file_site: str, open_page: Callable[..., Page], path: str
) -> None:
    page = open_page(file_site + path, viewport=PHONE, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize(("lang", "upper", "lower"), [("en", "en", "ja"), ("ja", "ja", "en")])
def test_on_a_phone_the_languages_stack(
    http_site: str, open_page: Callable[..., Page], lang: str, upper: str, lower: str
) -> None:
    page = open_page(http_site + in_language(CHAPTER, lang), viewport=PHONE)
    for id in ("IV", "IV.p1", "IV.p3.i2", "IV.A.p2", "IV.A.1"):
        first, second = (side(page, id, which).bounding_box() for which in (upper, lower))
        assert first["y"] + first["height"] <= second["y"], id
        assert all(box["x"] + box["width"] <= PHONE["width"] for box in (first, second)), id


@pytest.mark.parametrize("id", ["IV.B.3", "IV.B.3.p1", "IV.p3.i2"])
def test_on_a_phone_one_language_alone_is_set_as_the_first(
    http_site: str, open_page: Callable[..., Page], id: str
) -> None:
    """Japanese alone on the English page is no second column: it is set as on the Japanese page."""
    page = open_page(f"{http_site}{CHAPTER}?view=ja", viewport=PHONE)
    set_as = side(page, id, "ja").evaluate(STYLE)
    page.goto(f"{http_site}ja/{CHAPTER}?view=ja")
    assert side(page, id, "ja").evaluate(STYLE) == set_as


def inside(box: dict[str, Any], page: Page) -> bool:
    return box["y"] + box["height"] <= page.viewport_size["height"]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_home_page_leads_on_in_its_first_screen(http_site: str, page: Page, lang: str) -> None:
    page.goto(http_site + in_language("index.html", lang))
    for target in (
        "guidelines-2015/index.html",
        "guidelines-1997/index.html",
        "defense-of-japan-2019/index.html",
        "timeline.html",
        "glossary.html",
        "cite.html",
    ):
        link = page.get_by_role("main").locator(f'a[href="{target}"]').first
        expect(link).to_be_visible()
        assert inside(link.bounding_box(), page), target


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_reader_s_colours_come_first(http_site: str, open_page: Callable[..., Page], theme: str) -> None:
    page = open_page(http_site + CHAPTER, color_scheme=theme)
    light = "document.documentElement.dataset.theme !== 'dark'"
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert page.evaluate(light) is (theme == "light")
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != ground
    page.goto(f"{http_site}timeline.html")
    assert page.evaluate(light) is (theme == "dark")
