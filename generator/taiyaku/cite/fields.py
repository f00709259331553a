"""Facts, a place and a style -> the fields of a form."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML

from ..words import cited_edition
from .facts import Facts

_TYPES = {
    "document": {"csl_type": "report", "ris_type": "RPRT", "bibtex_type": "techreport"},
    "entry": {"csl_type": "webpage", "ris_type": "ELEC", "bibtex_type": "misc"},
}
# What each work is called, by language.
_NAMES = (
    *("author", "title", "title_short", "told_title", "publisher"),
    *("parties", "parties_short", "states", "genre"),
)


@functools.cache
def table() -> Mapping[str, Any]:
    """Return the styles (`styles.yaml`)."""
    text = (files(__package__) / "styles.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = YAML(typ="safe", pure=True).load(text)
    return loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What is cited: a document, a clause by `label`, or with `rest` (`p2.i1`) a part of it.

    An event or a term has a `title` and the `page` on which it stands; `anchor` is its id there.
    """

    label: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Where the edition is published, whether a citation names it, and the day of access (ISO)."""

    site: str = ""
    version: str = ""
    accessed: str = ""


def fields(facts: Facts, place: Place, lang: str, dates: str, options: Options) -> dict[str, Any]:
    """Return every field in `lang`, dates in the form `dates`."""
    edition = cited_edition(lang, options.version) if options.version else ""
    # Without a public address there is nothing to visit: no link, no day of access.
    accessed = options.accessed if options.site else ""
    own = {
        **_TYPES["entry" if facts["kind"] == "entry" else "document"],
        "pin": pin(facts, place, lang),
        "edition": edition,
        "Edition": edition[:1].upper() + edition[1:],
        "url": site_address(options.site, address(facts, place, lang)),
        "accessed": written(accessed, dates),
        "accessed_parts": parts(accessed),
        "language": lang,
        "langid": "japanese" if lang == "ja" else "english",
        "key": "-".join(part for part in (facts["id"], place.label, place.rest) if part),
    }
    return own | _names(facts, lang) | _dates(facts, lang, dates)


def _names(facts: Facts, lang: str) -> dict[str, str]:
    """Return who made the work and what it is called; a body that is author and publisher is named once."""
    own = {name: facts[name][lang] for name in _NAMES}
    named = own["author"].startswith(own["publisher"])
    return own | {
        "other_publisher": "" if named else own["publisher"],
        "other_author": "" if named else own["author"],
        "issuer": own["author"] if named else own["publisher"],
        "lead_title": own["title"] if named else "",
        "institution": own["publisher"],
        "container": facts.get("container", {}).get(lang, ""),
    }


def _dates(facts: Facts, lang: str, form: str) -> dict[str, Any]:
    """Return the work's date, and what tells it from a work of the same year or title."""
    return {
        "date": written(facts["date"], form),
        "year": facts["date"][:4],
        "date_parts": parts(facts["date"]),
        "letter": facts["letter"],
        "told_date": written(facts["told_date"][lang], form),
    }


def address(facts: Facts, place: Place, lang: str) -> str:
    """Return the address below the site's root: the lasting page of a clause, the place of a part."""
    folder = "ja/" if lang == "ja" else ""
    if not place.label:
        return f"{folder}{facts.get('page') or facts['id'] + '/index.html'}"
    if not place.rest:
        return f"{folder}id/{facts['id']}/{place.label}.html"
    page = facts["clauses"][place.label]["page"]
    return f"{folder}{facts['id']}/{page}.html#{place.label}.{place.rest}"


def site_address(site: str, path: str) -> str:
    """Return the full address; nothing where the edition has none: a path is no address to cite."""
    return f"{site.rstrip('/')}/{path}" if site else ""


def written(date: str, form: str) -> str:
    """Return an ISO date (as precise as it is) in a form of `dates`."""
    if not date:
        return ""
    shape = table()["dates"][form]
    y, m, d = (*date.split("-"), "", "")[:3]
    month = table()["months"][shape["months"]][int(m) - 1] if m else ""
    template: str = shape["day" if d else "month" if m else "year"]
    plain = {"m": str(int(m)) if m else "", "d": str(int(d)) if d else ""}
    return template.format(y=y, mm=m, dd=d, month=month, **plain)


def parts(date: str) -> list[list[int]]:
    """Return a date as CSL writes it."""
    return [[int(part) for part in date.split("-")]] if date else []


def pin(facts: Facts, place: Place, lang: str) -> str:
    """Return the pinpoint: the clause, and what stands below it."""
    if not place.label:
        return ""
    clause = facts["clauses"][place.label]
    words = table()["pins"][lang]
    found: list[str] = [clause["pin"][lang]]
    steps = place.rest.split(".") if place.rest else []
    if steps:
        kind, _, number = clause["blocks"].get(steps[0], "paragraph").partition(":")
        found.append(words[kind].format(n=number or steps[0][1:]))
    if len(steps) > 1:
        numbers = ".".join(step[1:] for step in steps[1:])
        found.append(words[steps[1][0]].format(n=numbers))
    between: str = words["between"]
    return between.join(found)
