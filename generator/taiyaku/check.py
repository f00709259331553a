"""What must hold between the files of a corpus: every `Problem` of one run, none fatal to the next check."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from .address import Addresses
from .dates import is_date
from .declared import SLUG
from .link import folded, forms
from .model import (
    LANGS,
    Corpus,
    Declared,
    Event,
    Glossary,
    Kind,
    Problem,
    Term,
    Timeline,
)

GLOSSARY, TIMELINE = "glossary.yaml", "corpus/timeline.yaml"


def check_glossary(glossary: Glossary, ids: Collection[str], documents: Iterable[str]) -> Iterator[Problem]:
    """Yield double ids and forms, unknown terms, clauses and documents, missing definitions."""
    known, documents = {term.id for term in glossary.terms}, set(documents)
    seen: dict[str, Term] = {}
    owners: dict[tuple[str, str], Term] = {}
    for term in glossary.terms:
        for what in _term_faults(term, known, ids, documents):
            yield _at(GLOSSARY, term, f"{term.id}: {what}")
        if term.id in seen:
            yield _at(
                GLOSSARY, term, f"the id {term.id} stands in line {seen[term.id].line} too; write another"
            )
        seen[term.id] = term
        for lang in LANGS:
            for form in forms(term, lang):
                owner = owners.setdefault((lang, folded(form)), term)
                if owner.id != term.id:
                    what = (
                        f"{term.id}: {form!r} belongs to {owner.id} (line {owner.line}); keep it in one term"
                    )
                    yield _at(GLOSSARY, term, what)


def _term_faults(term: Term, known: set[str], ids: Collection[str], documents: set[str]) -> Iterator[str]:
    yield from _wording_faults(term)
    for name in ("related", "broader", "narrower", "succeeded_by"):
        for other in getattr(term, name):
            if other not in known or other == term.id:
                yield f"`{name}` names {other!r}, which is no other term; write the id of one"
    for clause in term.defined_in:
        if clause not in ids:
            yield f"`defined_in` names {clause!r}, which is no clause; see corpus/published.jsonl for ids"
    for document in term.documents:
        if document not in documents:
            yield f"`documents` names {document!r}; write one of {', '.join(sorted(documents))}"


def _wording_faults(term: Term) -> Iterator[str]:
    if not SLUG.fullmatch(term.id):
        yield "the id must be lower-case letters, digits and hyphens"
    for lang in LANGS:
        for what, words in (("definition", term.definition), ("term", term.term)):
            if not words.get(lang):
                yield f"there is no {what} in {lang}; write one"
        if lang == "ja" and not term.reading:
            yield "there is no `reading`; write the Japanese name in kana"
        names = [folded(form) for form in (term.term.get(lang), term.abbreviation) if form]
        for variant in term.variants.get(lang):
            if folded(variant) in names:
                yield f"the variant {variant!r} is the term itself; remove it"


def kind_faults(kinds: Sequence[Kind]) -> Iterator[tuple[Kind, str]]:
    """Yield (kind, what is wrong) of kinds declared twice, without a name, or with an id that is none."""
    seen: set[str] = set()
    for kind in kinds:
        if not SLUG.fullmatch(kind.id):
            yield kind, f"{kind.id}: the id must be lower-case letters, digits and hyphens"
        if kind.id in seen:
            yield kind, f"the kind {kind.id} stands twice; keep one"
        seen.add(kind.id)
        for lang in LANGS:
            if not kind.name.get(lang):
                yield kind, f"{kind.id}: there is no `name` in {lang}; write one"


def unknown_kind(kind: str, kinds: Sequence[Kind]) -> Iterator[str]:
    """Yield what is wrong with a `kind` that is none of `kinds`."""
    known = [each.id for each in kinds]
    if kind not in known:
        near = difflib.get_close_matches(kind, known, n=1) or known
        advice = f"write {' or '.join(near)}, or declare it" if known else "declare it"
        yield f"`kind` is {kind!r}, which is none; {advice} under `kinds`"


def check_timeline(timeline: Timeline, addresses: Addresses) -> Iterator[Problem]:
    """Yield eras that overlap or leave gaps, and events without order, kind, era or source."""
    yield from (_at(TIMELINE, kind, what) for kind, what in kind_faults(timeline.kinds))
    for before, after in zip(timeline.eras, timeline.eras[1:], strict=False):
        if after.start != before.end + 1:
            what = (
                f"era {after.id} starts in {after.start} but {before.id} ends in {before.end}; leave no gap"
            )
            yield _at(TIMELINE, after, what)
    ids: dict[str, Event] = {}
    last = ""
    for event in timeline.events:
        for what in _event_faults(event, timeline, addresses):
            yield _at(TIMELINE, event, f"{event.id}: {what}")
        if event.id in ids:
            yield _at(
                TIMELINE, event, f"the id {event.id} stands in line {ids[event.id].line} too; write another"
            )
        if event.date < last:
            yield _at(
                TIMELINE, event, f"{event.id} ({event.date}) stands after {last}; keep the order of dates"
            )
        ids[event.id], last = event, event.date


def _event_faults(event: Event, timeline: Timeline, addresses: Addresses) -> Iterator[str]:
    if not is_date(event.date):
        yield f"`date` is {event.date!r}; write YYYY, YYYY-MM or YYYY-MM-DD in quotes"
    elif not any(era.start <= int(event.date[:4]) <= era.end for era in timeline.eras):
        yield f"no era covers {event.date}; extend one"
    yield from unknown_kind(event.kind, timeline.kinds)
    if not event.id.startswith(event.date[:4] + "-"):
        yield f"the id must begin with the year, `{event.date[:4]}-…`"
    if not event.sources:
        yield "there is no source; name the clause or row it comes from"
    for source in event.sources:
        if source not in addresses:
            yield f"`sources` names {source!r}, which does not exist; see corpus/published.jsonl for ids"
    for lang in LANGS:
        if not event.title.get(lang):
            yield f"there is no title in {lang}; write one"


def check_sources_exist(timeline: Timeline, known: Mapping[str, object]) -> Iterator[Problem]:
    """Yield sources of events that name no clause, block, item or row of the edition."""
    for event in timeline.events:
        for source in event.sources:
            if source not in known:
                what = f"{event.id}: {source!r} is no id of the edition; see corpus/published.jsonl"
                yield _at(TIMELINE, event, what)


def check_references(corpus: Corpus, ids: Collection[str]) -> Iterator[Problem]:
    """Yield declared cross-references and figure descriptions that lead nowhere."""
    for document in corpus.documents:
        for reference in document.manifest.references:
            if reference.to not in ids and f"{document.manifest.id}:{reference.to}" not in ids:
                what = f"`references` leads {reference.text!r} to {reference.to!r}, which does not exist"
                yield Problem(file=document.path, line=reference.line, message=what)
        for figure in document.manifest.figures:
            for id in figure.described_by:
                if id not in ids:
                    what = f"`described_by` names {id!r}, which does not exist; write a clause id"
                    yield Problem(file=document.path, line=figure.line, message=what)


def _at(file: str, declared: Declared, message: str) -> Problem:
    return Problem(file=file, line=declared.line, message=message)
