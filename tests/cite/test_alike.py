"""Works alike are told apart: no two documents share a citation, no two places of a document a pinpoint."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.cite.alike import known, tell_apart
from taiyaku.cite.citing import citation, style_ids
from taiyaku.cite.facts import Facts, entry
from taiyaku.cite.fields import Options, Place, pin
from taiyaku.cite.template import text
from taiyaku.model import LANGS, Edition, Pairs, Words
from taiyaku.units import units

VERSIONED = Options(version="1.0", accessed="2026-11-22")


def places(pairs: Pairs) -> Iterator[Place]:
    """The document, its clauses, and everything below them that an address names."""
    labels = {clause.id: clause.label for clause in pairs.clauses}
    yield Place()
    yield from (Place(label=label) for label in labels.values())
    below = {block.id for clause in pairs.clauses for block in clause.blocks}
    below |= {unit.id for unit in units(pairs)} - labels.keys() - {pairs.document.manifest.id}
    for id in sorted(below):
        clause = max((each for each in labels if id.startswith(f"{each}.")), key=len)
        yield Place(label=labels[clause], rest=id.removeprefix(f"{clause}."))


@pytest.mark.parametrize("style", style_ids())
def test_no_two_documents_share_a_citation(edition: Edition, style: str) -> None:
    documents = known(edition)
    for options in (Options(), VERSIONED):
        told: dict[str, set[str]] = defaultdict(set)
        for pairs in edition.documents:
            id = pairs.document.manifest.id
            for place in places(pairs):
                told[text(citation(documents[id], place, style, options))].add(id)
        assert [said for said, ids in told.items() if len(ids) > 1] == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_two_places_of_a_document_share_a_pinpoint(edition: Edition, lang: str) -> None:
    documents = known(edition)
    for pairs in edition.documents:
        told: dict[str, list[Place]] = defaultdict(list)
        for place in places(pairs):
            told[pin(documents[pairs.document.manifest.id], place, lang)].append(place)
        assert [shared for shared in told.values() if len(shared) > 1] == []


def work(id: str, author: str, publisher: str, title: str, date: str) -> Facts:
    """A document of which no more is known."""
    own = entry(id, "", Words(en=title), Words())
    names: dict[str, Any] = {
        name: {"en": said, "ja": said}
        for name, said in {"author": author, "publisher": publisher, "title_short": title}.items()
    }
    clause = {"I": {"pin": {"en": "§ I", "ja": "Ⅰ"}, "page": "i", "blocks": {}}}
    return own | names | {"kind": "report", "date": date, "clauses": clause}


WORKS = st.tuples(
    st.sampled_from(["Committee", "Ministry"]),
    st.sampled_from(["Committee", "Press"]),
    st.sampled_from(["Guidelines", "Report", "White Paper"]),
    st.sampled_from(["1997", "1997-09", "1997-09-23", "2015-04-27", "2015-04-28"]),
)


@settings(deadline=None, derandomize=True)
@given(st.lists(WORKS, min_size=2, max_size=30, unique_by=lambda work: (work[0], *work[2:])))
def test_short_forms_differ_wherever_author_title_or_date_do(made: list[tuple[str, str, str, str]]) -> None:
    documents = tell_apart([work(f"w-{n}", *each) for n, each in enumerate(made)])
    for style in ("apa", "apa-text", "mla-text"):
        told = [text(citation(own, Place(label="I"), style, Options())) for own in documents.values()]
        assert len(set(told)) == len(told), told


CASES = [
    # A work alone is told by its author; two of one title by their years, or by their days.
    ([("A", "P", "T", "1997")], ["(A, § I)"], ["(A, 1997, § I)"]),
    (
        [("A", "P", "T", "1997"), ("A", "P", "T", "2015")],
        ["(A, T [1997], § I)", "(A, T [2015], § I)"],
        ["(A, 1997, § I)", "(A, 2015, § I)"],
    ),
    (
        [("A", "P", "T", "1997-05-02"), ("A", "P", "T", "1997-05-01")],
        ["(A, T [2 May 1997], § I)", "(A, T [1 May 1997], § I)"],
        ["(A, 1997b, § I)", "(A, 1997a, § I)"],
    ),
    # Two titles need no date; two authors need no title.
    (
        [("A", "P", "T", "1997"), ("A", "P", "U", "1998")],
        ["(A, T, § I)", "(A, U, § I)"],
        ["(A, 1997, § I)", "(A, 1998, § I)"],
    ),
    (
        [("A", "P", "T", "1997"), ("B", "P", "T", "1997")],
        ["(A, § I)", "(B, § I)"],
        ["(A, 1997, § I)", "(B, 1997, § I)"],
    ),
    # What its author publishes is told by its title.
    (
        [("A", "A", "T", "1997"), ("B", "B", "T", "1998")],
        ["(T [1997], § I)", "(T [1998], § I)"],
        ["(A, 1997, § I)", "(B, 1998, § I)"],
    ),
]


@pytest.mark.parametrize(("made", "mla", "apa"), CASES)
def test_what_is_added(made: list[tuple[str, str, str, str]], mla: list[str], apa: list[str]) -> None:
    documents = tell_apart([work(f"w-{n}", *each) for n, each in enumerate(made)])
    for style, sign, expected in (("mla-text", "sec. ", mla), ("apa-text", "Section ", apa)):
        told = [text(citation(own, Place(label="I"), style, Options())) for own in documents.values()]
        assert [said.replace(sign, "§ ") for said in told] == expected
