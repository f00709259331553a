"""The renderings of a term or phrase as a table: each form, what answers it, how often and where."""

from __future__ import annotations

from markupsafe import Markup

from ..model import Term
from ..tags import join, lines, tag
from ..terms.renderings import Answered, Rendering
from .context import Page
from .term_parts import Study, places, table


def answers(study: Study, here: Page, term: Term) -> Markup:
    """Return what answers a term in the aligned text, or nothing where it stands in none."""
    found = next((each for each in study.renderings if (each.kind, each.id) == ("term", term.id)), None)
    if found is None:
        return Markup()
    rows = [answered_row(study, here, each) for each in found.answered]
    head = [here.say("t_en_form"), here.say("t_ja_form"), here.say("t_number")]
    listed = table(head, rows, here.say("t_renderings"), "ty-answers") if rows else Markup()
    many = tag("p", flag(here), class_="ty-flagged") if found.many else Markup()
    return lines(many, listed, missing(study, here, found))


def answered_row(study: Study, here: Page, each: Answered) -> Markup:
    """Return an English form, the Japanese form that answers it, and the places."""
    told = tag("small", " ", here.say("t_here_only")) if each.declared else Markup()
    cells = (tag("td", each.en, lang="en"), tag("td", tag("span", each.ja, lang="ja"), told))
    return tag("tr", join(cells), tag("td", places(study, here, (id for id, _ in each.places))))


def flag(here: Page) -> Markup:
    """Return the mark of one form that several answer."""
    return tag("span", here.say("t_many"), class_="ty-flag")


def missing(study: Study, here: Page, found: Rendering) -> Markup:
    """Return where nothing that is known answers, and where several forms stand and none is chosen."""
    told = [
        ("t_missing_ja", found.missing.get("en", ())),
        ("t_missing_en", found.missing.get("ja", ())),
        ("t_surplus_en", found.surplus.get("en", ())),
        ("t_surplus_ja", found.surplus.get("ja", ())),
        ("t_undecided", found.undecided),
    ]
    return lines(
        *(
            tag("div", here.say(words), " ", places(study, here, (id for id, _ in own)), class_="ty-missed")
            for words, own in told
            if own
        )
    )
