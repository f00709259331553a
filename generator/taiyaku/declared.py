"""What is wrong within a manifest by itself: first what no text could be read with, then the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from . import numerals
from .dates import is_date
from .model import LANGS, Corpus, Manifest, Problem

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LABEL = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
# Folders and pages of the site, and names that a chapter's page cannot have.
_TAKEN = {"api", "assets", "data", "glossary", "id", "ja", "timeline"}
_PAGES = {"full", "index"}

Fault = tuple[str, int]
"""What is wrong, and the line."""


def check_shapes(corpus: Corpus) -> Iterator[Problem]:
    """Yield what keeps a text from being read at all: languages, numerals, patterns, counts."""
    for document in corpus.documents:
        for what, line in _shape_faults(document.manifest):
            yield Problem(file=document.path, line=line, message=what)


def check_manifests(corpus: Corpus) -> Iterator[Problem]:
    """Yield what else is wrong within each manifest."""
    seen: dict[int, str] = {}
    for document in corpus.documents:
        manifest = document.manifest
        for what, line in (*_name_faults(manifest), *_word_faults(manifest)):
            yield Problem(file=document.path, line=line, message=what)
        if manifest.order in seen:
            what = f"`order: {manifest.order}` is taken by {seen[manifest.order]}; write another number"
            yield Problem(file=document.path, line=manifest.line, message=what)
        seen[manifest.order] = manifest.id


def _shape_faults(manifest: Manifest) -> Iterator[Fault]:
    if not manifest.languages:
        yield "`languages` names none; write `[en]`, `[ja]` or `[en, ja]`, the numbered text first", 1
    parts = {part.lang for text in manifest.texts if text.role == "base" for part in text.parts}
    for lang in manifest.languages:
        if lang not in parts:
            yield f"no base text has a part in {lang}; add one, or take {lang} from `languages`", 1
        for levels in (manifest.numbering, *(special.numbering for special in manifest.specials)):
            for above, level in enumerate(levels):
                what = f"the {lang} form of the level {level.element}"
                yield from (
                    (f"{what}: {fault}", level.line) for fault in _form_faults(level.form(lang), above)
                )
    for text in manifest.texts:
        for piece in text.furniture:
            yield from _pattern_faults(piece.pattern, piece.line)
    for merge in manifest.merges:
        if merge.count < 1:
            yield f"`count` is {merge.count}; write how many paragraphs answer the one", merge.line


def _form_faults(form: str, above: int) -> Iterator[str]:
    """Yield what is wrong with the form of a level that has so many `above` it."""
    try:
        styles = numerals.styles_of(form)
    except ValueError as error:
        yield str(error)
        return
    if len(styles) > above + 1:
        found = f"{form!r} has {len(styles)} numerals, but it is level {above + 1}"
        yield f"{found} and can repeat only the {above} above; take some away"
    if "" in numerals.around(form)[1:-1]:
        yield f"nothing parts the numerals of {form!r}; write what does, as in `{{arabic}}.{{arabic}}`"


def _pattern_faults(pattern: str, line: int) -> Iterator[Fault]:
    try:
        re.compile(pattern)
    except re.error as error:
        yield f"`pattern` {pattern!r} is no regular expression ({error}); correct it, or use `find`", line


def _name_faults(manifest: Manifest) -> Iterator[Fault]:
    if not SLUG.fullmatch(manifest.id):
        yield f"`id` {manifest.id!r} must be lower-case letters, digits and hyphens, such as `treaty-1960`", 1
    if manifest.id in _TAKEN:
        yield f"`id: {manifest.id}` is a folder or page of the site; write another, such as `treaty-1960`", 1
    labels = [(special.label, special.line) for special in manifest.specials]
    labels += [(figure.label, figure.line) for figure in manifest.figures]
    for label, line in labels:
        if not _LABEL.fullmatch(label):
            yield f"the label {label!r} must be letters, digits and hyphens, such as `annex`", line
        if label.lower() in _PAGES:
            yield f"the label {label!r} is a page of every document; write another, such as `annex`", line
    for label, line in _doubles(labels):
        yield f"the label {label!r} stands twice; write another", line


def _doubles(labels: Iterable[Fault]) -> Iterator[Fault]:
    seen: set[str] = set()
    for label, line in labels:
        if label.lower() in seen:
            yield label, line
        seen.add(label.lower())


def _word_faults(manifest: Manifest) -> Iterator[Fault]:
    if not is_date(manifest.date):
        yield f"`date` is {manifest.date!r}; write YYYY, YYYY-MM or YYYY-MM-DD", manifest.line
    for each in LANGS:
        if not manifest.title.get(each):
            yield f"`title` has no {each}; write one, with `attested: {{{each}: false}}` if no text has it", 1
        for key, words in (("short", manifest.short), ("issuer", manifest.issuer)):
            if not words.get(each):
                yield f"`{key}` has no {each}; write one: pages and citations need it", 1
        for special in manifest.specials:
            if not special.name.get(each):
                yield f"`name` of {special.label} has no {each}; write one", special.line
