"""What must hold between the files of a corpus: every `Problem` of one run, none fatal to the next check."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from .address import Addresses
from .dates import is_date
from .declared import SLUG
from .link import folded, forms, references
from .model import (
    LANGS,
    Corpus,
    Correction,
    Declared,
    Event,
    Glossary,
    Kind,
    PairItem,
    Pairs,
    Problem,
    Slip,
    Source,
    Term,
    Timeline,
)
from .units import units

GLOSSARY, TIMELINE = "glossary.yaml", "corpus/timeline.yaml"


def check_pages(pairs: Pairs) -> Iterator[Problem]:
    """Yield labels that two clauses have: a special's that is also a number, case aside."""
    seen: set[str] = set()
    lines = {special.label: special.line for special in pairs.document.manifest.specials}
    for clause in pairs.clauses:
        if clause.label.lower() in seen:
            what = f"two clauses are {clause.label}, case aside; give the unnumbered one another `label`"
            line = lines.get(clause.label, pairs.document.manifest.at("specials"))
            yield Problem(file=pairs.document.path, line=line, message=what)
        seen.add(clause.label.lower())


def check_readings(pairs: Pairs) -> Iterator[Problem]:
    """Yield corrections and slips that a source has and no text: markup cuts them, or they are dropped."""
    read = {(unit.lang, mark.source) for unit in units(pairs) for mark in unit.reading.marks}
    manifest = pairs.document.manifest
    each: list[Correction | Slip] = [*manifest.corrections, *manifest.slips]
    for declared in each:
        printed = any(_has(source, declared.lang, declared.source) for source in pairs.document.sources)
        if printed and (declared.lang, declared.source) not in read:
            what = f"{declared.source[:60]!r} is cut by markup or left out of the text; choose other words"
            yield Problem(file=pairs.document.path, line=declared.line, message=what)


def check_used(pairs: Pairs) -> Iterator[Problem]:
    """Yield references and sublists whose words no text has, and pinpoints of clauses that there are not."""
    manifest = pairs.document.manifest
    texts = {lang: [unit.reading.text for unit in units(pairs) if unit.lang == lang] for lang in LANGS}
    labels = {clause.label for clause in pairs.clauses}
    for reference in manifest.references:
        if not any(list(references(text, [reference], reference.lang)) for text in texts[reference.lang]):
            what = f"`references`: no {reference.lang} text has {reference.text!r}; copy the words from it"
            yield Problem(file=pairs.document.path, line=reference.line, message=what)
    for pinpoint in manifest.cite.pinpoints:
        if pinpoint.label not in labels:
            what = f"`pinpoints` names {pinpoint.label!r}, which is no clause; write a label"
            yield Problem(file=pairs.document.path, line=pinpoint.line, message=what)
    below = list(_ends(item for clause in pairs.clauses for block in clause.blocks for item in block.items))
    for sub in manifest.sublists:
        if not any(first.startswith(sub.first) and last.startswith(sub.last) for first, last in below):
            what = (
                f"no list has items from {sub.first!r} to {sub.last!r} below another; copy their first words"
            )
            yield Problem(file=pairs.document.path, line=sub.line, message=what)


def _ends(items: Iterable[PairItem]) -> Iterator[tuple[str, str]]:
    """Yield the texts of the first and the last item of each list that stands below another item."""
    for item in items:
        for lang in LANGS if item.items else ():
            ends = (item.items[0].text.get(lang), item.items[-1].text.get(lang))
            yield (ends[0].text if ends[0] else "", ends[1].text if ends[1] else "")
        yield from _ends(item.items)


def _has(source: Source, lang: str, words: str) -> bool:
    own = (source.text[start:end] for part, start, end in source.ranges if part == lang)
    return source.declared.role == "base" and any(words in text for text in own)


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
