"""The words of the interface: the engine's in `strings.yaml`, a collection's own in place of some of them.

`say` speaks the engine's words.  A collection's are read with `collection`, once for a run, and are spoken
inside `with speaking(...)` alone: nothing of them is left behind for whatever runs next.
"""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import Any

from ruamel.yaml import YAML

from . import yamlfile
from .model import LANGS, Problem, Refused, Vocabulary

FILE = "corpus/strings.yaml"

_spoken: ContextVar[Vocabulary] = ContextVar("spoken")


@functools.cache
def engine() -> Vocabulary:
    """Return the engine's words, which are true of any collection."""
    text = (files(__package__) / "strings.yaml").read_text(encoding="utf-8")
    table: Vocabulary = YAML(typ="safe", pure=True).load(text)
    return table


def say(key: str, lang: str, **values: object) -> str:
    """Return the words of `key` in `lang`, its `{fields}` filled; raises `KeyError` for an unknown key."""
    own = _spoken.get({})
    return (own[key] if key in own else engine()[key])[lang].format(**values)


def cited_edition(lang: str, version: str) -> str:
    """Return what citations call the edition; `version` may be a field yet to be filled."""
    return say("cited_edition", lang, edition=say("edition_name", lang), version=version)


def slug() -> str:
    """Return the edition's name as a machine's: `Paper Sea` -> `paper-sea`."""
    return "-".join(re.findall(r"[a-z0-9]+", say("edition_name", "en").lower())) or "edition"


@contextmanager
def speaking(own: Vocabulary) -> Iterator[None]:
    """Let `say` speak a collection's words where it has some, until the block ends."""
    before = _spoken.set(own)
    try:
        yield
    finally:
        _spoken.reset(before)


def collection(root: Path) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """Read the words that the collection below `root` puts in place of the engine's, and what is wrong there.

    The file may be missing, and it may be empty; while anything is wrong in it, none of its words is given.
    """
    path = root / FILE
    try:
        table = (yamlfile.read(path, FILE, object) if path.exists() else None) or {}
    except Refused as refused:
        return {}, refused.problems
    if not isinstance(table, dict):
        what = "these are no words by key; write `key: {en: …, ja: …}` on each line"
        return {}, (Problem(file=FILE, line=1, message=what),)
    said = {str(key): value for key, value in table.items() if key not in yamlfile.OURS}
    problems = tuple(_problems(said, path))
    return ({} if problems else {key: {lang: said[key][lang] for lang in LANGS} for key in said}), problems


def _problems(said: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    rows = path.read_text(encoding="utf-8").splitlines() if said else []
    for key, value in said.items():
        for what in _faults(key, value):
            yield Problem(file=FILE, line=_line(rows, key, value), message=what)


def _line(rows: list[str], key: str, value: Any) -> int:
    """Return the line of a key; only a mapping has learnt its own."""
    if isinstance(value, dict):
        return int(value["line"])
    return next((number for number, row in enumerate(rows, 1) if row.startswith(f"{key}:")), 1)


def _faults(key: str, said: Any) -> Iterator[str]:
    if key not in engine():
        near = difflib.get_close_matches(key, engine(), n=1)
        advice = f"write `{near[0]}`" if near else "remove it, or write a key of the engine's"
        yield f"`{key}` is no key of the interface's words; {advice}"
    elif not isinstance(said, dict):
        yield f"`{key}` must be in both languages; write `{key}: {{en: …, ja: …}}`"
    else:
        for lang in LANGS:
            yield from _word_faults(f"{key}.{lang}", said.get(lang), engine()[key][lang])
        for other in said.keys() - {*LANGS, *yamlfile.OURS}:
            yield f"`{key}.{other}` is no language of the edition; write `en` and `ja` alone"


def _word_faults(key: str, said: Any, ours: str) -> Iterator[str]:
    if said is None or said == "":
        yield f"`{key}` is missing; write the words in that language, too"
    elif not isinstance(said, str):
        yield f"`{key}` must be text; put {said} in quotes"
    elif not _fields(ours) - {"edition"} <= _fields(said) <= _fields(ours):  # words may name the edition
        wanted = ", ".join(sorted(f"{{{field}}}" for field in _fields(ours))) or "none"
        yield f"`{key}` has not the fields in braces that are filled in; write it with {wanted}"


def _fields(text: str) -> set[str]:
    """Return the names in braces; a brace without its other one is a name that no words have."""
    try:
        return {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    except ValueError:
        return {"{"}
