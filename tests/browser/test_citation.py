"""The browser writes every citation as Python does."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from project import ROOT
from taiyaku.build import build
from taiyaku.cite.alike import known
from taiyaku.cite.citing import citation, record, style_ids
from taiyaku.cite.data import scripts
from taiyaku.cite.fields import Options, Place
from taiyaku.cite.template import html, text
from taiyaku.model import Edition

JS = ROOT / "generator/taiyaku/theme/assets/js"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return build(ROOT)


@pytest.fixture(scope="module")
def bench(browser: Browser, edition: Edition) -> Iterator[Page]:
    """A page with what makes citations and its data, and nothing else."""
    page = browser.new_page()
    page.evaluate("window.taiyaku = {known: {}, cited: facts => { taiyaku.known[facts.id] = facts; }}")
    page.add_script_tag(content=(JS / "citing.js").read_text("utf-8"))
    for _, script in scripts(edition):
        page.add_script_tag(content=script)
    yield page
    page.close()


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
        own = known(edition)[pairs.document.manifest.id]
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
