"""The promise that addresses last: every id ever published, with digests of its text.

`corpus/published.jsonl` holds one object a line: the id and, for each
language, the first sixteen hexadecimal digits of the SHA-256 of its text.
Nothing leaves the list; a text changes only where `corpus/changes.yaml` says
so, with the date and the reason.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping

from .load import PUBLISHED
from .model import LANGS, Edition, Ledger, Problem
from .units import units

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
    for alias in ledger.aliases:
        if alias.to not in current:
            what = f"the alias {alias.id} leads to {alias.to}, which does not exist; write a published id"
            yield Problem(file="corpus/changes.yaml", line=alias.line, message=what)
        if alias.id in current:
            what = f"the alias {alias.id} is an id of the edition; write another, or remove it"
            yield Problem(file="corpus/changes.yaml", line=alias.line, message=what)


def write(current: Entries, ledger: Ledger) -> str:
    """Return the list with what is new added and declared changes taken in; nothing is removed."""
    merged = {**ledger.published, **current}
    lines = [json.dumps({"id": id, **digests}, ensure_ascii=False) for id, digests in merged.items()]
    return "\n".join(lines) + "\n"


def _problem(line: int, what: str) -> Problem:
    return Problem(file=PUBLISHED, line=line, message=what)
