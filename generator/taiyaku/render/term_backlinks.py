"""The data of the panel on a clause: its terms, and the clauses that share its rarer ones."""

from __future__ import annotations

import json
from typing import Any

from .context import Page
from .term_parts import Study, clause_name, clause_title


def backlinks_script(study: Study, lang: str) -> str:
    """Return `assets/backlinks.<lang>.js`, which hands everything to `backlinks.js`."""
    here = study.page(lang, "index.html")
    entries = {}
    for id in study.clauses:
        own = study.company.terms.get(id, ())
        near = [[each.id, list(each.shared)] for each in study.company.of_clause(id)]
        if own or near:
            entries[id] = [list(own), near]
    table = {
        "clauses": entries,
        "names": {id: _name(study, here, id) for id in study.clauses},
        "terms": {id: _term(study, here, id) for id in study.index.by_term},
    }
    return f"taiyaku.backlinks({json.dumps(table, ensure_ascii=False, separators=(',', ':'))});\n"


def _name(study: Study, here: Page, id: str) -> list[str]:
    url = study.index.addresses.url(id, here.lang)
    return [clause_name(study, here, id), clause_title(study, here, id), url]


def _term(study: Study, here: Page, id: str) -> list[Any]:
    """Return name, address, and in how many clauses the term stands."""
    term = study.index.terms[id]
    url = study.index.addresses.url(f"glossary:{id}", here.lang)
    name = term.abbreviation or term.term.get(here.lang)
    return [name, url, len(study.company.clauses.get(id, ()))]
