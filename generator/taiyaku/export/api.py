"""The static API: `api/v1/<document>/<label>.json`, a clause a file, with everything known of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from .. import __version__
from ..address import Addresses
from ..cite.alike import known
from ..cite.citing import citation, csl, style_ids
from ..cite.facts import Facts
from ..cite.fields import Options, Place
from ..cite.template import html, text
from ..link import references
from ..model import Change, Clause, Edition, Occurrence, Pairs
from ..units import clause_units
from . import corpus

Json = dict[str, Any]

VERSION = "v1"


def api(edition: Edition, site: str) -> Iterator[tuple[str, Json]]:
    """Yield (path below the site's root, values): the entry, each document, each clause."""
    maker = _Maker(edition, site)
    yield f"api/{VERSION}/index.json", maker.entry()
    for pairs in edition.documents:
        yield f"api/{VERSION}/{pairs.document.manifest.id}/index.json", maker.document(pairs)
        for clause in pairs.clauses:
            yield path(clause), maker.clause(clause)


def path(clause: Clause) -> str:
    """Return where a clause stands in the API."""
    return f"api/{VERSION}/{clause.document}/{clause.label}.json"


class _Maker:
    def __init__(self, edition: Edition, site: str) -> None:
        self.edition, self.site = edition, site
        self.addresses = Addresses(edition.documents)
        self.known = known(edition)
        self.options = Options(site=site, version=__version__)
        self.terms: dict[str, list[Occurrence]] = defaultdict(list)
        for occurrence in edition.occurrences:
            self.terms[self.addresses.clause(occurrence.id)].append(occurrence)
        self.changes: dict[str, list[Change]] = defaultdict(list)
        for change in edition.corpus.ledger.changes:
            if change.id in self.addresses:
                self.changes[self.addresses.clause(change.id)].append(change)

    def entry(self) -> Json:
        """Return what there is, and every id that leads to another."""
        documents = [pairs.document.manifest for pairs in self.edition.documents]
        return {
            **self._head(),
            "documents": [{"id": each.id, "href": f"{each.id}/index.json"} for each in documents],
            "aliases": {alias.id: alias.to for alias in self.edition.corpus.ledger.aliases},
        }

    def document(self, pairs: Pairs) -> Json:
        """Return a document with the way to each of its clauses."""
        listed = [
            {"id": clause.id, "label": clause.label, "href": f"{clause.label}.json"}
            for clause in pairs.clauses
        ]
        id = pairs.document.manifest.id
        return {
            **self._head(),
            **corpus.document_json(pairs, self.addresses),
            "clauses": listed,
            "changes": [_change(change) for change in self.changes[id]],
            "citations": self._citations(self.known[id], Place()),
        }

    def clause(self, clause: Clause) -> Json:
        """Return a clause with its terms, links, changes and citations."""
        below = [
            each.id for pairs in self.edition.documents for each in pairs.clauses if each.parent == clause.id
        ]
        found: dict[str, list[Json]] = defaultdict(list)
        for one in self.terms[clause.id]:
            place = {
                "id": one.id,
                "part": one.part,
                "lang": one.lang,
                "offset": one.offset,
                "length": one.length,
            }
            found[one.term].append(place)
        return {
            **self._head(),
            **corpus.clause_json(clause, self.addresses),
            "children": below,
            "permalink": corpus.urls(clause.id, self.addresses)
            | {"id": f"id/{clause.document}/{clause.label}.html"},
            "links": list(self._links(clause)),
            "terms": [{"id": id, "occurrences": places} for id, places in sorted(found.items())],
            "changes": [_change(change) for change in self.changes[clause.id]],
            "citations": self._citations(self.known[clause.document], Place(label=clause.label)),
        }

    def _links(self, clause: Clause) -> Iterator[Json]:
        """Yield the cross-references in a clause's texts: where they stand, and where they lead."""
        declared = {p.document.manifest.id: p.document.manifest.references for p in self.edition.documents}
        for unit in clause_units(clause):
            for start, end, to in references(unit.reading.text, declared[clause.document], unit.lang):
                own = f"{clause.document}:{to}"
                place = {
                    "id": unit.id,
                    "part": unit.part,
                    "lang": unit.lang,
                    "offset": start,
                    "length": end - start,
                }
                yield place | {"to": own if own in self.addresses else to}

    def _head(self) -> Json:
        return {"api": VERSION, "version": __version__, "site": self.site or None}

    def _citations(self, own: Facts, place: Place) -> Json:
        runs = {id: citation(own, place, id, self.options) for id in style_ids()}
        made: Json = {id: {"text": text(each), "html": html(each)} for id, each in runs.items()}
        return made | {"csl": csl(own, place, own["languages"][0], self.options)}


def _change(change: Change) -> Json:
    return {"id": change.id, "lang": change.lang, "date": change.date, "reason": corpus.words(change.reason)}
