"""The two-way lookup: a box whose answers `lookup.js` fetches from the search's index, and its renderings."""

from __future__ import annotations

import json

from markupsafe import Markup

from ..tags import tag
from .leaf import leaf
from .term_parts import Study

PATH = "lookup.html"


def lookup_page(study: Study, lang: str) -> tuple[str, str]:
    """Return the path and the leaf of the page; without a script it says where the same is to be read."""
    here = study.page(lang, PATH)
    title, lead = here.say("t_lookup_page"), here.say("t_lookup_lead")
    field = Markup(
        '<form class="ty-lookup" role="search" hidden><label for="lookup">%s</label>'
        '<input type="search" id="lookup" name="q" autocomplete="off" spellcheck="false"></form>'
    ) % here.say("t_lookup_label")
    without = tag(
        "noscript",
        tag(
            "p",
            here.say("t_lookup_without"),
            " ",
            tag("a", here.say("t_renderings_page"), href="renderings.html"),
        ),
    )
    body = (
        tag("p", tag("a", here.say("r_glossary"), href="glossary.html"), class_="ty-up"),
        tag("h1", title),
        tag("p", lead, class_="ty-lead"),
        field,
        without,
        tag("p", class_="ty-count", role="status"),
        tag("ol", class_="ty-pairs"),
    )
    return PATH, leaf(title, lead, *body, scripts=("find", "lookup"))


def answers_script(study: Study) -> str:
    """Return `assets/answers.js`: the forms that answer each other, for marking the side not typed."""
    table = [
        [sorted({answer.en for answer in each.answered}), sorted({answer.ja for answer in each.answered})]
        for each in study.renderings
        if each.answered
    ]
    return f"taiyaku.answers({json.dumps(table, ensure_ascii=False, separators=(',', ':'))});\n"
