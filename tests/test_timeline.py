"""The timeline's data: dates, eras, sources, and every milestone and consultation of the texts."""

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from edition import blocks, clauses, data, edition
from taiyaku.ledger import entries
from taiyaku.model import Timeline
from taiyaku.render.context import layers
from taiyaku.render.timeline import timeline

WHITE_PAPER = "defense-of-japan-2019"


def _events() -> list[dict[str, Any]]:
    return data("corpus")["timeline"]["events"]


def test_events_stand_in_the_order_of_their_dates_once_each() -> None:
    dates = [event["date"] for event in _events()]
    assert dates == sorted(dates)
    ids = [event["id"] for event in _events()]
    assert len(ids) == len(set(ids))
    assert [event["id"] for event in _events() if not event["id"].startswith(event["date"][:4])] == []


def test_a_date_is_as_precise_as_it_says() -> None:
    lengths = {"year": 4, "month": 7, "day": 10}
    assert [e["id"] for e in _events() if len(e["date"]) != lengths[e["precision"]]] == []
    assert {event["precision"] for event in _events()} == set(lengths)


def test_eras_follow_each_other_from_1951_to_2019_and_hold_their_events() -> None:
    eras = data("corpus")["timeline"]["eras"]
    years = [year for era in eras for year in range(era["from"], era["to"] + 1)]
    assert years == list(range(1951, 2020))
    spans = {era["id"]: range(era["from"], era["to"] + 1) for era in eras}
    assert [e["id"] for e in _events() if int(e["date"][:4]) not in spans[e["era"]]] == []


def test_every_source_of_an_event_is_an_id_of_the_edition() -> None:
    known = entries(edition("corpus")).keys()
    assert [(e["id"], s) for e in _events() for s in e["sources"] if s not in known] == []


def test_every_milestone_and_every_consultation_is_an_event() -> None:
    sources = [source for event in _events() for source in event["sources"]]
    rows = len(blocks()[f"{WHITE_PAPER}:fig-1.p1"]["rows"]["en"])
    assert Counter(s for s in sources if ":fig-1.p1.r" in s) == {
        f"{WHITE_PAPER}:fig-1.p1.r{n}": 1 for n in range(1, rows + 1)
    }
    consultations = [f"{WHITE_PAPER}:4.2.{n}" for n in range(1, 15)]
    assert [source for source in sources if source in consultations] == consultations
    for event in _events():
        for source in set(event["sources"]) & set(consultations):
            assert _printed_date(clauses()[source]["heading"]["en"]) == event["date"]


def _printed_date(heading: str) -> str:
    found = re.search(r"\((\w+ \d+, \d{4})\)", heading)
    assert found
    return datetime.strptime(found[1], "%B %d, %Y").replace(tzinfo=UTC).date().isoformat()


def test_the_saco_report_stands_in_1996_with_a_word_on_the_figures_1997() -> None:
    (event,) = (event for event in _events() if "SACO" in event["title"]["en"])
    assert event["date"] == "1996"
    assert set(event["sources"]) == {f"{WHITE_PAPER}:2.p3", f"{WHITE_PAPER}:fig-1.p1.r12"}
    assert "1997" in event["note"]["en"]
    assert "1997" in event["note"]["ja"]


def test_a_title_is_attested_where_a_source_has_its_words() -> None:
    addresses = blocks()
    for event in _events():
        texts = []
        for source in event["sources"]:
            found = re.match(r"(.+)\.r(\d+)$", source)
            if found:
                row = addresses[found[1]]["rows"]["en"][int(found[2]) - 1]
                texts += [cell["text"] for cell in row]
            elif source in addresses:
                texts.append(addresses[source]["en"] or "")
            elif source in clauses():
                texts.append((clauses()[source]["heading"] or {"en": ""})["en"])
        attested = any(event["title"]["en"].casefold() in text.casefold() for text in texts)
        assert event["attested"]["en"] == attested, event["id"]


def test_the_title_of_the_2015_guidelines_is_a_name_that_the_japanese_text_has() -> None:
    attested = {event["id"] for event in _events() if event["attested"]["ja"]}
    assert attested == {"2015-guidelines"}


def test_a_collection_without_events_says_so() -> None:
    whole = edition("corpus")
    none = replace(whole, corpus=replace(whole.corpus, timeline=Timeline(eras=(), events=())))
    for lang, words in (("en", "There are no events yet."), ("ja", "出来事はまだありません。")):
        path, page = timeline(layers(none), lang)
        assert path == "timeline.md"
        assert words in page
        assert "ty-filters" not in page
