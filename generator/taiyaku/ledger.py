"""The promise that addresses last: every id ever published, with digests of its text.

`corpus/published.jsonl` holds one object a line: the id and, for each
language, the first sixteen hexadecimal digits of the SHA-256 of its text.
Nothing leaves the list; a text changes only where `corpus/changes.yaml` says
so, with the date and the reason.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping

from .dates import is_date
from .load import PUBLISHED
from .model import LANGS, Edition, Ledger, Problem
from .units import units

CHANGES = "corpus/changes.yaml"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(:[A-Za-z0-9]+([.-][A-Za-z0-9]+)*)?")
Entries = Mapping[str, Mapping[str, str]]


def entries(edition: Edition) -> dict[str, dict[str, str]]:
    """Return the digest in each language of every id of the edition: documents to list items and rows."""
    texts: dict[str, dict[str, list[str]]] = {}
    for pairs in edition.documents:
        texts[pairs.document.manifest.id] = {}
        for clause in pairs.clauses:
            texts[clause.id] = {}
            for block in clause.blocks:
                texts[block.id] = {}
        for unit in units(pairs):
            for id in dict.fromkeys((unit.id, unit.block)):
                texts.setdefault(id, {}).setdefault(unit.lang, []).append(unit.reading.text)
    for event in edition.corpus.timeline.events:
        texts[f"timeline:{event.id}"] = {}
    for term in edition.corpus.glossary.terms:
        texts[f"glossary:{term.id}"] = {}
    return {
        id: {lang: digest("\n".join(own[lang])) for lang in LANGS if lang in own} for id, own in texts.items()
    }


def digest(text: str) -> str:
    """Return the digest of a text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def verify(current: Entries, ledger: Ledger) -> Iterator[Problem]:
    """Yield each published id that is lost, and each text that changed without a declaration."""
    declared = {(change.id, change.lang, change.digest) for change in ledger.changes}
    aliases = {alias.id for alias in ledger.aliases}
    for number, (id, published) in enumerate(ledger.published.items(), 1):
        if id not in current:
            if id not in aliases:
                yield _problem(
                    number, f"{id} was published and is gone; declare an alias in corpus/changes.yaml"
                )
            continue
        for lang, was in published.items():
            now = current[id].get(lang, "")
            if now != was and (id, lang, now) not in declared:
                what = (
                    f"the {lang} text of {id} has changed; restore it, or declare it in corpus/changes.yaml"
                )
                yield _problem(number, f'{what} with `digest: "{now}"`, date and reason')
    for what, line in (*_change_faults(current, ledger), *_alias_faults(current, ledger)):
        yield Problem(file=CHANGES, line=line, message=what)


def _change_faults(current: Entries, ledger: Ledger) -> Iterator[tuple[str, int]]:
    """Yield changes of nothing, without a day, and last changes that are not of the text as it stands."""
    last = {(change.id, change.lang): change for change in ledger.changes}
    for change in ledger.changes:
        now = current.get(change.id, {}).get(change.lang)
        if now is None and change.id not in ledger.published:
            yield f"`changes` names {change.id}, which was never published; write a published id", change.line
        elif (
            change is last[change.id, change.lang]
            and now != change.digest
            and now == ledger.published.get(change.id, {}).get(change.lang, now)
        ):
            yield f'the {change.lang} text of {change.id} is another; write `digest: "{now}"`', change.line
        if not is_date(change.date):
            yield f"`date` is {change.date!r}; write YYYY-MM-DD", change.line


def _alias_faults(current: Entries, ledger: Ledger) -> Iterator[tuple[str, int]]:
    seen: set[str] = set()
    for alias in ledger.aliases:
        name, line = f"the alias {alias.id}", alias.line
        if alias.to not in current:
            yield f"{name} leads to {alias.to}, which does not exist; write a published id", line
        if alias.id in current:
            yield f"{name} is an id of the edition; write another, or remove it", line
        if not _ID.fullmatch(alias.id):
            yield f"{name} is no id; write `document:label`", line
        if alias.id in seen:
            yield f"{name} stands twice; keep one", line
        seen.add(alias.id)


def write(current: Entries, ledger: Ledger) -> str:
    """Return the list with what is new added and declared changes taken in; nothing is removed."""
    merged = {**ledger.published, **current}
    lines = [json.dumps({"id": id, **digests}, ensure_ascii=False) for id, digests in merged.items()]
    return "\n".join(lines) + "\n"


def _problem(line: int, what: str) -> Problem:
    return Problem(file=PUBLISHED, line=line, message=what)
