"""The two-way lookup: a box whose answers `lookup.js` fetches from the search's index, and its renderings."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote

from markupsafe import Markup

from ..tags import join, tag
from ..terms.renderings import Answered
from .context import Page
from .leaf import leaf
from .term_parts import Study, comma

PATH = "lookup.html"
EXAMPLES = 3


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
        _examples(study, here),
        without,
        tag("p", class_="ty-count", role="status"),
        tag("ol", class_="ty-pairs"),
    )
    return PATH, leaf(title, lead, *body, scripts=("find", "lookup"))


def _examples(study: Study, here: Page) -> Markup:
    """Return words to begin with: the three most frequent of several renderings, and an answer of each."""
    varied = [each for each in study.renderings if each.many]
    words: list[tuple[str, str]] = []
    for each in sorted(varied, key=lambda each: (-_places(each.answered), each.id))[:EXAMPLES]:
        commonest = max(each.answered, key=lambda answer: len(answer.places))
        words += [((each.name.en or "").split(" / ")[0], "en"), (commonest.ja, "ja")]
    links = [tag("a", word, href=f"?q={quote(word)}", lang=lang) for word, lang in words]
    return (
        tag("p", here.say("t_lookup_try"), join(links, comma(here)), class_="ty-try") if links else Markup()
    )


def _places(answered: Iterable[Answered]) -> int:
    return sum(len(answer.places) for answer in answered)


def answers_script(study: Study) -> str:
    """Return `assets/answers.js`: the forms that answer each other, for marking the side not typed."""
    table = [
        [sorted({answer.en for answer in each.answered}), sorted({answer.ja for answer in each.answered})]
        for each in study.renderings
        if each.answered
    ]
    return f"taiyaku.answers({json.dumps(table, ensure_ascii=False, separators=(',', ':'))});\n"
