"""Where a block, item or row stands, in words; and the link that copies its address."""

from __future__ import annotations

from markupsafe import Markup

from .. import naming
from ..address import anchor
from ..model import Clause, Manifest
from ..tags import tag
from .context import Page

_PLACES = {"p": "r_paragraph", "n": "r_note", "c": "r_caption", "x": "r_see"}


def permalink(page: Page, id: str, place: str) -> Markup:
    """Return the link that copies the address of `id`; its sign comes from the style sheet."""
    label = page.say("r_link", place=place)
    return tag("a", class_="ty-permalink", href=f"#{anchor(id)}", aria_label=label)


def manifest_of(page: Page, document: str) -> Manifest:
    """Return the manifest of a document of the edition."""
    manifests = (pairs.document.manifest for pairs in page.layers.edition.documents)
    return next(manifest for manifest in manifests if manifest.id == document)


def label(page: Page, clause: Clause) -> str:
    """Return what the page calls a clause: `IV.A.1`, `Annex`."""
    return naming.called(manifest_of(page, clause.document), clause.label, page.lang)


def place(page: Page, clause: Clause, id: str) -> str:
    """Return where a block, item or row stands, in words: `IV.A.1, paragraph 2, item 1`."""
    rest = id.removeprefix(f"{clause.id}.").split(".")
    letter, number = rest[0][0], rest[0][1:]
    table = any(block.id == f"{clause.id}.{rest[0]}" and block.kind == "table" for block in clause.blocks)
    words = [page.say("r_table_place" if table else _PLACES[letter], label=label(page, clause), n=number)]
    words += [page.say("r_row" if step[0] == "r" else "r_item", n=step[1:]) for step in rest[1:]]
    return ("の" if table else "、").join(words) if page.lang == "ja" else ", ".join(words)
