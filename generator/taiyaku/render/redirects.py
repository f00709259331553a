"""A page for each id that never moves: it previews the clause and leads to where it stands now.

`id/<document>/<label>.html` works from a web host and from a folder: it needs
no script, and the way to the clause is relative.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..address import in_language, relative
from ..model import Alias, Clause, Reading
from ..tags import lines, tag
from ..units import clause_units
from . import clauses
from .context import Layers, Page

_PREVIEW = 300  # characters; link previews show less


def redirects(layers: Layers, lang: str, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield (path below the site's root, HTML) of every clause's page, and of every alias."""
    by_id: dict[str, tuple[Page, Clause]] = {}
    for pairs in layers.edition.documents:
        here = Page(layers=layers, lang=lang, path="", pairs=pairs)
        for clause in pairs.clauses:
            by_id[clause.id] = (here, clause)
            yield _path(clause.id, lang), _html(here, clause, _path(clause.id, lang), site_url)
    for alias in layers.edition.corpus.ledger.aliases:
        if alias.to not in layers.addresses:
            yield _moved(layers, alias, lang, site_url)
        elif target := by_id.get(layers.addresses.clause(alias.to)):
            here, clause = target
            yield _path(alias.id, lang), _html(here, clause, _path(alias.id, lang), site_url)


def _moved(layers: Layers, alias: Alias, lang: str, site_url: str) -> tuple[str, str]:
    """Return the page of a former id of a term or event: where its page was, else with the other ids."""
    kind, _, own = alias.id.partition(":")
    path = in_language(f"glossary/{own}.html", lang) if kind == "glossary" else _path(alias.id, lang)
    target = layers.addresses.url(alias.to, lang)
    way = relative(target, path)
    public = f"{site_url.rstrip('/')}/{target}" if site_url else way
    return path, _document(lang, _head(alias.to, way, public), tag("p", tag("a", alias.to, href=way)))


def _head(title: str, way: str, public: str) -> Markup:
    """Return what leads from here: `way` is relative, `public` the address that is to be indexed."""
    return lines(
        Markup('<meta charset="utf-8">'),
        tag("title", title),
        _meta("http-equiv", "refresh", f"0; url={way}"),
        Markup('<link rel="canonical" href="%s">') % public,
        Markup('<link rel="icon" href="data:,">'),
    )


def _document(lang: str, head: Markup, body: Markup) -> str:
    opening = f'<!doctype html>\n<html lang="{lang}">\n<head>'
    return f"{opening}\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"


def _path(id: str, lang: str) -> str:
    return in_language(f"id/{id.replace(':', '/')}.html", lang)


def _html(here: Page, clause: Clause, path: str, site_url: str) -> str:
    """Return the page: title and text for previews, a canonical link, a redirect, and a plain link."""
    manifest = here.pairs.document.manifest if here.pairs else None
    named = clauses.special_name(here, clause)
    printed = named.get(here.lang) if named else clause.printed
    name = f"{printed} {clauses.title(here, clause, numbered=False)}" if clause.heading else printed
    short = manifest.short.get(here.lang) if manifest else ""
    title = f"{name} · {short}"
    target = here.layers.addresses.url(clause.id, here.lang)
    way = relative(target, path)
    public = site_url.rstrip("/") + "/" + target if site_url else way
    lang, text = preview(here, clause)
    head = lines(
        _head(title, way, public),
        _meta("name", "description", text),
        _meta("property", "og:type", "article"),
        _meta("property", "og:title", title),
        _meta("property", "og:description", text),
        _meta("property", "og:url", public),
        _meta("property", "og:locale", "ja_JP" if here.lang == "ja" else "en_US"),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
    )
    body = lines(
        tag("h1", title),
        tag("p", text, lang=lang if lang != here.lang else None),
        tag("p", tag("a", here.say("r_continue", place=printed), href=way)),
    )
    return _document(here.lang, head, body)


def preview(here: Page, clause: Clause) -> tuple[str, str]:
    """Return (language, beginning of the text) of a clause: in the page's language, else in the other."""
    texts: dict[str, list[str]] = {lang: [] for lang in here.order}
    for unit in clause_units(clause):
        if unit.part != "heading":
            texts[unit.lang].append(_flat(unit.reading))
    found = ((lang, " ".join(own)) for lang, own in texts.items() if own)
    lang, words = next(found, _heading(here, clause))
    return lang, words if len(words) <= _PREVIEW else words[: _PREVIEW - 1].rstrip() + "…"


def _heading(here: Page, clause: Clause) -> tuple[str, str]:
    both = clauses.titles(here, clause)
    lang = next((lang for lang in here.order if both.get(lang)), here.lang)
    return lang, both.get(lang) or clause.printed


def _flat(reading: Reading) -> str:
    return " ".join(reading.text.split())


def _meta(kind: str, name: str, content: str) -> Markup:
    return Markup('<meta %s="%s" content="%s">') % (Markup(kind), name, content)
