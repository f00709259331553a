"""What pages call clauses, and places in them: in permalinks, lists and the dialog for citing alike."""

import pytest

from edition import edition
from taiyaku.naming import listed
from taiyaku.render.context import Page, layers
from taiyaku.render.places import manifest_of, place

LISTED = {
    "guidelines-2015:IV.A.1": ("2015 Guidelines, IV.A.1", "2015年指針 IV.A.1"),
    "guidelines-1997:annex": ("1997 Guidelines, Annex", "1997年指針 別表"),
    "defense-of-japan-2019:2": ("White paper 2019, III-2-1, 2", "2019年防衛白書 III-2-1, 2"),
    "defense-of-japan-2019:fig-1": ("White paper 2019, Fig. III-2-1-1", "2019年防衛白書 図表III-2-1-1"),
}
PLACES = {
    "guidelines-2015:IV.p3.i1": ("IV, paragraph 3, item 1", "IV 第3段落、項目1"),
    "guidelines-1997:annex.p1": ("Annex, table", "別表の表"),
    "guidelines-1997:annex.p1.r3": ("Annex, table, row 3", "別表の表の3行目"),
    "defense-of-japan-2019:fig-1.p1.r1": ("Fig. III-2-1-1, table, row 1", "図表III-2-1-1の表の1行目"),
}


def pages() -> tuple[Page, Page]:
    made = layers(edition("corpus"))
    return Page(layers=made, lang="en", path=""), Page(layers=made, lang="ja", path="")


@pytest.mark.parametrize("id", LISTED)
def test_a_clause_among_those_of_other_documents(id: str) -> None:
    document, _, label = id.partition(":")
    manifest = manifest_of(pages()[0], document)
    assert tuple(listed(manifest, label, lang) for lang in ("en", "ja")) == LISTED[id]


@pytest.mark.parametrize("id", PLACES)
def test_a_place_in_a_clause(id: str) -> None:
    here = pages()
    owner = here[0].layers.addresses.clause(id)
    clauses = (clause for pairs in edition("corpus").documents for clause in pairs.clauses)
    clause = next(clause for clause in clauses if clause.id == owner)
    assert tuple(place(page, clause, id) for page in here) == PLACES[id]
