"""Edition -> records: all that a search can lead to, each with its id, its texts and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .. import naming
from ..address import Addresses
from ..model import LANGS, Both, Clause, Edition, Event, Manifest, Pairs, Reading, Term, Unit, Words
from ..units import block_units, note_id

KINDS = ("document", "clause", "figure", "term", "event", "page")
Texts = tuple[str, str]
"""The same in English and in Japanese; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block, item or row: `part` is its id after the record's."""

    part: str
    texts: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One result.  `context` is searched with little weight; `aliases` are further names of it.

    `called` is what Japanese pages call it, where not by its label.
    `labels` are its label as the text of each language numbers it, the id's first; `cited` is what else it is
    cited by; `below` is the label of the clause it stands in.
    """

    id: str
    kind: str
    document: str
    path: str
    label: str
    title: Texts
    passages: tuple[Passage, ...] = ()
    context: Texts = ("", "")
    aliases: tuple[str, ...] = ()
    called: str = ""
    labels: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    below: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """Words that name one thing in both languages; `homes` are the clauses that define it.

    It counts in `documents` only, if any are named.  The first `names` forms
    of each language are what a record is indexed under; the rest are met in texts.
    """

    en: tuple[str, ...]
    ja: tuple[str, ...]
    homes: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    names: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A hand-written page: title and paragraphs in each language."""

    path: str
    title: Texts
    paragraphs: tuple[tuple[str, ...], tuple[str, ...]]


def records(edition: Edition, sheets: Iterable[Sheet] = ()) -> list[Record]:
    """Return every record: each document's with its figures last, then terms, events and pages."""
    addresses = Addresses(edition.documents)
    former = _former(edition)
    found: list[Record] = []
    for pairs in edition.documents:
        clauses = {clause.id: clause for clause in pairs.clauses}
        found.append(_document(pairs))
        ordered = sorted(pairs.clauses, key=lambda clause: clause.figure is not None)
        found += [_clause(clause, pairs.document.manifest, clauses, addresses, former) for clause in ordered]
    found += [_term(term) for term in sorted(edition.corpus.glossary.terms, key=lambda term: term.id)]
    found += [_event(event) for event in edition.corpus.timeline.events]
    return found + [_sheet(sheet) for sheet in sheets]


def both(words: Words | None) -> Texts:
    """Return words of the manifest as texts."""
    return (words.en, words.ja) if words else ("", "")


def _readings(pair: Both[Reading] | None) -> Texts:
    en, ja = (pair.en, pair.ja) if pair else (None, None)
    return (en.text if en else "", ja.text if ja else "")


def _document(pairs: Pairs) -> Record:
    manifest = pairs.document.manifest
    about = Passage(part="", texts=both(manifest.about if manifest.about.en else manifest.kind))
    return Record(
        id=manifest.id,
        kind="document",
        document=manifest.id,
        path=f"{manifest.id}/index.html",
        label=manifest.date[:4],
        title=both(manifest.title),
        passages=(about, Passage(part="", texts=both(manifest.subtitle))),
        aliases=both(manifest.short) + both(manifest.issuer),
        cited=(manifest.id,),
    )


def _former(edition: Edition) -> dict[str, list[str]]:
    """Return the labels under which each id could be cited before."""
    found: dict[str, list[str]] = {}
    for alias in edition.corpus.ledger.aliases:
        found.setdefault(alias.to, []).append(alias.id.partition(":")[2])
    return found


def _clause(
    clause: Clause,
    manifest: Manifest,
    clauses: Mapping[str, Clause],
    addresses: Addresses,
    former: Mapping[str, Iterable[str]],
) -> Record:
    kind = "figure" if clause.figure else "clause"
    called = naming.called(manifest, clause.label, "ja")
    return Record(
        id=clause.id,
        kind=kind,
        document=clause.document,
        path=addresses.url(clause.id, "en").partition("#")[0],
        label=clause.printed,
        called="" if called == clause.printed else called,
        title=_readings(clause.heading),
        passages=tuple(_passages(clause)),
        context=_context(clause, clauses),
        labels=(
            clause.label,
            *(naming.numbered(manifest, clause.label, lang) for lang in manifest.languages),
        ),
        cited=(clause.printed, *former.get(clause.id, ())),
        below=clauses[clause.parent].label if clause.parent else "",
    )


def _context(clause: Clause, clauses: Mapping[str, Clause]) -> Texts:
    """Return the headings above a clause: what it is about when it does not say so itself."""
    above: list[Texts] = []
    while clause.parent:
        clause = clauses[clause.parent]
        above.append(_readings(clause.heading))
    return ("\n".join(texts[0] for texts in above), "\n".join(texts[1] for texts in above))


def _passages(clause: Clause) -> Iterator[Passage]:
    notes = {note_id(clause, block.number) for block in clause.blocks if block.kind == "note"}
    for block in sorted(clause.blocks, key=lambda block: block.id in notes):
        by_id: dict[str, dict[str, list[str]]] = {}
        for unit in block_units(block):
            by_id.setdefault(unit.id, {lang: [] for lang in LANGS})[unit.lang].append(_text(unit))
        for id, texts in by_id.items():
            joined = (" · ".join(texts["en"]), " · ".join(texts["ja"]))
            yield Passage(part=id.removeprefix(f"{clause.id}."), texts=joined)


def _text(unit: Unit) -> str:
    return " ".join(unit.reading.text.split())


def _term(term: Term) -> Record:
    return Record(
        id=f"glossary:{term.id}",
        kind="term",
        document="",
        path="glossary.html",
        label=term.abbreviation,
        title=both(term.term),
        passages=(Passage(part="", texts=both(term.definition)),),
        aliases=(term.abbreviation, term.reading, *term.variants.en, *term.variants.ja),
        cited=(f"glossary:{term.id}",),
    )


def _event(event: Event) -> Record:
    people = [both(person) for person in event.people]
    names = ("; ".join(texts[0] for texts in people), "、".join(texts[1] for texts in people))
    told = (both(event.note), names)
    return Record(
        id=f"timeline:{event.id}",
        kind="event",
        document="",
        path="timeline.html",
        label=event.date,
        title=both(event.title),
        passages=tuple(Passage(part="", texts=texts) for texts in told if any(texts)),
        aliases=(event.date[:4],),
        cited=(f"timeline:{event.id}",),
    )


def _sheet(sheet: Sheet) -> Record:
    en, ja = sheet.paragraphs
    if len(en) == len(ja):
        told = list(zip(en, ja, strict=True))
    else:
        told = [(text, "") for text in en] + [("", text) for text in ja]
    return Record(
        id=f"page:{sheet.path}",
        kind="page",
        document="",
        path=f"{sheet.path}.html",
        label="",
        title=sheet.title,
        passages=tuple(Passage(part="", texts=texts) for texts in told),
    )
