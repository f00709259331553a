"""The pages of a document: landing page, chapters, the whole text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from ..address import chapter
from ..address import page as page_path
from ..dates import written
from ..model import LANGS, Clause, Manifest, Mark, Pairs
from ..units import units
from . import clauses
from .blocks import place
from .context import Layers, Page
from .markup import heading, join, lines, page, plain, tag

Pages = Iterator[tuple[str, str]]  # path below docs or docs_ja, Markdown


def pages(layers: Layers, pairs: Pairs, lang: str) -> Pages:
    """Yield the pages of one document in one language."""
    chapters = by_chapter(pairs)
    labels = list(chapters)
    for index, label in enumerate(labels):
        around = (
            labels[index - 1] if index else None,
            labels[index + 1] if index + 1 < len(labels) else None,
        )
        yield _chapter(layers, pairs, lang, label, chapters[label], around)
    yield _whole(layers, pairs, lang, chapters)
    yield _landing(layers, pairs, lang, chapters)


def by_chapter(pairs: Pairs) -> dict[str, list[Clause]]:
    """Return the clauses by the label of the chapter whose page they stand on, in printed order."""
    chapters: dict[str, list[Clause]] = {}
    for clause in pairs.clauses:
        chapters.setdefault(chapter(clause, pairs.clauses), []).append(clause)
    return chapters


def _page(layers: Layers, pairs: Pairs, lang: str, path: str, *, whole: bool = False) -> Page:
    return Page(layers=layers, lang=lang, path=f"{path}.html", pairs=pairs, whole=whole)


def _meta(here: Page, manifest: Manifest, kind: str, title: str, **more: Any) -> dict[str, Any]:
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


def _chapter(
    layers: Layers,
    pairs: Pairs,
    lang: str,
    label: str,
    own: list[Clause],
    around: tuple[str | None, str | None],
) -> tuple[str, str]:
    manifest = pairs.document.manifest
    path = page_path(manifest.id, label)
    here = _page(layers, pairs, lang, path)
    by_label = {clause.label: clause for clause in pairs.clauses}
    near = [
        {"href": f"{other.lower()}.html", "title": clauses.title(here, by_label[other])} if other else None
        for other in around
    ]
    title = clauses.title(here, own[0])
    meta = _meta(here, manifest, "chapter", title, label=label, prev=near[0], next=near[1])
    body = [part for clause in own for part in clauses.render(here, clause, 1)]
    return f"{path}.md", page(meta, notice(here, manifest), *body)


def _whole(layers: Layers, pairs: Pairs, lang: str, chapters: dict[str, list[Clause]]) -> tuple[str, str]:
    manifest = pairs.document.manifest
    path = f"{manifest.id}/full"
    here = _page(layers, pairs, lang, path, whole=True)
    title = manifest.title.get(lang)
    meta = _meta(here, manifest, "full", title)
    body = [part for own in chapters.values() for clause in own for part in clauses.render(here, clause, 2)]
    return f"{path}.md", page(meta, _title(here, manifest), notice(here, manifest), *body)


def notice(here: Page, manifest: Manifest) -> Markup:
    """Return the word to the reader of a document that lacks one of the languages."""
    if len(manifest.languages) > 1:
        return Markup()
    return tag("p", here.say(f"r_only_{manifest.languages[0]}"), class_="ty-notice", lang=here.lang)


def _title(here: Page, manifest: Manifest) -> str:
    """Return the document's title in both languages; a dagger marks the edition's own wording."""
    sides = []
    for lang in here.order:
        dagger = Markup() if getattr(manifest.attested, lang) else edition_mark(here)
        words = plain(manifest.title.get(lang))
        sides.append(tag("span", words, dagger, class_="ty-side", lang=lang))
    return heading(1, join(sides, " "), "title", "ty-head", manifest.title.get(here.lang))


def edition_mark(here: Page) -> Markup:
    """Return the dagger that marks the edition's own wording."""
    return tag("span", "†", class_="ty-edition", title=here.say("r_edition_word"), lang=here.lang)


def _landing(layers: Layers, pairs: Pairs, lang: str, chapters: dict[str, list[Clause]]) -> tuple[str, str]:
    manifest = pairs.document.manifest
    here = _page(layers, pairs, lang, f"{manifest.id}/index")
    meta = _meta(here, manifest, "landing", manifest.title.get(lang))
    body = (
        _title(here, manifest),
        _subtitle(here, manifest),
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
    for label, own in chapters.items():
        sections = [clause for clause in own if clause.level == 1 and not clause.figure and clause.heading]
        figures = [clause for clause in own if clause.figure]
        href = f"{label.lower()}.html"
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
    langs = [lang for lang in here.order if both.get(lang)] if clause.heading else [here.lang]
    sides = [tag("span", both.get(lang) or "", lang=lang) for lang in langs]
    number = [tag("span", lead, class_="ty-num")] if lead else []
    return tag("a", join([*number, *sides], " "), href=href)


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
                clause = places[here.layers.addresses.clause(unit.id)]
                where = clause.printed if unit.id == clause.id else place(here, clause, unit.id)
                rows.append(_correction(here, mark, unit.lang, tag("a", where, href=here.href(unit.id))))
    if not rows:
        return tag("p", here.say("r_no_corrections"))
    head = (tag("th", here.say(key), scope="col") for key in ("r_where", "r_source", "r_reading", "r_reason"))
    table = tag(
        "table", tag("thead", tag("tr", join(head))), tag("tbody", lines(*rows)), class_="ty-corrections"
    )
    label = here.say("r_corrections")
    return tag("div", table, class_="ty-table", tabindex="0", role="region", aria_label=label)


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


def nav(layers: Layers, pairs: Pairs) -> dict[str, Any]:
    """Return a document's entry in the site's navigation."""
    manifest = pairs.document.manifest
    here = {lang: _page(layers, pairs, lang, f"{manifest.id}/index") for lang in LANGS}
    children = [
        {
            "title": {lang: clauses.title(replace(here[lang]), own[0]) for lang in LANGS},
            "path": f"{page_path(manifest.id, label)}.md",
        }
        for label, own in by_chapter(pairs).items()
    ]
    whole = {lang: here[lang].say("r_whole") for lang in LANGS}
    children.append({"title": whole, "path": f"{manifest.id}/full.md"})
    title = {"en": manifest.short.en, "ja": manifest.short.ja}
    return {"title": title, "path": f"{manifest.id}/index.md", "children": children}
