"""`data/timeline.json`: eras and events in order of date."""

from __future__ import annotations

from ..address import Addresses
from ..model import LANGS, Edition, Era, Event
from ..units import units
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


def source_texts(edition: Edition) -> dict[str, dict[str, str]]:
    """Return the text of every id in each language: its own, and for a clause its heading."""
    texts: dict[str, dict[str, str]] = {}
    for pairs in edition.documents:
        for unit in units(pairs):
            for id in dict.fromkeys((unit.id, unit.block)):
                own = texts.setdefault(id, {})
                own[unit.lang] = f"{own.get(unit.lang, '')}\n{unit.reading.text}"
    return texts


def attested(event: Event, texts: dict[str, dict[str, str]]) -> dict[str, bool]:
    """Tell for each language whether a source of the event has its title word for word, case aside."""
    found = {}
    for lang in LANGS:
        own = (texts.get(source, {}).get(lang, "") for source in event.sources)
        found[lang] = any(event.title.get(lang).casefold() in text.casefold() for text in own)
    return found


def era_of(event: Event, eras: tuple[Era, ...]) -> Era:
    """Return the era that an event falls in."""
    year = int(event.date[:4])
    return next(era for era in eras if era.start <= year <= era.end)


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
