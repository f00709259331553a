"""The timeline: filters that an address keeps, and every event to read without a script."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from reading import PHONE, in_language, passage

TIMELINE = "timeline.html"


@pytest.fixture(scope="session")
def events(built_site: Path) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((built_site / "data/timeline.json").read_bytes())["events"]
    return listed


def shown(page: Page) -> Locator:
    return page.locator("li.ty-event").filter(visible=True)


def ids(page: Page) -> set[str]:
    return set(shown(page).evaluate_all("all => all.map(event => event.id)"))


def facet(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=name, exact=True)


@pytest.mark.parametrize(
    ("lang", "kinds", "eras", "treaty", "words"),
    [
        ("en", "Kind", "Era", "Treaty", "Events shown: {n} of {all}"),
        ("ja", "種別", "時期", "条約", "表示中の出来事：{all}件中{n}件"),
    ],
)
def test_filters_by_kind_and_era(
    any_site: str, page: Page, events: list, lang: str, kinds: str, eras: str, treaty: str, words: str
) -> None:
    def said(n: int) -> None:
        expect(page.get_by_role("status").filter(has_text=words.format(n=n, all=len(events)))).to_be_visible()

    page.goto(any_site + in_language(TIMELINE, lang))
    said(len(events))
    facet(page, kinds).get_by_role("button", name=treaty).click()
    treaties = {event["id"] for event in events if event["kind"] == "treaty"}
    expect(shown(page)).to_have_count(len(treaties))
    assert ids(page) == treaties
    said(len(treaties))
    expect(facet(page, kinds).locator("[aria-pressed=true]")).to_have_text([treaty])

    facet(page, eras).get_by_role("button", name="1951–1959").click()
    both = {e["id"] for e in events if e["kind"] == "treaty" and e["era"] == "former-treaty"}
    expect(shown(page)).to_have_count(len(both))
    assert ids(page) == both
    # The state is in the address, and the address brings it back.
    expect(page).to_have_url(re.compile(r"timeline\.html\?kind=treaty&era=former-treaty$"))
    page.reload()
    expect(shown(page)).to_have_count(len(both))
    said(len(both))

    for name in (kinds, eras):
        facet(page, name).get_by_role("button").first.click()
    expect(shown(page)).to_have_count(len(events))
    expect(page).to_have_url(re.compile(r"timeline\.html$"))


def test_kinds_can_be_joined(http_site: str, page: Page, events: list) -> None:
    page.goto(f"{http_site}{TIMELINE}?kind=treaty,meeting")
    assert ids(page) == {event["id"] for event in events if event["kind"] in {"treaty", "meeting"}}


def test_an_era_without_events_is_not_shown(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}{TIMELINE}?era=former-treaty")
    expect(page.locator("section.ty-era").filter(visible=True)).to_have_count(1)


def test_nonsense_in_the_address_does_no_harm(http_site: str, page: Page, events: list) -> None:
    page.goto(f"{http_site}{TIMELINE}?kind=&era=#no-such-event")
    expect(shown(page)).to_have_count(len(events))


def test_a_link_to_a_filtered_out_event_reveals_it(any_site: str, page: Page) -> None:
    page.goto(f"{any_site}{TIMELINE}?kind=meeting#1960-security-treaty")
    expect(passage(page, "1960-security-treaty")).to_be_in_viewport()


def test_a_link_to_a_filtered_out_era_reveals_it(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}{TIMELINE}?era=former-treaty")
    page.get_by_role("navigation", name="Eras").get_by_role("link", name="2013–2019").click()
    expect(passage(page, "era-new-guidelines")).to_be_in_viewport()


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("width", [360, 1440])
def test_without_a_script_every_event_is_there(
    any_site: str, open_page: Callable[..., Page], events: list, lang: str, width: int
) -> None:
    viewport = {**PHONE, "width": width}
    page = open_page(any_site + in_language(TIMELINE, lang), java_script_enabled=False, viewport=viewport)
    titles = page.locator(f".ty-event .ty-title > [lang={lang}]").filter(visible=True)
    expect(titles).to_have_count(len(events))
    for written, event in zip(titles.all_inner_texts(), events, strict=True):
        assert written.removesuffix("†").strip() == event["title"][lang].strip()
    expect(page.locator("main button:visible, main input:visible")).to_have_count(0)
    assert page.locator("html").evaluate("html => html.scrollWidth <= html.clientWidth")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_an_event_leads_to_its_source(any_site: str, page: Page, lang: str) -> None:
    page.goto(any_site + in_language(TIMELINE, lang))
    passage(page, "1951-former-treaty-signed").locator(".ty-sources").get_by_role("link").first.click()
    expect(page).to_have_url(f"{any_site}{in_language('defense-of-japan-2019/2.html', lang)}#fig-1.p1.r1")
    expect(passage(page, "fig-1.p1.r1")).to_be_in_viewport()


def test_the_strip_of_eras_has_a_tick_for_each_event(http_site: str, page: Page, events: list) -> None:
    page.goto(http_site + TIMELINE)
    expect(page.get_by_role("navigation", name="Eras").locator(".ty-tick")).to_have_count(len(events))
