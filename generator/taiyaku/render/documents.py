"""The pages of a document: landing page, chapters, the whole text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..address import chapter
from ..address import page as page_path
from ..model import LANGS, Clause, Pairs
from ..tags import page
from . import clauses
from .context import Layers, Page
from .heads import document_meta, document_title, notice
from .landing import imprint, landing

Pages = Iterator[tuple[str, str]]  # path below docs or docs_ja, Markdown


def pages(layers: Layers, pairs: Pairs, lang: str) -> Pages:
    """Yield the pages of one document in one language."""
    chapters = by_chapter(pairs)
    here = _page(layers, pairs, lang, f"{pairs.document.manifest.id}/index")
    listed = [
        {"label": label, "href": f"{label.lower()}.html", "title": clauses.title(here, own[0])}
        for label, own in chapters.items()
    ]
    for index, own in enumerate(chapters.values()):
        yield _chapter(layers, pairs, lang, own, listed, index)
    yield _whole(layers, pairs, lang, chapters)
    yield landing(here, pairs, chapters)


def by_chapter(pairs: Pairs) -> dict[str, list[Clause]]:
    """Return the clauses by the label of the chapter whose page they stand on, in printed order."""
    chapters: dict[str, list[Clause]] = {}
    for clause in pairs.clauses:
        chapters.setdefault(chapter(clause, pairs.clauses), []).append(clause)
    return chapters


def _page(layers: Layers, pairs: Pairs, lang: str, path: str, *, whole: bool = False) -> Page:
    return Page(layers=layers, lang=lang, path=f"{path}.html", pairs=pairs, whole=whole)


def _chapter(
    layers: Layers, pairs: Pairs, lang: str, own: list[Clause], listed: list[dict[str, str]], index: int
) -> tuple[str, str]:
    """Return the page of the chapter that stands at `index` among those that are `listed`."""
    manifest = pairs.document.manifest
    label, title = listed[index]["label"], listed[index]["title"]
    path = page_path(manifest.id, label)
    here = _page(layers, pairs, lang, path)
    near = [listed[other] if 0 <= other < len(listed) else None for other in (index - 1, index + 1)]
    more = {"label": label, "chapters": listed, "prev": near[0], "next": near[1]}
    meta = document_meta(here, manifest, "chapter", title, **more)
    body = [part for clause in own for part in clauses.render(here, clause, 1)]
    return f"{path}.md", page(meta, notice(here, manifest), *body)


def _whole(layers: Layers, pairs: Pairs, lang: str, chapters: dict[str, list[Clause]]) -> tuple[str, str]:
    manifest = pairs.document.manifest
    path = f"{manifest.id}/full"
    here = _page(layers, pairs, lang, path, whole=True)
    title = manifest.title.get(lang)
    meta = document_meta(here, manifest, "full", title)
    body = [part for own in chapters.values() for clause in own for part in clauses.render(here, clause, 2)]
    front = document_title(here, manifest), imprint(here, manifest), notice(here, manifest)
    return f"{path}.md", page(meta, *front, *body)


def nav(layers: Layers, pairs: Pairs) -> dict[str, Any]:
    """Return a document's entry in the site's navigation."""
    manifest = pairs.document.manifest
    here = {lang: _page(layers, pairs, lang, f"{manifest.id}/index") for lang in LANGS}
    children = [
        {
            "title": {lang: clauses.title(replace(here[lang]), own[0]) for lang in LANGS},
            "path": f"{page_path(manifest.id, label)}.md",
        }
        for label, own in by_chapter(pairs).items()
    ]
    whole = {lang: here[lang].say("r_whole") for lang in LANGS}
    children.append({"title": whole, "path": f"{manifest.id}/full.md"})
    title = {"en": manifest.short.en, "ja": manifest.short.ja}
    return {"title": title, "path": f"{manifest.id}/index.md", "children": children}
