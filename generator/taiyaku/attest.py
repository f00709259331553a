"""What the texts attest and what is the edition's wording: the names of terms, the titles of events."""

from __future__ import annotations

from .link import Finder
from .model import LANGS, Edition, Event, Term, Words
from .units import units


def attestation(edition: Edition) -> dict[str, dict[str, bool]]:
    """Tell for each term and language whether a text of the edition has the term's own name."""
    texts: dict[str, list[str]] = {lang: [] for lang in LANGS}
    for pairs in edition.documents:
        for unit in units(pairs):
            texts[unit.lang].append(unit.reading.text)
    whole = {lang: "\n".join(own) for lang, own in texts.items()}
    return {
        term.id: {lang: _attested(term, lang, whole[lang]) for lang in LANGS}
        for term in edition.corpus.glossary.terms
    }


def _attested(term: Term, lang: str, text: str) -> bool:
    alone = Words(en=term.term.en) if lang == "en" else Words(ja=term.term.ja)
    finder = Finder([Term(id=term.id, term=alone, reading="", definition=Words())], lang)
    return next(finder.find(text), None) is not None


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
