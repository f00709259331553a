"""Works alike in one edition: what a short citation adds to tell them apart.

One author may have several works of one year, and several of one title.  APA has the year, and a
letter where the year is one, too; MLA names the title, shortened, beside an author of several
works, and in brackets the date of a title that several of them bear.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import ascii_lowercase

from ..model import LANGS, Edition
from .facts import Facts, facts


def known(edition: Edition) -> dict[str, Facts]:
    """Return the facts of every document by its id, works alike told apart."""
    return tell_apart([facts(pairs) for pairs in edition.documents])


def tell_apart(every: Sequence[Facts]) -> dict[str, Facts]:
    """Return the facts by document with `letter`, and `told_title` and `told_date` by language, filled in."""
    letters = _letters(every)
    return {own["id"]: own | {"letter": letters.get(own["id"], "")} | _told(own, every) for own in every}


def _letters(every: Sequence[Facts]) -> Mapping[str, str]:
    """Return the letter of each work whose author has another of the same year: by date, then by title."""
    groups: dict[tuple[str, str], list[Facts]] = {}
    for own in every:
        groups.setdefault((own["author"]["en"], own["date"][:4]), []).append(own)
    ordered = (
        sorted(group, key=lambda own: (own["date"], own["title_short"]["en"], own["id"]))
        for group in groups.values()
        if len(group) > 1
    )
    return {own["id"]: _letter(n) for group in ordered for n, own in enumerate(group)}


def _letter(number: int) -> str:
    """Return a … z, aa, ab …"""
    more, last = divmod(number, len(ascii_lowercase))
    return (_letter(more - 1) if more else "") + ascii_lowercase[last]


def _told(own: Facts, every: Sequence[Facts]) -> Facts:
    title, date = {}, {}
    for lang in LANGS:
        others = [each for each in every if each is not own and _name(each, lang) == _name(own, lang)]
        named = _name(own, lang) != own["title"][lang]
        title[lang] = own["title_short"][lang] if named and others else ""
        date[lang] = _date(own, [each for each in others if _short(each, lang) == _short(own, lang)])
    return {"told_title": title, "told_date": date}


def _name(own: Facts, lang: str) -> str:
    """Return what MLA begins with: the author, or the title of what the author publishes."""
    author: str = own["author"][lang]
    title: str = own["title"][lang]
    return title if author.startswith(own["publisher"][lang]) else author


def _short(own: Facts, lang: str) -> str:
    short: str = own["title_short"][lang]
    return short


def _date(own: Facts, alike: Sequence[Facts]) -> str:
    """Return the year that tells a work from those like it, the whole date where the year is one, too."""
    date: str = own["date"]
    if not alike:
        return ""
    return date if any(each["date"][:4] == date[:4] for each in alike) else date[:4]
