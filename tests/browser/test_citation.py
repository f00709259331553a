"""Citations in the browser: a table of forms, every label in every habit, parity with Python."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from ruamel.yaml import YAML

from project import ROOT
from taiyaku.build import build
from taiyaku.cite.citing import citation, record, style_ids
from taiyaku.cite.data import scripts
from taiyaku.cite.facts import facts
from taiyaku.cite.fields import Options, Place
from taiyaku.cite.template import html, text
from taiyaku.model import Edition

JS = ROOT / "generator/taiyaku/theme/assets/js"
FORMS = YAML(typ="safe").load((ROOT / "tests/cite/citations.yaml").read_text("utf-8"))
PARSE = "forms => forms.map(form => taiyaku.citation.parse(form, taiyaku.citation.index))"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return build(ROOT)


@pytest.fixture(scope="module")
def bench(browser: Browser, edition: Edition) -> Iterator[Page]:
    """A page with the two modules and their data, and nothing else."""
    page = browser.new_page()
    page.evaluate("window.taiyaku = {known: {}, cited: facts => { taiyaku.known[facts.id] = facts; }}")
    for name in ("citing", "citation"):
        page.add_script_tag(content=(JS / f"{name}.js").read_text("utf-8"))
    for _, script in scripts(edition):
        page.add_script_tag(content=script)
    yield page
    page.close()


def said(answer: dict) -> str:
    found = [
        f"{each['document']}:{each['label']}.{each['rest']}".rstrip(".").rstrip(":")
        for each in answer["found"]
    ]
    return found[0] if answer["status"] == "one" else answer["status"]


def test_the_table_of_forms(bench: Page) -> None:
    assert len(FORMS) >= 80
    answers = bench.evaluate(PARSE, [form for form, _ in FORMS])
    wrong = []
    for (form, to), answer in zip(FORMS, answers, strict=True):
        near = [f"{each['document']}:{each['label']}" for each in answer["near"]]
        right = to[5:] in near if to.startswith("near ") else said(answer) == to
        wrong += [] if right else [(form, to, said(answer), near)]
    assert wrong == []


def habits(document: str, clause: dict, names: list[str], within: list[str]) -> list[str]:
    """The ways to cite a clause: eight for a numbered one, those of its kind for another."""
    id = f"{document}:{clause['label']}"
    if not re.fullmatch(r"(?:[IVX]+|\d+)(?:\.\w+)*", clause["label"]):
        return [
            id,
            f"{names[0]} {clause['printed']}",
            f"{names[0]}, {clause['label']}",
            f"id/{document}/{clause['label']}.html",
        ]
    levels = clause["label"].split(".")
    way = f"{'-'.join(within)}, " if within else ""
    return [
        id,
        f"id/{document}/{clause['label']}.html",
        f"{names[0]} {way}{clause['printed']}",
        f"{names[0]} {way}{' '.join(levels)}",
        f"{names[0]}, § {levels[0]}{''.join(f'({level})' for level in levels[1:])}",
        f"{names[1]} {'第%s章' % levels[0] if not within else levels[0] + '.'}{' '.join(levels[1:])}",
        f"{names[0]}, {', '.join(levels)}",
        f"{names[1]} {clause['label'].lower()}",
    ]


def test_every_label_in_every_habit(bench: Page) -> None:
    index = bench.evaluate("taiyaku.citation.index")
    cases = [
        (f"{doc['id']}:{clause['label']}", form)
        for doc in index["documents"]
        for clause in doc["clauses"]
        for form in habits(doc["id"], clause, [doc["short"]["en"], doc["short"]["ja"]], doc["within"])
    ]
    answers = bench.evaluate(PARSE, [form for _, form in cases])
    wrong = [
        (id, form, said(answer))
        for (id, form), answer in zip(cases, answers, strict=True)
        if said(answer) != id
    ]
    assert wrong == []


def test_eids_lead_to_their_clauses(bench: Page, edition: Edition) -> None:
    cases = [(clause.id, clause.eid) for pairs in edition.documents for clause in pairs.clauses]
    for (id, form), answer in zip(cases, bench.evaluate(PARSE, [form for _, form in cases]), strict=True):
        found = [f"{each['document']}:{each['label']}" for each in answer["found"]]
        assert id in found, form


def test_browser_and_python_write_the_same(bench: Page, edition: Edition) -> None:
    options = {"site": "https://example.org/t/", "version": "1.0", "accessed": "2026-11-22"}
    script = """([id, places, styles, formats, options]) => places.map(place => [
        ...styles.map(style => {
            const runs = taiyaku.citing.citation(taiyaku.known[id], place, style, options);
            return [taiyaku.citing.text(runs), taiyaku.citing.html(runs)]; }),
        ...formats.flatMap(format => ["en", "ja"].map(
            lang => taiyaku.citing.record(taiyaku.known[id], place, format, lang, options)))])"""
    formats = ["ris", "bibtex", "csl"]
    for pairs in edition.documents:
        own = facts(pairs)
        ids = [("", "")] + [(clause.label, "") for clause in pairs.clauses]
        ids += [
            (clause.label, b.id.removeprefix(f"{clause.id}."))
            for clause in pairs.clauses
            for b in clause.blocks
        ]
        ids += [
            (clause.label, f"{b.id.removeprefix(f'{clause.id}.')}.i1")
            for clause in pairs.clauses
            for b in clause.blocks
            if b.items
        ]
        for given in (options, {"site": "", "version": "", "accessed": ""}):
            places = [{"label": label, "rest": rest} for label, rest in ids]
            theirs = bench.evaluate(script, [own["id"], places, list(style_ids()), formats, given])
            for place, made in zip(places, theirs, strict=True):
                where, how = Place(**place), Options(**given)
                runs = [citation(own, where, style, how) for style in style_ids()]
                ours = [[text(each), html(each)] for each in runs]
                ours += [record(own, where, each, lang, how) for each in formats for lang in ("en", "ja")]
                assert _plain(made) == _plain(ours)


def _plain(values: list) -> list:
    """CSL-JSON may be laid out in other lines; what it says is compared."""
    return [
        json.loads(value) if isinstance(value, str) and value.startswith("[") else value for value in values
    ]


def test_the_grammar_is_small_and_shares_nothing(root: Path) -> None:
    script = (root / "generator/taiyaku/theme/assets/js/citation.js").read_text("utf-8")
    assert len(script.splitlines()) < 200
    assert "document.querySelector" not in script
