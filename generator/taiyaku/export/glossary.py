"""`data/glossary.json`: the terms, and every occurrence of each."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from ..address import Addresses
from ..attest import attestation
from ..model import Both, Edition, Occurrence, Term
from .corpus import Json, urls, words


def glossary(edition: Edition) -> Json:
    """Return the glossary as JSON values, terms in the order of their ids."""
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in edition.occurrences:
        found[occurrence.term].append(occurrence)
    attested = attestation(edition)
    addresses = Addresses(edition.documents)
    terms = sorted(edition.corpus.glossary.terms, key=lambda term: term.id)
    return {"terms": [_term(term, found[term.id], attested[term.id], addresses) for term in terms]}


def _term(term: Term, found: list[Occurrence], attested: dict[str, bool], addresses: Addresses) -> Json:
    variants: Both[list[str]] = Both(en=list(term.variants.en), ja=list(term.variants.ja))
    entry: dict[str, Any] = {
        "id": term.id,
        "abbreviation": term.abbreviation or None,
        "term": words(term.term),
        "reading": term.reading,
        "variants": {"en": variants.en, "ja": variants.ja},
        "definition": words(term.definition),
        "attested": attested,
        "defined_in": list(term.defined_in),
        "related": list(term.related),
        "broader": list(term.broader),
        "narrower": list(term.narrower),
        "succeeded_by": list(term.succeeded_by),
        "occurrences": [_occurrence(occurrence) for occurrence in found],
        "url": urls(f"glossary:{term.id}", addresses),
    }
    return entry


def _occurrence(occurrence: Occurrence) -> Json:
    part = {"part": occurrence.part} if occurrence.part else {}
    return {
        "block": occurrence.id,
        **part,
        "lang": occurrence.lang,
        "offset": occurrence.offset,
        "length": occurrence.length,
    }
