"""What is wrong within a manifest by itself: first what no text could be read with, then the rest."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from . import numerals
from .dates import is_date
from .model import LANGS, Corpus, Level, Manifest, Problem, Special
from .naming import CONTAINERS, LEVELS

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LABEL = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
# Folders and pages of the site, and names that a chapter's page cannot have.
_TAKEN = {"api", "assets", "data", "glossary", "id", "ja", "timeline"}
_PAGES = {"full", "index"}

_BY_LANGUAGE = ("front", "literal", "breaks", "corrections", "slips", "merges", "references")

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
        faults = (
            *_name_faults(manifest),
            *_word_faults(manifest),
            *_element_faults(manifest),
            *_idle_faults(manifest),
        )
        for what, line in faults:
            yield Problem(file=document.path, line=line, message=what)
        if manifest.order in seen:
            what = f"`order: {manifest.order}` is taken by {seen[manifest.order]}; write another number"
            yield Problem(file=document.path, line=manifest.at("order"), message=what)
        seen[manifest.order] = manifest.id


def _shape_faults(manifest: Manifest) -> Iterator[Fault]:
    if not manifest.languages:
        what = "`languages` names none; write `[en]`, `[ja]` or `[en, ja]`, the numbered text first"
        yield what, manifest.at("languages")
    parts = {part.lang for text in manifest.texts if text.role == "base" for part in text.parts}
    for lang in manifest.languages:
        if lang not in parts:
            what = f"no base text has a part in {lang}; add one, or take {lang} from `languages`"
            yield what, manifest.at("languages")
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
        what = f"`id` {manifest.id!r} must be lower-case letters, digits and hyphens, such as `treaty-1960`"
        yield what, manifest.at("id")
    if manifest.id in _TAKEN:
        what = f"`id: {manifest.id}` is a folder or page of the site; write another, such as `treaty-1960`"
        yield what, manifest.at("id")
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
        yield f"`date` is {manifest.date!r}; write YYYY, YYYY-MM or YYYY-MM-DD", manifest.at("date")
    for each in LANGS:
        if not manifest.title.get(each):
            what = f"`title` has no {each}; write one, with `attested: {{{each}: false}}` if no text has it"
            yield what, manifest.at("title")
        for key, words in (("short", manifest.short), ("issuer", manifest.issuer)):
            if not words.get(each):
                yield f"`{key}` has no {each}; write one: pages and citations need it", manifest.at(key)
        for special in manifest.specials:
            if not special.name.get(each):
                yield f"`name` of {special.label} has no {each}; write one", special.line


def _element_faults(manifest: Manifest) -> Iterator[Fault]:
    """Yield elements that Akoma Ntoso does not have."""
    specials = manifest.specials
    levels = (*manifest.numbering, *(level for special in specials for level in special.numbering))
    named: tuple[Level | Special, ...] = (*levels, *specials)
    for each in named:
        known = LEVELS if isinstance(each, Level) else LEVELS | CONTAINERS
        if each.element not in known:
            near = difflib.get_close_matches(each.element, sorted(known), n=1)
            advice = f"write `{near[0]}`" if near else f"write one of {', '.join(sorted(known))}"
            yield f"`element` is {each.element!r}, which Akoma Ntoso has not; {advice}", each.at("element")


def _idle_faults(manifest: Manifest) -> Iterator[Fault]:
    """Yield what is declared and never applies: to a language without a text, or opened by nothing."""
    for name in _BY_LANGUAGE:
        for each in getattr(manifest, name):
            if each.lang and each.lang not in manifest.languages:
                yield f"`{name}` has a {each.lang} entry, but {each.lang} is none of `languages`", each.line
    for special in manifest.specials:
        opening = [lang for lang in manifest.languages if special.opens.get(lang)]
        if not opening and not special.at_start:
            yield f"nothing opens {special.label}; write `opens`, or `at_start: true`", special.line
        for lang in manifest.languages if opening else ():
            if lang not in opening:
                yield f"`opens` of {special.label} has no {lang}; write the words of that text", special.line
    figures = {figure.label for figure in manifest.figures}
    for each in manifest.floats:
        if each.figure and each.figure not in figures:
            yield f"`figure` is {each.figure!r}, which `figures` has not; write a label of it", each.line
