"""The timeline page: eras, and events with their places in the texts; it needs no script to be read."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from ..attest import attested, source_texts
from ..dates import era_of, written
from ..model import Era, Event
from ..tags import join, lines, page, tag
from .clauses import reference_name
from .context import Layers, Page
from .heads import edition_mark


def timeline(layers: Layers, lang: str) -> tuple[str, str]:
    """Return the page's path and its Markdown."""
    here = Page(layers=layers, lang=lang, path="timeline.html")
    table = layers.edition.corpus.timeline
    texts = source_texts(layers.edition)
    everything = " ".join(text for by_lang in texts.values() for text in by_lang.values())
    body: list[str] = []
    for era in table.eras:
        own = [event for event in table.events if era_of(event, table.eras) == era]
        body.append(_era(here, era, own, texts, everything))
    title = here.say("r_timeline")
    meta = {"title": title, "description": here.say("r_timeline_lead"), "template": "page.html"}
    if not table.events:
        return "timeline.md", page(meta, f"# {title}", tag("p", here.say("r_timeline_none")))
    lead = tag("p", here.say("r_timeline_lead"), class_="ty-lead")
    between = "" if here.lang == "ja" else " "
    told = join((here.say("r_edition_key"), here.say("r_timeline_bounds")), between)
    note = tag("p", told, class_="ty-edition-note")
    return "timeline.md", page(meta, f"# {title}", lead, note, _eras(here), _filters(here), *body)


def _eras(here: Page) -> Markup:
    """Return the strip of eras."""
    entries = []
    for era in here.layers.edition.corpus.timeline.eras:
        years = tag("span", f"{era.start}–{era.end}", class_="ty-years")
        link = tag("a", years, " ", tag("span", era.title.get(here.lang)), href=f"#era-{era.id}")
        entries.append(tag("li", link, data_from=str(era.start), data_to=str(era.end)))
    return tag("nav", tag("ol", lines(*entries)), class_="ty-eras", aria_label=here.say("r_eras"))


def _filters(here: Page) -> Markup:
    table = here.layers.edition.corpus.timeline
    used = {event.kind for event in table.events}
    kinds = [
        tag(
            "button",
            kind.name.get(here.lang),
            type="button",
            aria_pressed="false",
            data_filter_kind=kind.id,
        )
        for kind in table.kinds
        if kind.id in used
    ]
    eras = [
        tag("button", f"{era.start}–{era.end}", type="button", aria_pressed="false", data_filter_era=era.id)
        for era in table.eras
    ]
    return tag("div", lines(*kinds, *eras), class_="ty-filters", hidden=True)


def _era(
    here: Page, era: Era, events: list[Event], texts: Mapping[str, dict[str, str]], everything: str
) -> Markup:
    names = []
    for lang in here.order:
        own = Markup() if era.title.get(lang) in everything else edition_mark(here)
        names.append(tag("span", era.title.get(lang), own, lang=lang))
    years = tag("span", f"{era.start}–{era.end}", class_="ty-years")
    listed = tag("ol", lines(*(_event(here, event, texts) for event in events)), class_="ty-events")
    heading = tag("h2", years, " ", join(names, " "))
    return tag(
        "section", Markup("\n"), lines(heading, listed), Markup("\n"), class_="ty-era", id=f"era-{era.id}"
    )


def _event(here: Page, event: Event, texts: Mapping[str, dict[str, str]]) -> Markup:
    found = attested(event, dict(texts))
    kinds = {kind.id: kind.name for kind in here.layers.edition.corpus.timeline.kinds}
    names = []
    for lang in here.order:
        own = Markup() if found[lang] else edition_mark(here)
        names.append(tag("span", event.title.get(lang), own, lang=lang))
    parts = [
        tag("time", written(event.date, here.lang), datetime=event.date),
        tag("span", kinds[event.kind].get(here.lang), class_="ty-kind"),
        tag("p", join(names, " "), class_="ty-title"),
        _people(here, event),
        tag("p", event.note.get(here.lang), class_="ty-notetext") if event.note else Markup(),
        _sources(here, event),
        tag(
            "a",
            class_="ty-permalink",
            href=f"#{event.id}",
            aria_label=here.say("r_link", place=event.title.get(here.lang)),
        ),
    ]
    return tag(
        "li", Markup("\n"), lines(*parts), Markup("\n"), class_="ty-event", id=event.id, data_kind=event.kind
    )


def _people(here: Page, event: Event) -> Markup:
    if not event.people:
        return Markup()
    between = "、" if here.lang == "ja" else ", "
    return tag("p", between.join(person.get(here.lang) for person in event.people), class_="ty-people")


def _sources(here: Page, event: Event) -> Markup:
    between = "、" if here.lang == "ja" else ", "
    named: dict[str, str] = {}
    for source in event.sources:  # two blocks of one clause are one link, to the first
        named.setdefault(reference_name(here, source), source)
    links = (tag("a", name, href=here.href(source)) for name, source in named.items())
    return tag("p", tag("b", here.say("r_event_sources")), " ", join(links, between), class_="ty-sources")
