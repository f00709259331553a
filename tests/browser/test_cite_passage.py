"""What is cited: every block in its own text; a selection in its words, its place and its counterpart."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from edition import DOCUMENTS, blocks

DIALOG = "dialog.ty-cite-dialog[open]"
# Selects from the first text in one element to the end of the last in another.
SELECT = """([from, to]) => {
    const texts = at => {
        const all = document.createTreeWalker(document.querySelector(at), NodeFilter.SHOW_TEXT), found = [];
        while (all.nextNode()) if (all.currentNode.data.trim()) found.push(all.currentNode);
        return found; };
    const end = texts(to).at(-1), range = document.createRange();
    range.setStart(texts(from)[0], 0); range.setEnd(end, end.length);
    getSelection().removeAllRanges(); getSelection().addRange(range); }"""
# A point on words that are no link.
PLAIN = """at => { const text = [...document.querySelector(at).childNodes].find(
        node => node.nodeType === 3 && node.data.trim().length > 4);
    const range = document.createRange(); range.setStart(text, 1); range.setEnd(text, 2);
    const box = range.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }"""
QUOTED = """id => new Promise(done => {
    const kept = taiyaku.cited, script = document.createElement("script"); let facts;
    taiyaku.cited = given => { facts = given; kept(given); };
    script.src = taiyaku.meta("base") + "assets/cite/" + id + ".js?again";
    script.onload = () => done([...document.querySelectorAll(".ty-cite")].map(
        ({dataset: {anchor}}) => [anchor, taiyaku.passage(anchor, null, facts, "").quotes]));
    document.head.append(script); })"""


def cell(anchor: str, lang: str) -> str:
    return f"[id='{anchor}'] > [lang={lang}]"


def cited(page: Page) -> dict[str, str]:
    """Press `c`; say what the dialog then says, with the words in both languages where there are both."""
    page.keyboard.press("c")
    page.wait_for_selector(DIALOG)
    made = {"title": page.locator("#ty-cite-title").inner_text().removeprefix("Cite ")}
    made["link"] = page.locator(".ty-cite-link a").inner_text()
    both = page.locator("input[value=both]")
    if both.is_enabled():
        both.check()
    for lang in ("en", "ja"):
        words = page.locator(f".ty-cite-quote [lang={lang}]").all_text_contents()
        made[lang] = words[0][1:-1] if words else ""
    return made


def text(id: str, lang: str) -> str:
    return str(blocks()[id][lang])


def rows_of(id: str, lang: str) -> Iterator[str]:
    for row in blocks()[id]["rows"][lang]:
        said = [" ".join(part for part in (own["text"], "; ".join(own["items"])) if part) for own in row]
        yield " | ".join(part for part in said if part)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_block_is_quoted_word_for_word(http_site: str, page: Page, document: str) -> None:
    page.goto(f"{http_site}{document}/full.html")
    page.keyboard.press("c")  # loads what cites
    page.wait_for_selector(DIALOG)
    quotes = {f"{document}:{anchor}": own for anchor, own in page.evaluate(QUOTED, document)}
    compared = 0
    for id in blocks().keys() & quotes.keys():
        for lang in ("en", "ja"):
            rows = blocks()[id]["rows"][lang]
            said = "\n\n".join(rows_of(id, lang)) if rows else text(id, lang) if blocks()[id][lang] else ""
            if not blocks()[id]["items"]:
                assert quotes[id][lang].split() == said.split(), id
                compared += bool(said)
    assert compared > 50


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_three_clicks_cite_the_paragraph_and_no_more(http_site: str, page: Page, lang: str) -> None:
    page.goto(f"{http_site}guidelines-2015/iv.html#IV.A.1")
    spot = page.evaluate(PLAIN, cell("IV.A.1.p2", lang))
    page.mouse.click(*spot, click_count=3)
    made = cited(page)
    assert made["title"] == "IV.A.1, para. 2"
    assert made[lang] == text("guidelines-2015:IV.A.1.p2", lang)
    assert "#IV.A.1.p2:~:text=" in made["link"]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_several_paragraphs_have_all_their_counterparts(http_site: str, page: Page, lang: str) -> None:
    page.goto(f"{http_site}guidelines-2015/iv.html#IV.C.2.a")
    page.evaluate(SELECT, [cell("IV.C.2.a.p1", lang), cell("IV.C.2.a.p3", lang)])
    made = cited(page)
    assert made["title"] == "IV.C.2.a"
    for each in ("en", "ja"):
        whole = "\n\n".join(text(f"guidelines-2015:IV.C.2.a.p{n}", each) for n in (1, 2, 3))
        assert made[each] == whole


def test_a_selection_over_both_columns_is_cited_in_the_language_where_it_begins(
    http_site: str, page: Page
) -> None:
    page.goto(f"{http_site}guidelines-2015/iv.html#IV.A.1")
    page.evaluate(SELECT, [cell("IV.A.1.p2", "en"), cell("IV.A.1.p2", "ja")])
    made = cited(page)
    assert made["title"] == "IV.A.1, para. 2"
    assert {each: made[each] for each in ("en", "ja")} == {
        each: text("guidelines-2015:IV.A.1.p2", each) for each in ("en", "ja")
    }


@pytest.mark.parametrize(
    ("path", "start", "end", "title"),
    [
        ("guidelines-2015/i.html", cell("I.p2.i1", "en"), cell("I.p2.i3", "en"), "I, para. 2, list"),
        ("guidelines-2015/iv.html", cell("IV.A.1.p1", "en"), cell("IV.A.2.p1", "en"), "IV.A"),
        ("guidelines-2015/iv.html", "[id='IV.A.1']", cell("IV.A.1.p1", "en"), "IV.A.1"),
        (
            "guidelines-2015/full.html",
            cell("I.p1", "en"),
            "[id='II.A'] [lang=en]",
            "The Guidelines for Japan-U.S. Defense Cooperation",
        ),
    ],
    ids=["items of a list", "two clauses", "a heading and its text", "two chapters"],
)
def test_a_selection_is_cited_by_what_holds_all_of_it(
    http_site: str, page: Page, path: str, start: str, end: str, title: str
) -> None:
    page.goto(http_site + path)
    page.evaluate(SELECT, [start, end])
    assert cited(page)["title"] == title


def test_a_heading_is_quoted_in_both_languages(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}guidelines-2015/iv.html")
    page.evaluate(SELECT, ["[id='IV.A.1'] [lang=ja]"] * 2)
    made = cited(page)
    assert made["title"] == "IV.A.1"
    for lang in ("en", "ja"):
        assert made[lang] == page.locator(f"[id='IV.A.1'] [lang={lang}]").inner_text()


def test_cells_of_a_table_are_quoted_apart_and_found_again(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}guidelines-1997/annex.html")
    page.evaluate(SELECT, ["[id='annex.p1.r2'] th:last-of-type", "[id='annex.p1.r2'] td li:nth-child(2)"])
    made = cited(page)
    assert made["title"] == "annex, table, row 2"
    assert made["en"] == (
        "Relief activities and measures to deal with refugees | Transportation of personnel and supplies to "
        "the affected area; Medical services, communications and transportation in the affected area"
    )
    assert made["link"].endswith(
        "#annex.p1.r2:~:text=Relief%20activities%20and%20measures%20to,transportation%20in%20the%20affected%20area"
    )


def test_words_of_an_event_are_quoted_as_they_were_selected(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}timeline.html")
    page.evaluate(SELECT, [".ty-event .ty-title [lang=en]"] * 2)
    page.evaluate(
        """() => { const own = getSelection(), range = own.getRangeAt(0);
        range.setEnd(range.startContainer, 10); own.removeAllRanges(); own.addRange(range); }"""
    )
    made = cited(page)
    assert made["en"] == page.locator(".ty-event .ty-title [lang=en]").first.inner_text()[:10].strip()


def test_the_first_page_of_a_document_is_cited_as_the_document(http_site: str, page: Page) -> None:
    page.goto(f"{http_site}guidelines-2015/index.html")
    page.keyboard.press("c")
    page.wait_for_selector(DIALOG)
    page.locator("#ty-cite-style").select_option("bibtex")
    assert "@techreport{guidelines-2015," in page.locator(".ty-cite-text").inner_text()


def test_pressing_the_key_twice_opens_one_dialog(http_site: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{http_site}guidelines-2015/iv.html")
    page.keyboard.press("c")
    page.keyboard.press("c")
    expect(page.locator(DIALOG)).to_have_count(1)
