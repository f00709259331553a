"""Addresses that lead on: the ids, their aliases, and addresses that never were."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from browsing import Handler, served
from project import MKDOCS, run, small_project
from reading import PHONE, in_language, passage

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


PUBLISHED = "https://edition.example/texts/deep/"


class Host(Handler):
    """A host of several sites, this one in a folder of it, with the 404 page of that folder."""

    missing = f"{urlsplit(PUBLISHED).path[1:]}404.html"


def published(folder: Path) -> Path:
    project = small_project(folder / "project")
    done = run(project, MKDOCS, PUBLISHED)
    assert done.returncode == 0, done.stderr
    site = folder / urlsplit(PUBLISHED).path[1:]
    site.parent.mkdir(parents=True)
    (project / "site").rename(site)
    return folder


@pytest.fixture
def sub_folder(once: Callable[..., Path]) -> Iterator[str]:
    """The address of an edition that knows its own, on a host where it is not alone."""
    with served(once("published-below", published), Host) as address:
        yield address + urlsplit(PUBLISHED).path[1:]


def box(page: Page, lang: str) -> Locator:
    return page.locator(f".ty-lost > [lang={lang}] input")


ASKED = {
    "guidelines-2015/IV.A.9": ("guidelines-2015:IV.A.9", "en"),
    "ja/guidelines-2015/IV.A.9.html": ("guidelines-2015:IV.A.9", "ja"),
    "id/guidelines-2015/IX.html": ("guidelines-2015:IX", "en"),
    "ja/%E9%81%BF%E9%9B%A3%E6%B0%91": ("避難民", "ja"),
    "%E0%A4%A/x": ("%E0%A4%A:x", "en"),
}


@pytest.mark.parametrize("path", ASKED)
def test_a_published_edition_s_404_page_holds_at_any_depth_and_keeps_what_was_asked_for(
    sub_folder: str, page: Page, problems: list[str], path: str
) -> None:
    query, first = ASKED[path]
    page.goto(sub_folder + path)
    expect(page.locator(".ty-lost > [lang]").first).to_have_attribute("lang", first)
    for lang in ("en", "ja"):
        expect(box(page, lang)).to_have_value(query)
    expect(page.locator("#ty-search input")).to_be_visible()
    assert [said for said in problems if path not in said] == []
    page.get_by_role("link", name="Home page").click()
    expect(page).to_have_url(f"{sub_folder}index.html")
    problems.clear()


@pytest.mark.parametrize(("lang", "button", "there"), [("en", "Open", "cite"), ("ja", "検索", "ja/search")])
def test_the_404_page_s_boxes_lead_to_the_resolver_and_the_search(
    sub_folder: str, page: Page, problems: list[str], lang: str, button: str, there: str
) -> None:
    page.goto(f"{sub_folder}guidelines-2015/IV.A.9")
    expect(box(page, lang)).to_have_value("guidelines-2015:IV.A.9")
    page.locator(f".ty-lost > [lang={lang}]").get_by_role("button", name=button).click()
    expect(page).to_have_url(f"{sub_folder}{there}.html?q=guidelines-2015%3AIV.A.9")
    problems.clear()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_404_page_of_a_published_edition_has_no_barrier(
    sub_folder: str, open_page: Callable[..., Page], problems: list[str], theme: str
) -> None:
    page = open_page(f"{sub_folder}nothing", viewport=PHONE, color_scheme=theme, bypass_csp=True)
    report = Axe().run(page, options={"preload": False})
    assert report.violations_count == 0, report.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    problems.clear()
