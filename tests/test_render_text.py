"""A reading with its layers -> HTML."""

from typing import Any

from edition import INTRO, cases, document, small_edition
from taiyaku.render.context import Page, layers
from taiyaku.render.text import html
from taiyaku.units import units

TERMS = [
    {"id": "keeper", "term": {"en": "keeper", "ja": "灯台守"}, "reading": "", "definition": {}},
    {
        "id": "lighthouse",
        "term": {"en": "lighthouse", "ja": "灯台"},
        "variants": {"en": ["lighthouses"]},
        "reading": "",
        "definition": {},
    },
]


@cases("render_text")
def test_render_text(case: dict[str, Any]) -> None:
    given = case["input"] if isinstance(case["input"], dict) else {"en": case["input"]}
    doc = document(
        given["en"] + "\n\nI. Aim",
        specials=[INTRO],
        references=[{"lang": "en", "text": "ARTICLE I", "to": "I"}],
        **{key: value for key, value in given.items() if key != "en"},
    )
    made = small_edition(doc, TERMS)
    (pairs,) = made.documents
    page = Page(layers=layers(made), lang="en", path="text/intro.html", pairs=pairs)
    unit = next(iter(units(pairs)))
    assert html(page, pairs.clauses[0], unit) == case["expected"]
