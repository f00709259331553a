"""The renderings page: a translator's checklist of what answers what, in both directions."""

from __future__ import annotations

from markupsafe import Markup

from ..tags import join, lines, tag
from ..terms.kana import readings
from ..terms.renderings import Answered, Backward, Rendering, backward
from .context import Page
from .leaf import leaf
from .term_answers import flag, missing
from .term_parts import Study, filter_box, places, section, table, term_name

PATH = "renderings.html"


def renderings_page(study: Study, lang: str) -> tuple[str, str]:
    """Return the path and the leaf of the page."""
    here = study.page(lang, PATH)
    title, lead = here.say("t_renderings_page"), here.say("t_renderings_lead")
    terms = [each for each in study.renderings if each.kind == "term"]
    phrases = [each for each in study.renderings if each.kind == "phrase"]
    body = (
        tag("p", tag("a", here.say("r_glossary"), href="glossary.html"), class_="ty-up"),
        tag("h1", title),
        tag("p", lead, class_="ty-lead"),
        tag("p", here.say("t_renderings_how"), class_="ty-edition-note"),
        _summary(here, study),
        filter_box(here, ".ty-renderings tbody tr", "found_rows"),
        section("terms", here.say("t_of_terms"), _forward(study, here, terms)),
        section("phrases", here.say("t_of_phrases"), _forward(study, here, phrases)),
        section("japanese", here.say("t_from_japanese"), _backward(study, here)),
    )
    return PATH, leaf(title, lead, *body, scripts=("filter", "terms"))


def _summary(here: Page, study: Study) -> Markup:
    found = study.renderings
    lacking = sum(len(own) for each in found for own in each.missing.values())
    words = here.say("t_summary", all=len(found), many=sum(each.many for each in found), missing=lacking)
    return tag("p", words)


def _forward(study: Study, here: Page, found: list[Rendering]) -> Markup:
    """Return a table with a row for each term or phrase: its forms and what answers each."""
    head = [here.say(key) for key in ("t_subject", "t_answered", "t_number", "t_kinds", "t_marks")]
    rows = [_row(study, here, each) for each in found]
    return table(head, rows, here.say("t_renderings_page"), "ty-renderings ty-sortable")


def _row(study: Study, here: Page, each: Rendering) -> Markup:
    name = tag("span", each.name.en or "", lang="en")
    if each.kind == "term":
        name = tag("a", each.name.en or "", href=here.href(f"glossary:{each.id}"), lang="en")
    notes = lines(flag(here) if each.many else Markup(), missing(study, here, each))
    cells = (
        tag("th", name, scope="row"),
        tag("td", tag("ul", lines(*(_answer(study, here, a) for a in each.answered)))),
        tag("td", str(sum(len(a.places) for a in each.answered))),
        tag("td", str(len({a.ja for a in each.answered}))),
        tag("td", notes),
    )
    also = study.index.terms[each.id].reading if each.kind == "term" else None
    id = f"{each.kind}-{each.id}"
    return tag("tr", join(cells), id=id, data_many=each.many or None, data_also=also or None)


def _answer(study: Study, here: Page, answered: Answered) -> Markup:
    return tag(
        "li",
        tag("span", answered.en, lang="en"),
        " → ",
        tag("span", answered.ja, lang="ja"),
        " ",
        places(study, here, (id for id, _ in answered.places)),
        Markup(" ") + tag("small", here.say("t_here_only")) if answered.declared else Markup(),
    )


def _backward(study: Study, here: Page) -> Markup:
    known = readings(study.index.terms.values(), study.layers.edition.corpus.phrases)
    rows = [_back_row(study, here, each) for each in backward(study.renderings, known)]
    head = [here.say(key) for key in ("t_ja_form", "t_answers_en", "t_number", "t_kinds", "t_marks")]
    return table(head, rows, here.say("t_from_japanese"), "ty-renderings ty-sortable")


def _back_row(study: Study, here: Page, each: Backward) -> Markup:
    answered = []
    for answer, subject in zip(each.answered, each.subjects, strict=True):
        parts = [tag("span", answer.en, lang="en"), " ", places(study, here, (id for id, _ in answer.places))]
        if subject.kind == "term":
            parts += [" ", tag("small", term_name(study, here, subject.id))]
        answered.append(tag("li", *parts))
    total = sum(len(answer.places) for answer in each.answered)
    cells = (
        tag("th", tag("span", each.ja, lang="ja"), scope="row", data_sort=each.kana),
        tag("td", tag("ul", lines(*answered))),
        tag("td", str(total)),
        tag("td", str(len(each.answered))),
        tag("td", tag("span", here.say("t_many_en"), class_="ty-flag") if each.many else Markup()),
    )
    return tag("tr", join(cells), data_many=each.many or None, data_also=each.kana)
