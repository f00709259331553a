"""What stands at the head of a document's pages: its title, its metadata, a word on a missing language."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from ..model import Manifest
from ..tags import heading, join, plain, tag, unbroken
from .context import Page


def notice(here: Page, manifest: Manifest) -> Markup:
    """Return the word to the reader of a document that lacks one of the languages."""
    if len(manifest.languages) > 1:
        return Markup()
    return tag("p", here.say(f"r_only_{manifest.languages[0]}"), class_="ty-notice", lang=here.lang)


def document_title(here: Page, manifest: Manifest) -> str:
    """Return the document's title in both languages; a dagger marks the edition's own wording."""
    sides = []
    for lang in here.order:
        dagger = Markup() if getattr(manifest.attested, lang) else edition_mark(here)
        words = unbroken(plain(manifest.title.get(lang)))
        sides.append(tag("span", words, dagger, class_="ty-side", lang=lang))
    return heading(1, join(sides, " "), "title", "ty-head", manifest.title.get(here.lang))


def edition_mark(here: Page) -> Markup:
    """Return the dagger that marks the edition's own wording."""
    return tag("span", "†", class_="ty-edition", title=here.say("r_edition_word"), lang=here.lang)


def document_meta(here: Page, manifest: Manifest, kind: str, title: str, **more: Any) -> dict[str, Any]:
    """Return the front matter of a document page; `more` is what only its kind has."""
    facts = {
        "kind": kind,
        "document": manifest.id,
        "short": manifest.short.get(here.lang),
        "languages": list(manifest.languages),
        "up": {"href": "index.html", "title": manifest.short.get(here.lang)},
        "full": "full.html",
        **more,
    }
    about = " ".join(manifest.about.get(here.lang).split())
    meta: dict[str, Any] = {"title": title, "description": f"{title}. {about}", "template": "reading.html"}
    return meta | ({"search": {"exclude": True}} if kind == "full" else {}) | {"taiyaku": facts}
