"""What a reader is told of a text that was changed after it was published: where, when, why."""

from __future__ import annotations

from markupsafe import Markup

from ..dates import written
from ..model import Change, Clause
from ..tags import lines, tag
from .context import Page
from .places import label, place


def changes(page: Page, clause: Clause) -> Markup:
    """Return a note for each declared change of the clause's texts, nothing where there was none."""
    addresses = page.layers.addresses
    declared = page.layers.edition.corpus.ledger.changes
    own = (each for each in declared if each.id in addresses and addresses.clause(each.id) == clause.id)
    return lines(*(_note(page, clause, change) for change in own))


def _note(page: Page, clause: Clause, change: Change) -> Markup:
    where = label(page, clause) if change.id == clause.id else place(page, clause, change.id)
    day = tag("time", written(change.date, page.lang), datetime=change.date)
    before, after = page.say("r_changed", date="|").split("|")
    words = (where, " ", before, day, after, " ", change.reason.get(page.lang))
    return tag("p", *words, class_="ty-edition-note ty-changed", lang=page.lang)
