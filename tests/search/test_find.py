"""Search as a reader meets it, over HTTP and from a folder."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from project import ROOT

DONE = ".ty-hits[data-done]"
QUERIES = json.loads((ROOT / "benchmarks" / "queries.json").read_text("utf-8"))
SURE = [query for query in QUERIES if query["kind"] in {"citation", "acronym", "width", "variant"}]


def results(page: Page, site: str, query: str, more: str = "") -> list[str]:
    page.goto(f"{site}search.html?q={quote(query)}{more}")
    page.wait_for_selector(DONE)
    return [hit.get_attribute("data-id") or "" for hit in page.locator(".ty-hits [data-id]").all()]


def type_in(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    # A slow machine answers half a word on the way: wait for the answer to all of them, and for all of it.
    asked = re.compile(re.escape(urlencode({"q": words})) + "$")
    expect(page.locator(".ty-find-all")).to_have_attribute("href", asked)
    expect(page.locator("#ty-find-list[aria-busy=false] .ty-hit").first).to_be_visible()


ASK = """async (queries) => {
  const field = document.querySelector("#ty-search input");
  field.focus();
  const here = () => ["citation", "findCite", "find"].every((part) => taiyaku[part]);
  while (!here()) await new Promise((resolve) => setTimeout(resolve, 20));
  const all = [];
  for (const query of queries) {
    const found = await taiyaku.find.search(query);
    all.push((await Promise.all(found.order.slice(0, 10).map(taiyaku.find.entry))).map((entry) => entry.id));
  }
  return all;
}"""


def asked(page: Page, site: str, queries: list[dict[str, Any]]) -> list[list[str]]:
    page.goto(f"{site}index.html")
    found: list[list[str]] = page.evaluate(ASK, [query["query"] for query in queries])
    return found


def test_what_must_come_first_does(file_site: str, page: Page) -> None:
    found = asked(page, file_site, SURE)
    late = [query["query"] for query, ids in zip(SURE, found, strict=True) if ids[0] not in query["relevant"]]
    assert late == []


CITED = {
    "guidelines-2015:IV.A.1": [
        "IV.A.1",
        "Ⅳ.A.1",
        "iv a 1",
        "IV(A)(1)",
        "2015 Guidelines, ch. IV, A, 1",
        "第4章A1",
        "第Ⅳ章 A 1",
    ],
    "guidelines-2015:III.A": [
        "第Ⅲ章A",
        "第三章A",
        "Ⅲ．Ａ",
        "§ III.A",
        "chapter III, section A",
        "2015年指針 Ⅲ.A",
    ],
    "guidelines-1997:IV.2.2.d.ii": [
        "1997 IV 2 (2) d ii",
        "guidelines-1997:IV.2.2.d.ii",
        "1997 Guidelines IV.2.(2).d.ii",
    ],
    "guidelines-1997:annex": ["1997 annex", "guidelines-1997:annex"],
    "defense-of-japan-2019:3.3.1": [
        "DoJ 2019 III-2-1, 3.3(1)",
        "white paper 3.3.(1)",
        "3.3.1",
        "2019年防衛白書 3.3(1)",
    ],
    "defense-of-japan-2019:fig-5": ["Fig. III-2-1-5", "fig-5", "defense-of-japan-2019:fig-5"],
    "guidelines-2015:IV.C.2.b.ii": ["IV.C.2.b.ii", "IV C 2 b ii", "guidelines-2015:IV.C.2.b.ii.p2"],
    "guidelines-2015": ["2015 Guidelines", "guidelines-2015"],
}


def test_citations_lead_straight_to_the_clause(file_site: str, page: Page) -> None:
    forms = [(form, id) for id, forms in CITED.items() for form in forms]
    found = asked(page, file_site, [{"query": form} for form, _ in forms])
    assert [(form, ids[:1]) for (form, id), ids in zip(forms, found, strict=True) if ids[:1] != [id]] == []


def test_folder_and_host_answer_alike(file_site: str, http_site: str, page: Page) -> None:
    assert asked(page, file_site, QUERIES) == asked(page, http_site, QUERIES)


def test_the_page_of_results_lists_what_the_engine_found(file_site: str, page: Page) -> None:
    [found] = asked(page, file_site, [{"query": "避難民"}])
    assert results(page, file_site, "避難民")[:10] == found


SLIPS = {
    "humanitarian": ["uhmanitarian", "umanitarian", "hunanitarian", "humanitarain", "humanitariam"],
    "missiles": ["imssile", "nissile", "misslie", "missilw"],
    "peacetime": ["epacetime", "eacetime", "peactime", "paecetimr", "paecetmie"],
}


def test_a_slip_anywhere_in_a_word_is_mended(file_site: str, page: Page) -> None:
    asked(page, file_site, [])  # loads the engine
    for word, slips in SLIPS.items():
        script = "async (all) => Promise.all(all.map(async (q) => (await taiyaku.find.search(q)).mended))"
        found = page.evaluate(script, [f"support {slip} matters" for slip in slips])
        assert dict(zip(slips, found, strict=True)) == {slip: [word] for slip in slips}


MISSPELT = [query["query"] for query in QUERIES if query["kind"] == "typo"]
MOST = 40_000
"""Bytes, compressed, before the first result: engine, manifest and pieces."""


def test_a_misspelt_query_loads_little(
    built_site: Path, http_site: str, open_page: Callable[..., Page]
) -> None:
    loaded = {}
    for query in MISSPELT:
        page = open_page(f"{http_site}index.html")
        requests: list[str] = []
        page.on("request", lambda request, requests=requests: requests.append(urlsplit(request.url).path))
        page.evaluate(ASK.replace("slice(0, 10)", "slice(0, 1)"), [query])
        files = {built_site / path.lstrip("/") for path in requests}
        loaded[query] = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
        page.close()
    assert {query: size for query, size in loaded.items() if not 20_000 < size < MOST} == {}


def test_nothing_is_loaded_before_the_box_is_focused(any_site: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{any_site}guidelines-2015/iv.html", wait_until="load")
    assert not [url for url in asked if "assets/search/" in url or url.endswith(("find.js", "citation.js"))]
    with page.expect_request("**/assets/search/manifest.js"):
        page.keyboard.press("s")


def test_keyboard_from_the_box_to_the_marked_clause(any_site: str, page: Page) -> None:
    page.goto(f"{any_site}index.html")
    type_in(page, "logistic support")
    expect(page.locator(".ty-hit-twin mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#ty-find-list [aria-selected=true]")
    expect(page.locator("#ty-search input")).to_have_attribute(
        "aria-activedescendant", chosen.get_attribute("id") or ""
    )
    id = chosen.get_attribute("data-id") or ""
    page.keyboard.press("Enter")
    page.wait_for_selector("mark.ty-hl")
    expect(page).to_have_url(re.compile(re.escape("#" + id.split(":")[1]) + "$"))
    assert {"en", "ja"} <= set(
        page.locator("mark.ty-hl").evaluate_all("all => all.map(m => m.closest('[lang]').lang)")
    )
    page.keyboard.press("Escape")
    expect(page.locator("mark.ty-hl")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("hl="))


def test_escape_closes_and_enter_alone_leads_to_all_results(any_site: str, page: Page) -> None:
    page.goto(f"{any_site}ja/index.html")
    type_in(page, "避難民")
    page.keyboard.press("Escape")
    expect(page.locator(".ty-find-panel")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/ja/search\.html\?q="))
    page.wait_for_selector(DONE)


def test_a_composition_is_waited_for_and_its_commit_heard(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}index.html")
    page.keyboard.press("/")
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "ひなんみん", "selectionStart": 5, "selectionEnd": 5})
    page.wait_for_timeout(300)
    expect(page.locator(".ty-find-panel")).to_be_hidden()
    client.send("Input.insertText", {"text": "避難民"})
    expect(page.locator("#ty-find-list [data-id='guidelines-2015:IV.B.3']")).to_be_visible()


@pytest.mark.parametrize(
    ("prefix", "query", "called"),
    [
        ("", "1997 annex", "Annex"),
        ("ja/", "1997 annex", "別表"),
        ("", "Fig. III-2-1-2", "Fig. III-2-1-2"),
        ("ja/", "Fig. III-2-1-2", "図表III-2-1-2"),
    ],
)
def test_a_result_is_called_as_on_the_pages_of_its_language(
    file_site: str, page: Page, prefix: str, query: str, called: str
) -> None:
    page.goto(f"{file_site}{prefix}search.html?q={query}")
    expect(page.locator("[data-id] .ty-num").first).to_have_text(called)


def test_both_languages_are_lit(file_site: str, page: Page) -> None:
    results(page, file_site, "後方支援")
    hit = page.locator("[data-id='guidelines-2015:IV.A.6']")
    expect(hit.locator(".ty-hit-text[lang=ja] mark").first).to_have_text("後方支援")
    expect(hit.locator(".ty-hit-twin[lang=en] mark").first).to_have_text("logistic support")


LANGUAGE = [
    ('"maritime order"', "guidelines-2015:IV.A.3", "guidelines-1997:V"),
    ("in:1997 refugees", "guidelines-1997:V.2.1.a", "guidelines-2015:IV.B.3"),
    ("lang:ja refugees", "guidelines-2015:IV.B.3", "guidelines-1997:V.2.1.a"),
    ("kind:term ACM", "glossary:acm", "guidelines-2015:III.A"),
    ("search rescue -combat", "guidelines-2015:IV.E", "guidelines-2015:IV.C.2.c.ii"),
]


@pytest.mark.parametrize(("query", "wanted", "unwanted"), LANGUAGE)
def test_query_language(file_site: str, page: Page, query: str, wanted: str, unwanted: str) -> None:
    found = results(page, file_site, query)
    assert wanted in found
    assert unwanted not in found


@pytest.mark.parametrize(("prefix", "first"), [("", "2015 Guidelines"), ("ja/", "2015年指針")])
def test_a_document_can_be_chosen_before_anything_is_asked(
    any_site: str, page: Page, prefix: str, first: str
) -> None:
    page.goto(f"{any_site}{prefix}search.html")
    documents = page.locator("select[name=in] option")
    expect(documents).to_have_count(4)
    expect(documents.nth(1)).to_have_text(first)
    page.select_option("select[name=in]", "guidelines-1997")
    page.locator(".ty-results input[name=q]").fill("refugees")
    expect(page.locator("[data-id]").first).to_have_attribute("data-id", re.compile("^guidelines-1997:"))
    expect(documents.nth(1)).to_have_text(re.compile(r"\(\d+\)$"))


def test_filters_count_and_are_kept_in_the_address(file_site: str, page: Page) -> None:
    found = results(page, file_site, "refugees")
    page.select_option("select[name=in]", "guidelines-1997")
    expect(page.locator(".ty-hits [data-id^='guidelines-2015']")).to_have_count(0)
    expect(page).to_have_url(re.compile("in=guidelines-1997"))
    assert results(page, file_site, "refugees", "&in=guidelines-1997") == [id for id in found if "1997" in id]
    expect(page.locator(".ty-results [role=status]")).to_contain_text("result")


def test_grouped_by_document(file_site: str, page: Page) -> None:
    documents = [id.split(":")[0] for id in results(page, file_site, "maritime security", "&by=document")]
    assert len(set(documents)) == sum(a != b for a, b in zip(documents, ["", *documents], strict=False))


def test_nothing_found_offers_the_nearest(file_site: str, page: Page) -> None:
    assert results(page, file_site, "qqxzzy") == []
    assert page.locator(".ty-results .ty-find-near a").count() >= 3


def test_view_is_kept_and_what_it_hides_is_offered(file_site: str, page: Page) -> None:
    page.goto(f"{file_site}guidelines-2015/i.html?view=ja")
    type_in(page, "refugee")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**hl=refugees**")
    unseen = page.locator("mark.ty-hl[lang=en], [lang=en] mark.ty-hl").first
    expect(unseen).to_be_attached()
    expect(page.locator("html")).to_have_attribute("data-view", "ja")
    page.click("text=Found in the English")
    expect(page.locator("html")).to_have_attribute("data-view", "both")
    expect(unseen).to_be_visible()
    expect(page.locator(".ty-hl-bar button")).to_have_text(["Remove marks"])


def test_on_a_phone(any_site: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{any_site}index.html", viewport={"width": 360, "height": 740})
    page.click(".ty-search-button")
    page.keyboard.type("サイバー")
    expect(page.locator("#ty-find-list[aria-busy=false] .ty-hit").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_every_result_leads_somewhere(built_site: Path, file_site: str, page: Page) -> None:
    results(page, file_site, "okinawa")
    for link in page.locator(".ty-hits a").all():
        path = (link.get_attribute("href") or "").split("?")[0].split("#")[0]
        assert (built_site / path).is_file(), path
