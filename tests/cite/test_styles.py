"""Styles: the facts of each, every clause in every style, twelve citations read by eye."""

import pytest
from ruamel.yaml import YAML

from project import ROOT
from taiyaku.cite import alike
from taiyaku.cite.citing import citation, style_ids
from taiyaku.cite.facts import Facts, entry
from taiyaku.cite.fields import Options, Place, table
from taiyaku.cite.template import EmptyField, fill, html, text
from taiyaku.model import Edition, Words

SITE = "https://example.org/"
GOLDEN = YAML(typ="safe").load((ROOT / "tests/cite/golden.yaml").read_text("utf-8"))

# The forms that the project took from the styles' own rules, without the edition's name.
FORMS = {
    "chicago-note": "The Guidelines for Japan-U.S. Defense Cooperation, Japan-United States, April 27, 2015, "
    "§ IV.A.1, URL.",
    "oscola": "Japan and United States, The Guidelines for Japan-U.S. Defense Cooperation (27 April 2015), "
    "Security Consultative Committee s IV.A.1 <URL>.",
    "apa": "Security Consultative Committee. (2015). The Guidelines for Japan-U.S. Defense Cooperation. "
    "Ministry of Defense of Japan. URL",
    "bluebook": "The Guidelines for Japan-U.S. Defense Cooperation, Japan-U.S., § IV.A.1, "
    "Apr. 27, 2015, URL.",
    "japanese": "日米安全保障協議委員会「日米防衛協力のための指針」（2015年4月27日）Ⅳ.A.1（URL）",
}


def known(edition: Edition, document: str) -> Facts:
    return alike.known(edition)[document]


@pytest.mark.parametrize("style", FORMS)
def test_the_forms_are_those_of_the_styles(edition: Edition, style: str) -> None:
    said = text(citation(known(edition, "guidelines-2015"), Place(label="IV.A.1"), style, Options(site=SITE)))
    for lang in ("ja/", ""):
        said = said.replace(f"{SITE}{lang}id/guidelines-2015/IV.A.1.html", "URL")
    assert said == FORMS[style]


def test_the_white_paper_is_a_book_with_part_chapter_and_section(edition: Edition) -> None:
    place = Place(label="3.3.1", rest="p2")
    said = text(citation(known(edition, "defense-of-japan-2019"), place, "chicago-note", Options(site=SITE)))
    assert said == (
        "Ministry of Defense (Japan), Defense of Japan 2019 (Ministry of Defense, 2019), "
        "pt. III, ch. 2, sec. 1, 3.3.(1), para. 2, https://example.org/defense-of-japan-2019/3.html#3.3.1.p2."
    )


@pytest.mark.parametrize("style", style_ids())
def test_every_clause_and_block_has_a_citation_without_a_gap(edition: Edition, style: str) -> None:
    everything = Options(site=SITE, version="1.0", accessed="2026-11-22")
    for pairs in edition.documents:
        own = known(edition, pairs.document.manifest.id)
        rests = {
            clause.label: ["", *(b.id.removeprefix(f"{clause.id}.") for b in clause.blocks)]
            for clause in pairs.clauses
        }
        for label, each in rests.items():
            for rest in each:
                for options in (Options(), everything):
                    said = text(citation(own, Place(label=label, rest=rest), style, options))
                    assert not any(
                        gap in said for gap in (", ,", "  ", "()", "（）", "{", "}", "⟦", " .", ",,", "None")
                    ), said


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: f"{case['style']}-{case['place']}")
def test_golden(edition: Edition, case: dict) -> None:
    document, _, anchor = case["place"].partition(":")
    label, _, rest = anchor.partition("/")
    own = known(edition, document)
    options = Options(site=SITE, version="1.0", accessed="2026-11-22")
    assert html(citation(own, Place(label=label, rest=rest), case["style"], options)) == case["citation"]


def test_an_event_is_the_editions_own_work() -> None:
    own = entry(
        "timeline", "timeline.html#1960-x", Words(en="An event", ja="出来事"), Words(en="Timeline", ja="年表")
    )
    for style in style_ids():
        said = text(citation(own, Place(), style, Options(site=SITE, version="1.0", accessed="2026-11-22")))
        assert ("出来事" if style == "japanese" else "An event") in said
        assert ", ," not in said


def test_every_style_has_a_form_for_every_kind_and_names_in_both_languages() -> None:
    for style in table()["styles"]:
        assert {"agreement", "report", "entry"} <= style.keys()
        assert style["name"]["en"]
        assert style["name"]["ja"]


def test_a_field_that_must_not_be_empty_is_refused() -> None:
    with pytest.raises(EmptyField, match="title"):
        fill("*{title}*⟦, {url}⟧.", {"url": "x"})
    assert html(fill("*{title}*⟦, {url}⟧.", {"title": "A & B"})) == "<i>A &amp; B</i>."


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"edition": "版1", "url": "x"}, "題（版1、x）"),
        ({"url": "x"}, "題（x）"),
        ({"edition": "版1"}, "題（版1）"),
        ({}, "題"),
    ],
)
def test_brackets_may_give_way_to_others(fields: dict[str, str], said: str) -> None:
    assert text(fill("題⟦（⟦{edition}、⟧{url}）|（{edition}）⟧", fields)) == said
