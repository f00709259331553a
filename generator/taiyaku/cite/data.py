"""What the browser needs to cite and to resolve citations: scripts, which load from a folder, too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ..model import LANGS, Clause, Edition, Pairs
from ..search.names import names
from .facts import facts
from .fields import table


def scripts(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield (path below the site's root, text): the styles, each document's facts, the resolver's index."""
    yield "assets/cite/styles.js", f"taiyaku.citing.use({_json(table())});\n"
    for pairs in edition.documents:
        id = pairs.document.manifest.id
        yield f"assets/cite/{id}.js", f"taiyaku.cited({_json(facts(pairs))});\n"
    yield "assets/cite/index.js", f"taiyaku.citation.use({_json(index(edition))});\n"


def index(edition: Edition) -> dict[str, Any]:
    """Return the documents with their names and clauses, and the aliases."""
    aliases = edition.corpus.ledger.aliases
    return {
        "documents": [_document(pairs) for pairs in edition.documents],
        "aliases": [[alias.id, alias.to] for alias in aliases],
    }


def _document(pairs: Pairs) -> dict[str, Any]:
    manifest = pairs.document.manifest
    known = facts(pairs)
    return {
        "id": manifest.id,
        "short": known["short"],
        "names": names(pairs),
        "within": re.findall(r"\b(?:[IVX]+|\d+)\b", manifest.cite.within.en),
        "clauses": [
            _clause(pairs, clause, known["clauses"][clause.label]["page"]) for clause in pairs.clauses
        ],
    }


def _clause(pairs: Pairs, clause: Clause, page: str) -> dict[str, Any]:
    specials = (each for each in pairs.document.manifest.specials if each.label == clause.label)
    own = [name.lower() for each in specials for name in (each.label, each.name.en, each.name.ja) if name]
    heading = {
        lang: reading.text for lang in LANGS if clause.heading and (reading := clause.heading.get(lang))
    }
    entry = {"label": clause.label, "printed": clause.printed, "page": page, "heading": heading}
    return entry | ({"names": own} if own else {})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
