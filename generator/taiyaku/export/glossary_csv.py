"""`data/glossary.csv`: a line a term, for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from ..address import Addresses
from ..attest import attestation
from ..model import LANGS, Edition, Term
from ..terms.concordance import counts
from ..terms.index import index
from .csv_tables import table

_HEAD = (
    "id",
    "abbreviation",
    "term_en",
    "term_ja",
    "reading",
    "attested_en",
    "attested_ja",
    "variants_en",
    "variants_ja",
    "definition_en",
    "definition_ja",
    "defined_in",
    "documents",
    "related",
    "broader",
    "narrower",
    "succeeded_by",
    "url_en",
    "url_ja",
)


def glossary_csv(edition: Edition) -> str:
    """Return the glossary as CSV; lists within a cell are parted by `; `, counts stand last."""
    made, found = index(edition), attestation(edition)
    addresses = Addresses(edition.documents)
    columns = [
        (pairs.document.manifest.id, lang)
        for pairs in edition.documents
        for lang in pairs.document.manifest.languages
    ]
    head = (*_HEAD, *(f"{document}_{lang}" for document, lang in columns))
    terms = sorted(edition.corpus.glossary.terms, key=lambda term: term.id)
    rows = []
    for term in terms:
        number = counts(made, term.id)
        numbers = [str(number[column]) for column in columns]
        rows.append([*_row(term, found[term.id], addresses), *numbers])
    return table(head, rows)


def _row(term: Term, attested: dict[str, bool], addresses: Addresses) -> Sequence[str]:
    lists = (term.defined_in, term.documents, term.related, term.broader, term.narrower, term.succeeded_by)
    return (
        term.id,
        term.abbreviation,
        term.term.en,
        term.term.ja,
        term.reading,
        *("yes" if attested[lang] else "no" for lang in LANGS),
        *("; ".join(term.variants.get(lang)) for lang in LANGS),
        *(" ".join(term.definition.get(lang).split()) for lang in LANGS),
        *("; ".join(each) for each in lists),
        *(addresses.url(f"glossary:{term.id}", lang) for lang in LANGS),
    )
