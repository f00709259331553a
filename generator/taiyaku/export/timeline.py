"""`data/timeline.json`: eras and events in order of date."""

from __future__ import annotations

import copy

from ..address import Addresses
from ..attest import attested, source_texts
from ..dates import era_of
from ..model import LANGS, Edition, Era, Event
from .corpus import Json, urls, words

PRECISION = {4: "year", 7: "month", 10: "day"}


def timeline(edition: Edition) -> Json:
    """Return the timeline as JSON values."""
    addresses = Addresses(edition.documents)
    texts = source_texts(edition)
    eras = edition.corpus.timeline.eras
    everything = " ".join(text for by_lang in texts.values() for text in by_lang.values())
    return {
        "eras": [_era(era, everything) for era in eras],
        "events": [_event(event, eras, texts, addresses) for event in edition.corpus.timeline.events],
    }


def schema(edition: Edition, general: Json) -> Json:
    """Return the schema of this edition's timeline: the `general` one, with the kinds that there are."""
    made = copy.deepcopy(general)
    kinds = [kind.id for kind in edition.corpus.timeline.kinds]
    made["$defs"]["event"]["properties"]["kind"] = {"enum": kinds} if kinds else {"type": "string"}
    return made


def _era(era: Era, everything: str) -> Json:
    found = {lang: era.title.get(lang) in everything for lang in LANGS}
    entry: Json = {"id": era.id, "title": words(era.title), "from": era.start, "to": era.end}
    return entry | {"attested": found, "bounds": "edition"}


def _event(
    event: Event, eras: tuple[Era, ...], texts: dict[str, dict[str, str]], addresses: Addresses
) -> Json:
    return {
        "id": event.id,
        "date": event.date,
        "precision": PRECISION[len(event.date)],
        "kind": event.kind,
        "era": era_of(event, eras).id,
        "title": words(event.title),
        "attested": attested(event, texts),
        "people": [words(person) for person in event.people],
        "sources": list(event.sources),
        "note": words(event.note),
        "url": urls(f"timeline:{event.id}", addresses),
    }
