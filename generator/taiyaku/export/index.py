"""Every file of the edition's data, and `data/index.json`, which lists them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML

from .. import __version__
from ..cite import data as cite_data
from ..model import Edition, Pairs
from . import akn, bibliography, csv_tables, glossary_csv, markdown, plaintext, tbx, tmx
from .api import VERSION, api
from .epub import epub, modified

Content = str | bytes

INDEX = "data/index.json"


def exports(edition: Edition, site: str) -> Iterator[tuple[str, Content]]:
    """Yield (path below the site's root, content) of every format, the API and the browser's data."""
    yield "data/clauses.csv", csv_tables.clauses(edition)
    yield "data/pairs.csv", csv_tables.pairs(edition)
    yield "data/pairs.tmx", tmx.tmx(edition)
    yield "data/glossary.csv", glossary_csv.glossary_csv(edition)
    yield "data/glossary.tbx", tbx.tbx(edition)
    for pairs in edition.documents:
        for suffix, content in _document(pairs, edition, site):
            id = pairs.document.manifest.id
            yield f"data/{id}/{id}.{suffix}", content
    for path, value in api(edition, site):
        yield path, json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    schema = files(__package__) / "schemas" / "clause.schema.json"
    yield f"api/{VERSION}/clause.schema.json", schema.read_text(encoding="utf-8")
    yield from cite_data.scripts(edition)


def _document(pairs: Pairs, edition: Edition, site: str) -> Iterator[tuple[str, Content]]:
    """Yield (suffix, content) of each format of a document."""
    manifest = pairs.document.manifest
    for lang in manifest.languages:
        yield f"{lang}.akn.xml", akn.akn(pairs, lang)
        yield f"{lang}.md", markdown.markdown(pairs, lang)
        yield f"{lang}.txt", plaintext.plaintext(pairs, lang)
    changed = (each.date for each in edition.corpus.ledger.changes if each.id.split(":")[0] == manifest.id)
    yield "epub", epub(pairs, modified(manifest, changed))
    yield from bibliography.bibliography(pairs, site)


@cache
def formats() -> Mapping[str, Mapping[str, str]]:
    """Return what is known of each format (`formats.yaml`), by the end of its files' names."""
    text = (files(__package__) / "formats.yaml").read_text(encoding="utf-8")
    table: Mapping[str, Mapping[str, str]] = YAML(typ="safe", pure=True).load(text)
    return table


def index(made: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the list of the data among `made` (path below the site's root -> bytes)."""
    listed = [_entry(path, content) for path, content in sorted(made.items()) if path.startswith("data/")]
    clauses = [path for path in made if path.startswith(f"api/{VERSION}/")]
    entry = f"api/{VERSION}/index.json"
    if entry in made:
        listed.append(_entry(entry, made[entry]) | {"files": len(clauses)})
    return {"version": __version__, "files": listed}


def _entry(path: str, content: bytes) -> dict[str, Any]:
    suffix = next((each for each in formats() if path.endswith(each)), "")
    known = formats().get(suffix, {})
    name = path.rpartition("/")[2].removesuffix(suffix).split(".")
    folder = path.split("/")[1] if path.count("/") == 2 and path.startswith("data/") else None
    return {
        "path": path,
        "format": known.get("id", "other"),
        "type": known.get("type", "application/octet-stream"),
        "document": folder,
        "lang": name[-1] if name[-1] in ("en", "ja") else None,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
