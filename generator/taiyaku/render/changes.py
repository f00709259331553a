"""What a reader is told of a text that was changed after it was published: where, when, why."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..dates import written
from ..model import Change, Clause, Manifest
from ..tags import lines, tag
from .context import Page
from .places import label, place


def changes(page: Page, clause: Clause) -> Markup:
    """Return a note for each declared change of the clause's texts, nothing where there was none."""
    return lines(*(_note(page, change, _where(page, clause, change.id)) for change in _of(page, clause.id)))


def document_changes(page: Page, manifest: Manifest) -> Markup:
    """Return the same for the document's own words, its title and what stands before the first clause."""
    where = manifest.short.get(page.lang)
    return lines(*(_note(page, change, where) for change in _of(page, manifest.id)))


def _of(page: Page, id: str) -> Iterator[Change]:
    """Yield the declared changes of a clause and its parts, or of a document's own words."""
    addresses = page.layers.addresses
    for change in page.layers.edition.corpus.ledger.changes:
        if change.id in addresses and addresses.clause(change.id) == id:
            yield change


def _where(page: Page, clause: Clause, id: str) -> str:
    return label(page, clause) if id == clause.id else place(page, clause, id)


def _note(page: Page, change: Change, where: str) -> Markup:
    day = tag("time", written(change.date, page.lang), datetime=change.date)
    before, after = page.say("r_changed", date="|").split("|")
    words = (where, " ", before, day, after, " ", change.reason.get(page.lang))
    return tag("p", *words, class_="ty-edition-note ty-changed", lang=page.lang)
