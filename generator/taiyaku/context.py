"""What the page templates are told: navigation, words of the interface, where a page stands."""

import functools
import json
import posixpath
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from taiyaku import __version__
from taiyaku.cite.pages import metadata
from taiyaku.model import Vocabulary

DEFAULT, OTHER = "en", "ja"

Strings = dict[str, dict[str, str]]
"""Language -> key -> words."""


def navigation(file: Path, lang: str) -> list[dict[str, Any]]:
    """The generator's nav.json as MkDocs wants it, in one language.

    An entry is `{"title": {"en", "ja"}, "path": "x.md", "children": [...]}`; one with children
    becomes a section whose first page is the entry's own, as `navigation.indexes` expects.
    """
    return [_entry(entry, lang) for entry in json.loads(file.read_text(encoding="utf-8"))]


def _entry(entry: dict[str, Any], lang: str) -> dict[str, Any]:
    title, children = entry["title"][lang], entry.get("children")
    if not children:
        return {title: entry["path"]}
    own = [{title: entry["path"]}] if "path" in entry else []
    return {title: [*own, *(_entry(child, lang) for child in children)]}


def strings(file: Path, own: Vocabulary | None = None) -> tuple[Strings, list[str]]:
    """The words of the interface by language, and a message for each that cannot be used as it is.

    `own` are a collection's, in place of those of the same keys in `file`.
    """
    table = YAML(typ="safe").load(file.read_text(encoding="utf-8")) if file.is_file() else {}
    table = {**table, **(own or {})}
    words: Strings = {lang: {} for lang in (DEFAULT, OTHER)}
    gaps = []
    for key, said in table.items():
        if hasattr(dict, key):
            gaps.append(f"{file.name}: {key} is a dict's method to a template; write another key")
        for lang, by_key in words.items():
            if not said.get(lang):
                gaps.append(f"{file.name}: {key} has no '{lang}'; write one")
            by_key[key] = said.get(lang) or said.get(DEFAULT) or key
    return words, gaps


def place(path: str) -> dict[str, str]:
    """Where a page of the site stands: the way to the root and to the page in the other language."""
    inner = path.removeprefix(f"{OTHER}/")
    twin = f"{OTHER}/{path}" if inner == path else inner
    here = posixpath.dirname(path)
    return {
        "taiyaku_path": path,
        "taiyaku_base": "../" * path.count("/") or "./",
        "alternate": posixpath.relpath(twin, here or "."),
    }


def cited(build: Path, document: str, path: str, lang: str, site: str, title: str) -> dict[str, Any]:
    """What reference managers and search engines are told of a page, and the list of the data's files."""
    known, listed = (_json(build / name) for name in ("cite.json", "site-extra/data/index.json"))
    own = metadata(known.get(document), path, lang, site, title)
    return own | {"data_files": listed.get("files", [])}


def _json(file: Path) -> dict[str, Any]:
    return _parsed(file, file.stat().st_mtime_ns) if file.is_file() else {}


@functools.lru_cache(maxsize=8)
def _parsed(file: Path, _changed: int) -> dict[str, Any]:
    """Read a file once for all pages; its time is there for a live reload to see what is new."""
    read: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return read


def common(words: Strings, lang: str, edition: dict[str, Any]) -> dict[str, Any]:
    """What every template gets; one that extends Material's base loses `lang`, which that takes."""
    return {
        "ui": words[lang],
        "ui_by_lang": words,
        "lang": lang,
        "other_lang": DEFAULT if lang == OTHER else OTHER,
        "edition": {"version": __version__, **edition},
    }
