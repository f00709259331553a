"""Whether what a manifest declares fits its parsed texts: labels, corrections, references, sublists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .link import references
from .model import LANGS, Correction, PairItem, Pairs, Problem, Slip, Source
from .units import units


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
