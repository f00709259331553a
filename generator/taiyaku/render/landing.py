"""A document's landing page: what it is, its contents in both languages, the state of its text."""

from __future__ import annotations

from markupsafe import Markup

from ..dates import written
from ..model import LANGS, Clause, Manifest, Mark, Pairs
from ..tags import join, lines, page, tag
from ..units import units
from . import clauses
from .changes import document_changes
from .context import Page
from .heads import document_meta, document_title, edition_mark, notice
from .places import label, place


def landing(here: Page, pairs: Pairs, chapters: dict[str, list[Clause]]) -> tuple[str, str]:
    """Return the landing page's path and its Markdown."""
    manifest, lang = pairs.document.manifest, here.lang
    meta = document_meta(here, manifest, "landing", manifest.title.get(lang))
    body = (
        document_title(here, manifest),
        _subtitle(here, manifest),
        document_changes(here, manifest),
        tag("p", manifest.about.get(lang), class_="ty-lead"),
        notice(here, manifest),
        _facts(here, manifest),
        f"## {here.say('r_contents')} {{ #contents }}",
        lines(_contents(here, chapters), tag("p", tag("a", here.say("r_whole"), href="full.html"))),
        f"## {here.say('r_state')} {{ #state }}",
        tag("ul", join(tag("li", words.get(lang)) for words in manifest.state)),
        f"## {here.say('r_sources')} {{ #sources }}",
        _sources(here, pairs),
        f"## {here.say('r_corrections')} {{ #corrections }}",
        _corrections(here, pairs),
    )
    return f"{manifest.id}/index.md", page(meta, *body)


def imprint(here: Page, manifest: Manifest) -> Markup:
    """Return what a printed copy says below its title: what the text is, and where it comes from."""
    told = document_changes(here, manifest)
    return tag("div", _subtitle(here, manifest), told, _facts(here, manifest), class_="ty-imprint")


def _subtitle(here: Page, manifest: Manifest) -> Markup:
    if not manifest.subtitle:
        return Markup()
    parts = []
    for lang in here.order:
        own = edition_mark(here) if not getattr(manifest.attested, lang) else Markup()
        parts.append(tag("span", manifest.subtitle.get(lang), own, lang=lang))
    return tag("p", join(parts, " "), class_="ty-subtitle")


def _facts(here: Page, manifest: Manifest) -> Markup:
    lang = here.lang
    names = {"en": here.say("r_english"), "ja": here.say("r_japanese")}
    between = "、" if lang == "ja" else ", "
    links = [
        tag(
            "a",
            here.say(f"r_official_{each}"),
            href=manifest.official.get(each),
            hreflang=each,
            rel="external",
        )
        for each in LANGS
        if manifest.official.get(each)
    ]
    facts: list[tuple[str, str | Markup]] = [
        ("r_date", tag("time", written(manifest.date, lang), datetime=manifest.date)),
        ("r_place", manifest.place.get(lang)),
        ("r_issuer", manifest.issuer.get(lang)),
        ("r_kind", manifest.kind.get(lang)),
        ("r_languages", between.join(names[each] for each in manifest.languages)),
        ("r_official", join(links, between)),
        ("r_authority", manifest.authority.get(lang)),
    ]
    rows = (tag("div", tag("dt", here.say(key)), tag("dd", value)) for key, value in facts if value)
    return tag("dl", lines(*rows), class_="ty-facts")


def _contents(here: Page, chapters: dict[str, list[Clause]]) -> Markup:
    entries = []
    for top, own in chapters.items():
        sections = [clause for clause in own if clause.level == 1 and not clause.figure and clause.heading]
        figures = [clause for clause in own if clause.figure]
        href = f"{top.lower()}.html"
        under = [
            tag("li", _entry(here, clause, f"{href}#{clause.label}")) for clause in (*sections, *figures)
        ]
        nested = tag("ol", lines(*under)) if under else Markup()
        entries.append(tag("li", _entry(here, own[0], href), nested))
    return tag("ol", lines(*entries), class_="ty-contents")


def _entry(here: Page, clause: Clause, href: str) -> Markup:
    both = clauses.titles(here, clause)
    named = clauses.special_name(here, clause)
    lead = named.get(here.lang) if named and clause.heading else clauses.marker(clause, here.lang)
    langs = here.order if clause.heading else (here.lang,)
    sides = [tag("span", words, lang=lang) for lang in langs if (words := both.get(lang))]
    number = [tag("span", lead, class_="ty-num")] if lead else []
    kind = "ty-of-figure" if clause.figure else None
    return tag("a", join([*number, *sides], " "), href=href, class_=kind)


def _sources(here: Page, pairs: Pairs) -> Markup:
    entries = []
    for source in pairs.document.sources:
        role = here.say(f"r_{source.declared.role}")
        name = source.path.rsplit("/", 1)[-1]
        digest = tag("code", source.declared.sha256[:16] + "…")
        words = f" ({role}), SHA-256 " if here.lang == "en" else f"（{role}）SHA-256 "
        entries.append(tag("li", tag("code", name), words, digest))
    return tag("ul", lines(*entries))


def _corrections(here: Page, pairs: Pairs) -> Markup:
    rows = []
    places = {clause.id: clause for clause in pairs.clauses}
    for unit in units(pairs):
        for mark in unit.reading.marks:
            if mark.kind in ("correction", "slip"):
                where = _where(here, places.get(here.layers.addresses.clause(unit.id)), unit.id)
                rows.append(_correction(here, mark, unit.lang, tag("a", where, href=here.href(unit.id))))
    if not rows:
        return tag("p", here.say("r_no_corrections"))
    head = (tag("th", here.say(key), scope="col") for key in ("r_where", "r_source", "r_reading", "r_reason"))
    table = tag(
        "table", tag("thead", tag("tr", join(head))), tag("tbody", lines(*rows)), class_="ty-corrections"
    )
    label = here.say("r_corrections")
    return tag("div", table, class_="ty-table", tabindex="0", role="region", aria_label=label)


def _where(here: Page, clause: Clause | None, id: str) -> str:
    """Return what names a place in a list of them: a clause, a part of one, or the document's own title."""
    if clause is None:
        return here.pairs.document.manifest.short.get(here.lang) if here.pairs else id
    return label(here, clause) if id == clause.id else place(here, clause, id)


def _correction(here: Page, mark: Mark, lang: str, where: Markup) -> Markup:
    words = mark.source if len(mark.source) < 120 else mark.source[:118] + " …"
    if mark.kind == "correction":
        after = tag("td", tag("ins", _reading_of(here, mark, lang), lang=lang))
    else:
        after = tag("td", here.say("r_left"))
    reason = tag("td", mark.reason.get(here.lang))
    return tag("tr", tag("td", where), tag("td", words, lang=lang), after, reason)


def _reading_of(here: Page, mark: Mark, lang: str) -> str:
    manifest = here.pairs.document.manifest if here.pairs else None
    found = (
        (c for c in manifest.corrections if c.source == mark.source and c.lang == lang) if manifest else ()
    )
    return next((correction.reading for correction in found), "")
