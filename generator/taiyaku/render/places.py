"""Where a block, item or row stands, in words; and the link that copies its address."""

from __future__ import annotations

from markupsafe import Markup

from ..address import anchor
from ..model import Clause
from ..tags import tag
from .context import Page

_PLACES = {"p": "r_paragraph", "n": "r_note", "c": "r_caption", "x": "r_see"}


def permalink(page: Page, id: str, place: str) -> Markup:
    """Return the link that copies the address of `id`; its sign comes from the style sheet."""
    label = page.say("r_link", place=place)
    return tag("a", class_="ty-permalink", href=f"#{anchor(id)}", aria_label=label)


def place(page: Page, clause: Clause, id: str) -> str:
    """Return where a block, item or row stands, in words: `IV.A.1, paragraph 2, item 1`."""
    rest = id.removeprefix(f"{clause.id}.").split(".")
    letter, number = rest[0][0], rest[0][1:]
    words = [page.say(_PLACES[letter], label=clause.printed, n=number)]
    words += [page.say("r_row" if step[0] == "r" else "r_item", n=step[1:]) for step in rest[1:]]
    return "、".join(words) if page.lang == "ja" else ", ".join(words)
