"""Citations in any habit lead to their clause: on cite.html and in the search alike."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page
from ruamel.yaml import YAML

from project import ROOT
from taiyaku.build import build
from taiyaku.model import Edition, Pairs
from taiyaku.naming import listed

FORMS = YAML(typ="safe").load((ROOT / "tests/cite/citations.yaml").read_text("utf-8"))
RESOLVE = """async forms => {
    const id = async record => (await taiyaku.find.entry(record)).id;
    const all = [];
    for (const form of forms) {
        const told = await taiyaku.findCite(form, true);
        const [found, near] = [told.found, told.near].map(records => Promise.all(records.map(id)));
        all.push({...told, found: await found, near: await near});
    }
    return all;
}"""
FIRST = """async forms => {
    const all = [];
    for (const form of forms) {
        const { order, block } = await taiyaku.find.search(form);
        const { id } = await taiyaku.find.entry(order[0]);
        all.push(block ? `${id}.${block.part}` : id);
    }
    return all;
}"""
Ask = Callable[[str, list[str]], list[Any]]


@pytest.fixture(scope="module")
def edition() -> Edition:
    return build(ROOT)


@pytest.fixture
def ask(file_site: str, page: Page) -> Ask:
    page.goto(f"{file_site}cite.html")
    return page.evaluate


def said(answer: dict[str, Any]) -> str:
    if answer["status"] != "one":
        return str(answer["status"])
    return ".".join(filter(None, [answer["found"][0], answer["rest"]]))


def test_the_table_of_forms(ask: Ask) -> None:
    assert len(FORMS) >= 80
    wrong = []
    for (form, to), answer in zip(FORMS, ask(RESOLVE, [form for form, _ in FORMS]), strict=True):
        right = to[5:] in answer["near"] if to.startswith("near ") else said(answer) == to
        wrong += [] if right else [(form, to, said(answer), answer["near"])]
    assert wrong == []


def test_the_search_box_knows_the_same_forms(ask: Ask) -> None:
    own = [(form, to) for form, to in FORMS if "-" in to and " " not in to]
    firsts = ask(FIRST, [form for form, _ in own])
    assert [(form, to, got) for (form, to), got in zip(own, firsts, strict=True) if got != to] == []


def habits(pairs: Pairs, label: str, printed: str) -> list[str]:
    """The ways to cite a clause: eight for a numbered one, those of its kind for another."""
    manifest = pairs.document.manifest
    en, ja = manifest.short.en, manifest.short.ja
    direct = [f"{manifest.id}:{label}", f"id/{manifest.id}/{label}.html"]
    if not re.fullmatch(r"(?:[IVX]+|\d+)(?:\.\w+)*", label):
        return [*direct, f"{en} {printed}", f"{en}, {label}"]
    levels = label.split(".")
    within = "-".join(re.findall(r"\b(?:[IVX]+|\d+)\b", manifest.cite.within.en))
    way = f"{within}, " if within else ""
    return [
        *direct,
        f"{en} {way}{printed}",
        f"{en} {way}{' '.join(levels)}",
        f"{en}, § {levels[0]}{''.join(f'({level})' for level in levels[1:])}",
        f"{ja} {levels[0] + '.' if within else f'第{levels[0]}章'}{' '.join(levels[1:])}",
        f"{en}, {', '.join(levels)}",
        f"{ja} {label.lower()}",
    ]


def test_every_label_in_every_habit(ask: Ask, edition: Edition) -> None:
    cases = [
        (clause.id, form)
        for pairs in edition.documents
        for clause in pairs.clauses
        for form in habits(pairs, clause.label, clause.printed)
    ]
    answers = ask(RESOLVE, [form for _, form in cases])
    paired = zip(cases, answers, strict=True)
    assert [(id, form, said(answer)) for (id, form), answer in paired if said(answer) != id] == []


def test_every_name_that_a_page_lists_a_clause_by_leads_to_it(ask: Ask, edition: Edition) -> None:
    cases = [
        (clause.id, listed(pairs.document.manifest, clause.label, lang))
        for pairs in edition.documents
        for clause in pairs.clauses
        for lang in ("en", "ja")
    ]
    answers = ask(RESOLVE, [name for _, name in cases])
    paired = zip(cases, answers, strict=True)
    assert [(id, name, said(answer)) for (id, name), answer in paired if said(answer) != id] == []


def test_eids_lead_to_their_clauses(ask: Ask, edition: Edition) -> None:
    clauses = [clause for pairs in edition.documents for clause in pairs.clauses]
    answers = ask(RESOLVE, [clause.eid for clause in clauses])
    paired = zip(clauses, answers, strict=True)
    assert [clause.eid for clause, answer in paired if clause.id not in answer["found"]] == []


def test_ids_of_terms_and_events_lead_there(ask: Ask) -> None:
    ids = ["glossary:acm", "timeline:2015-guidelines"]
    assert [said(answer) for answer in ask(RESOLVE, ids)] == ids
