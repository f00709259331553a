"""The whole index from a catalogue of records: shards, texts, names, and the manifest that lists them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from ..model import Edition
from .names import told
from .normal import TABLES
from .records import KINDS, Record, Rendering
from .renderings import Finder
from .shards import FOLDER, Files, script, term_files, text_files, word_files
from .weigh import postings

FORMAT = 2


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that goes into an index; `documents` in the order of the records."""

    documents: list[dict[str, Any]]
    records: list[Record]
    renderings: list[Rendering]

    @classmethod
    def of(cls, edition: Edition, records: list[Record], known: list[Rendering]) -> Catalogue:
        """Return the catalogue of an edition."""
        return cls([told(pairs) for pairs in edition.documents], records, known)


def write(catalogue: Catalogue) -> Files:
    """Return every file of the index, the same bytes for the same catalogue."""
    found = postings(catalogue.records, Finder(catalogue.renderings))
    terms, firsts = term_files(found)
    words, first_words = word_files(found)
    endings, first_endings = word_files(found, backwards=True)
    made = {**terms, **words, **endings, **text_files(catalogue.records)}
    made[f"{FOLDER}/names.js"] = script("names", catalogue.documents)
    alike = [[list(each.en), list(each.ja)] for each in catalogue.renderings]
    made[f"{FOLDER}/alike.js"] = script("alike", alike)
    manifest = {
        "format": FORMAT,
        "version": _version(made),
        "terms": firsts,
        "words": first_words,
        "endings": first_endings,
        "runs": _runs(catalogue.records),
        "languages": [each["languages"] for each in catalogue.documents],
        "normal": {key: value for key, value in TABLES.items() if key != "about"},
    }
    made[f"{FOLDER}/manifest.js"] = script("manifest", manifest)
    return made


def _version(made: Files) -> str:
    """Return a digest of all other files, so that a browser never mixes pieces of two editions."""
    digest = hashlib.sha256()
    for path in sorted(made):
        digest.update(path.encode() + b"\0" + made[path])
    return digest.hexdigest()[:12]


def _runs(records: list[Record]) -> list[list[int]]:
    """Return where each run of one kind and document ends: [end, kind, document or -1]."""
    runs: list[list[int]] = []
    documents: dict[str, int] = {}
    for at, record in enumerate(records, 1):
        document = documents.setdefault(record.document, len(documents)) if record.document else -1
        key = [KINDS.index(record.kind), document]
        if runs and runs[-1][1:] == key:
            runs[-1][0] = at
        else:
            runs.append([at, *key])
    return runs
