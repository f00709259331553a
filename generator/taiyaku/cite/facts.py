"""What citations need to know of a document, as values that Python and the browser share."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from .. import naming
from ..address import chapter, page
from ..model import LANGS, Block, Clause, Manifest, Pairs, Words

Facts = dict[str, Any]

_ROMAN = re.compile(r"^(?:VIII|VII|VI|IV|IX|XII|XI|III|II|I|V|X)(?![A-Za-z])")
_ARTICLE = re.compile(r"^(?:The|An?) ")
# What tells works alike apart (alike.py): most have none like them.
_NOT_ALIKE: Facts = {
    "letter": "",
    "told_title": dict.fromkeys(LANGS, ""),
    "told_date": dict.fromkeys(LANGS, ""),
}
_ROMANS = {unicodedata.normalize("NFKC", one): one for one in "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"}


def facts(pairs: Pairs) -> Facts:
    """Return the facts of a document: its names by language, and its clauses by label."""
    manifest = pairs.document.manifest
    cite = manifest.cite
    return {
        "id": manifest.id,
        "kind": cite.kind,
        "date": manifest.date,
        "languages": list(manifest.languages),
        "title": {lang: _title(manifest, lang) for lang in LANGS},
        "title_short": {lang: _short(manifest, lang) for lang in LANGS},
        "author": _both(_first(cite.author, manifest.issuer)),
        "publisher": _both(_first(cite.publisher, cite.author, manifest.issuer)),
        "parties": _both(cite.parties),
        "parties_short": _both(cite.parties_short),
        "states": _both(cite.states),
        "genre": _both(manifest.kind),
        **_NOT_ALIKE,
        "clauses": {clause.label: _clause(pairs, clause) for clause in pairs.clauses},
    }


def entry(id: str, page: str, title: Words, container: Words) -> Facts:
    """Return the facts of an event or a term: the edition's own, undated, by no author."""
    empty = dict.fromkeys(LANGS, "")
    names = dict.fromkeys(
        ("author", "publisher", "parties", "parties_short", "states", "genre", "title_short"), empty
    )
    own = {"id": id, "kind": "entry", "date": "", "page": page, "clauses": {}}
    return own | names | _NOT_ALIKE | {"title": _both(title), "container": _both(container)}


def _both(words: Words) -> dict[str, str]:
    """Return the words by language, those of the other language where one has none."""
    return {"en": words.en or words.ja, "ja": words.ja or words.en}


def _first(*each: Words) -> Words:
    return next((words for words in each if words.en or words.ja), Words())


def _title(manifest: Manifest, lang: str) -> str:
    """Return the title that a text attests: an official text is not cited by words of ours."""
    other = next(each for each in LANGS if each != lang)
    attested = getattr(manifest.attested, lang) or not getattr(manifest.attested, other)
    return manifest.title.get(lang if attested else other)


def _short(manifest: Manifest, lang: str) -> str:
    """Return the title as a short citation has it: as declared, else whole but for its article."""
    return manifest.cite.title_short.get(lang) or _ARTICLE.sub("", _title(manifest, lang))


def _clause(pairs: Pairs, clause: Clause) -> Facts:
    kinds = {_step(block): _kind(block) for block in clause.blocks if block.kind != "paragraph"}
    path = page(clause.document, chapter(clause, pairs.clauses))
    pins = {lang: pinpoint(pairs.document.manifest, clause, lang) for lang in LANGS}
    return {"pin": pins, "page": path.rpartition("/")[2], "blocks": kinds}


def _step(block: Block) -> str:
    return block.id.rpartition(".")[2]


def _kind(block: Block) -> str:
    """Return the kind of a block; a note also tells the number that is printed."""
    return f"note:{block.number}" if block.kind == "note" and block.number else block.kind


def pinpoint(manifest: Manifest, clause: Clause, lang: str) -> str:
    """Return how a citation names a clause: `§ IV.A.1`, `pt. III, ch. 2, sec. 1, 3.3.(1)`, `Ⅳ.A.1`."""
    declared = next((each for each in manifest.cite.pinpoints if each.label == clause.label), None)
    if declared:
        return declared.ja if lang == "ja" else declared.en
    if clause.figure:
        printed = clause.figure.printed
        return naming.figure_name(printed, lang) if lang == "ja" else printed[:1].lower() + printed[1:]
    printed = naming.printed(manifest, clause.label, lang)
    if any(special.label == clause.label.partition(".")[0] for special in manifest.specials):
        return printed if lang == "ja" else printed[:1].lower() + printed[1:]
    return _numbered(manifest.cite.within.get(lang), printed, lang)


def _numbered(within: str, printed: str, lang: str) -> str:
    """Return a printed number with what it stands within, or with its sign."""
    if lang == "ja":
        return within + _ROMAN.sub(lambda found: _ROMANS[found[0]], printed)
    if within:
        return f"{within}, {printed}"
    # A level that prints its own name (Article I) needs no sign.
    return printed if re.match(r"[A-Za-z]{3,} ", printed) else f"§ {printed}"
