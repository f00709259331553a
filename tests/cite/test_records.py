"""Records for reference managers, read by parsers that are not ours; test_processor.py renders them."""

import json

import bibtexparser
import pytest
import rispy

from taiyaku.cite.citing import csl, record
from taiyaku.cite.facts import Facts, facts
from taiyaku.cite.fields import Options, Place
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


@pytest.mark.parametrize("format", ["ris", "bibtex", "csl"])
def test_without_a_public_address_a_record_has_no_link_and_no_day_of_access(
    edition: Edition, format: str
) -> None:
    own, nowhere = known(edition, "guidelines-2015"), Options(version="1.0", accessed="2026-11-22")
    for place in (Place(), Place(label="IV.A.1"), Place(label="IV.A.1", rest="p2")):
        said = record(own, place, format, "en", nowhere)
        assert own["title"]["en"] in said
        for absent in ("html", "UR  -", "url", "URL", "2026"):
            assert absent not in said
