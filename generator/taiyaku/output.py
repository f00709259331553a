"""Everything that a run writes, gathered first and then written: all of it, or nothing.

Pages go to `docs/` and `docs_ja/`, everything else for the site to
`build/site-extra/`, and the navigation to `build/nav.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from . import search, words
from .address import in_language
from .cite import pages
from .export import corpus, glossary, index, receipts, timeline
from .model import LANGS, Edition
from .render import context, documents, leaf, redirects, terms
from .render import glossary as glossary_page
from .render import timeline as timeline_page

FOLDERS = {"en": "docs", "ja": "docs_ja"}
EXTRA = "build/site-extra"
NAV = "build/nav.json"
CITE = "build/cite.json"
MANIFEST = "build/written.json"


def write_edition(edition: Edition, root: Path, site_url: str) -> int:
    """Write the edition below `root`; files that are as they were are not touched.

    Returns how many files the edition has.  What an earlier run wrote and
    this one does not is removed.
    """
    with words.speaking(edition.corpus.words):
        made = {path: _bytes(content) for path, content in _files(edition, site_url)}
    below = {path.removeprefix(f"{EXTRA}/"): content for path, content in made.items()}
    made[f"{EXTRA}/{index.INDEX}"] = _bytes(_json(index.index(below)))
    found = search.index(edition, search.read_sheets(root))
    made |= {f"{EXTRA}/{path}": content for path, content in found.items()}
    listed = root / MANIFEST
    before = set(json.loads(listed.read_text("utf-8"))) if listed.exists() else set()
    for path, content in made.items():
        target = root / path
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    for path in before - made.keys():
        (root / path).unlink(missing_ok=True)
    listed.parent.mkdir(parents=True, exist_ok=True)
    listed.write_text(json.dumps(sorted(made), indent=0) + "\n", encoding="utf-8")
    return len(made)


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _files(edition: Edition, site_url: str) -> Iterator[tuple[str, str | bytes]]:
    """Yield (path below the root, content) of every file of the edition."""
    layers = context.layers(edition)
    study = terms.study(layers)
    for path, text in terms.scripts(study):
        yield f"{EXTRA}/{path}", text
    for lang in LANGS:
        for path, text in terms.leaves(study, lang):
            yield f"{leaf.FOLDER}/{in_language(path, lang)}", text
        folder = FOLDERS[lang]
        for pairs in edition.documents:
            for path, text in documents.pages(layers, pairs, lang):
                yield f"{folder}/{path}", text
        for make in (glossary_page.glossary, timeline_page.timeline):
            path, text = make(layers, lang)
            yield f"{folder}/{path}", text
        yield f"{EXTRA}/assets/terms.{lang}.js", glossary_page.script(layers, lang)
        for path, text in redirects.redirects(layers, lang, site_url):
            yield f"{EXTRA}/{path}", text
    yield NAV, _json(navigation(layers))
    yield CITE, _json(pages.known(edition))
    for path, content in index.exports(edition, site_url):
        yield f"{EXTRA}/{path}", content
    told = schemas(edition)
    for name, value in data(edition).items():
        yield f"{EXTRA}/data/{name}.json", _json(value)
        yield f"{EXTRA}/data/{name}.schema.json", json.dumps(told[name], ensure_ascii=False, indent=2) + "\n"


def data(edition: Edition) -> dict[str, Any]:
    """Return the data beside the pages, by name."""
    return {
        "corpus": corpus.corpus(edition),
        "receipts": receipts.receipts(edition),
        "glossary": glossary.glossary(edition),
        "timeline": timeline.timeline(edition),
    }


def schemas(edition: Edition) -> dict[str, Any]:
    """Return the JSON Schema of each of the data, by name."""
    folder = files(__package__) / "export" / "schemas"
    names = ("corpus", "receipts", "glossary", "timeline")
    found = {name: json.loads((folder / f"{name}.schema.json").read_text("utf-8")) for name in names}
    return found | {"timeline": timeline.schema(edition, found["timeline"])}


def navigation(layers: context.Layers) -> list[dict[str, Any]]:
    """Return the site's navigation: home, the documents in order, and the other pages."""
    entries = [_entry("r_home", "index.md")]
    entries += [documents.nav(layers, pairs) for pairs in layers.edition.documents]
    pages = (
        ("r_timeline", "timeline.md"),
        ("r_glossary", "glossary.md"),
        ("r_about", "about.md"),
        ("r_cite", "cite.md"),
        ("r_data", "data.md"),
        ("c_links", "links.md"),
    )
    return entries + [_entry(key, path) for key, path in pages]


def _entry(key: str, path: str) -> dict[str, Any]:
    return {"title": {lang: words.say(key, lang) for lang in LANGS}, "path": path}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
