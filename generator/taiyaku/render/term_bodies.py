"""The bodies and mechanisms: the drawing, and all that the texts say of each, quoted."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ..model import Body, Quote, Tie
from ..tags import join, lines, tag
from .context import Page
from .leaf import leaf
from .term_drawing import drawing
from .term_parts import Study, clause_name, comma, term_name

PATH = "bodies.html"


def bodies_page(study: Study, lang: str) -> tuple[str, str]:
    """Return the path and the leaf of the page."""
    here = study.page(lang, PATH)
    title, lead = here.say("t_bodies_page"), here.say("t_bodies_lead")
    bodies = study.layers.edition.corpus.mechanisms.bodies
    body = (
        tag("p", tag("a", here.say("r_glossary"), href="glossary.html"), class_="ty-up"),
        tag("h1", title),
        tag("p", lead, class_="ty-lead"),
        tag("figure", drawing(here), tag("figcaption", here.say("t_drawing")), class_="ty-figure-drawn"),
        _missing(study, here, bodies),
        *(_body(study, here, each) for each in bodies),
    )
    return PATH, leaf(title, lead, *body)


def _missing(study: Study, here: Page, bodies: Sequence[Body]) -> Markup:
    """Return the drawings that the texts lack, by name."""
    ids = [body.missing for body in bodies if body.missing]
    links = [tag("a", clause_name(study, here, id), href=here.href(id)) for id in ids]
    words = here.say("t_missing_drawings")
    return tag("p", words, " ", join(links, comma(here)), class_="ty-missing") if links else Markup()


def _body(study: Study, here: Page, body: Body) -> Markup:
    """Return one body: facts as quotations, its ties in words, the clauses that name it."""
    term = study.index.terms[body.term]
    names = [tag("span", term.abbreviation, class_="ty-abbr")] if term.abbreviation else []
    names += [tag("span", term.term.get(lang), lang=lang) for lang in here.order]
    kinds = {kind.id: kind.name for kind in study.layers.edition.corpus.mechanisms.kinds}
    rows = [(kinds[fact.kind].get(here.lang), _quotes(study, here, fact.quotes)) for fact in body.facts]
    rows.append((here.say("t_ties"), lines(*(_tie(study, here, tie) for tie in _ties(study, body)))))
    rows.append((here.say("t_named_in"), _named(study, here, body)))
    if body.missing:
        link = tag("a", clause_name(study, here, body.missing), href=here.href(body.missing))
        rows.append((here.say("t_not_here"), join((here.say("t_drawing_lost"), " ", link))))
    listed = lines(*(tag("div", tag("dt", name), tag("dd", value)) for name, value in rows if value))
    entry = tag("a", here.say("t_to_term"), href=here.href(f"glossary:{term.id}"))
    heading = tag("h2", join(names, " "), id=term.id, class_="ty-body-name")
    return tag("section", lines(heading, tag("dl", listed, class_="ty-facts"), tag("p", entry)))


def _quotes(study: Study, here: Page, quotes: Sequence[Quote]) -> Markup:
    """Return quotations, each with its place; a quotation stands in its own language."""
    told = []
    for quote in quotes:
        link = tag(
            "a", clause_name(study, here, study.index.clause(quote.source)), href=here.href(quote.source)
        )
        told.append(tag("p", tag("q", quote.words, lang=quote.lang), " ", tag("small", link)))
    return lines(*told)


def _ties(study: Study, body: Body) -> list[Tie]:
    ties = study.layers.edition.corpus.mechanisms.ties
    return [tie for tie in ties if body.term in (tie.start, tie.end)]


def _tie(study: Study, here: Page, tie: Tie) -> Markup:
    """Return a tie in words: who, what (the edition's word), whom, and the quotation it rests on."""
    start, end = term_name(study, here, tie.start), term_name(study, here, tie.end)
    words = Markup(here.say(f"t_tie_{tie.kind}", start="{start}", end="{end}")).format(start=start, end=end)
    mark = Markup() if tie.quotes else tag("small", " ", here.say("t_reading"))
    return lines(tag("p", words, mark), _quotes(study, here, tie.quotes))


def _named(study: Study, here: Page, body: Body) -> Markup:
    """Return every clause that names the body."""
    ids = study.company.clauses.get(body.term, ())
    return join((tag("a", clause_name(study, here, id), href=here.href(id)) for id in ids), comma(here))
