"""All pages and scripts on the terms, for `output`."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import LANGS
from .term_backlinks import backlinks_script
from .term_bodies import bodies_page
from .term_lookup import answers_script, lookup_page
from .term_page import term_page
from .term_parts import Study, study
from .term_renderings import renderings_page
from .term_verbs import verbs_page

PAGES = (renderings_page, verbs_page, lookup_page, bodies_page)


def leaves(made: Study, lang: str) -> Iterator[tuple[str, str]]:
    """Yield (path below the language's root, leaf) of every page on the terms."""
    for term in made.index.terms.values():
        yield term_page(made, term, lang)
    for page in PAGES:
        yield page(made, lang)


def scripts(made: Study) -> Iterator[tuple[str, str]]:
    """Yield (path below the site's root, script) of what the pages load when it is needed."""
    yield "assets/answers.js", answers_script(made)
    for lang in LANGS:
        yield f"assets/backlinks.{lang}.js", backlinks_script(made, lang)


__all__ = ["Study", "leaves", "scripts", "study"]
