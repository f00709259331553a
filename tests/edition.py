"""Editions for the tests: the real one and two made-up ones, parsed once, and small ones of a few lines."""

import functools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from taiyaku.build import build, parse
from taiyaku.link import link
from taiyaku.model import (
    Corpus,
    Document,
    Edition,
    Glossary,
    Ledger,
    Line,
    Manifest,
    Pairs,
    Receipt,
    Refused,
    Source,
    Term,
    Text,
    Timeline,
)
from taiyaku.output import data as exported
from taiyaku.units import clause_units

HERE = Path(__file__).parent
ROOT = HERE.parent
TREATY = HERE / "fixtures" / "treaty"
HARBOUR = HERE / "fixtures" / "harbour"
EDITIONS = {"corpus": ROOT, "treaty": TREATY, "harbour": HARBOUR}
DOCUMENTS = sorted(path.parent.name for path in ROOT.glob("corpus/*/document.yaml"))

# Numbered as the 2015 Guidelines are; a case may declare another numbering.
_NUMBERING = [
    {"element": "chapter", "en": "{upper-roman}.", "ja": "{upper-roman}."},
    {"element": "section", "en": "{upper-alpha}.", "ja": "{upper-alpha}."},
    {"element": "paragraph", "en": "{arabic}.", "ja": "{arabic}."},
    {"element": "subparagraph", "en": "{lower-alpha}.", "ja": "{lower-alpha}."},
    {"element": "point", "en": "{lower-roman}.", "ja": "{lower-roman}."},
]
INTRO = {
    "label": "intro",
    "name": {"en": "Introduction", "ja": "序"},
    "element": "hcontainer",
    "at_start": True,
}
_MANIFEST = {
    "id": "text",
    "order": 1,
    "title": {"en": "Text", "ja": "文"},
    "short": {"en": "Text", "ja": "文"},
    "attested": {"en": True, "ja": True},
    "date": "2000",
    "place": {},
    "issuer": {},
    "kind": {},
}


def edition(name: str) -> Edition:
    """Return an edition of `EDITIONS`; the list of published ids has a test of its own."""
    made = _built(name)
    if isinstance(made, Refused):
        pytest.fail(f"the edition cannot be built:\n{made}", pytrace=False)
    return made


@functools.cache
def _built(name: str) -> Edition | Refused:
    try:
        return build(EDITIONS[name], frozen=False)
    except Refused as refused:
        return refused


@functools.cache
def data(name: str) -> dict[str, Any]:
    """Return the data of an edition as a reader gets it, through JSON."""
    return json.loads(json.dumps(exported(edition(name)), ensure_ascii=False))


@functools.cache
def clauses(name: str = "corpus") -> dict[str, dict[str, Any]]:
    """Return the clauses of the exported corpus by id."""
    return {clause["id"]: clause for clause in data(name)["corpus"]["clauses"]}


@functools.cache
def blocks(name: str = "corpus") -> dict[str, dict[str, Any]]:
    """Return the blocks of the exported corpus by id."""
    return {block["id"]: block for clause in clauses(name).values() for block in clause["blocks"]}


def texts(name: str = "corpus") -> Iterator[tuple[str, str, str, str]]:
    """Yield (block or clause id, part, language, text) of every text of the exported corpus."""
    for clause in clauses(name).values():
        for lang, heading in (clause["heading"] or {}).items():
            if heading:
                yield clause["id"], "heading", lang, heading
        for block in clause["blocks"]:
            for lang in ("en", "ja"):
                yield from ((block["id"], part, lang, text) for part, text in _parts(block, lang) if text)


def _parts(block: Mapping[str, Any], lang: str) -> Iterator[tuple[str, str | None]]:
    yield "", block[lang]
    yield from _items(block["items"], lang, "")
    for r, row in enumerate(block["rows"][lang] or [], 1):
        for c, cell in enumerate(row, 1):
            yield f"r{r}.c{c}", cell["text"]
            yield from ((f"r{r}.c{c}.i{i}", item) for i, item in enumerate(cell["items"], 1))


def _items(items: list[dict[str, Any]], lang: str, above: str) -> Iterator[tuple[str, str | None]]:
    for number, item in enumerate(items, 1):
        yield f"{above}i{number}", item[lang]
        yield from _items(item["items"], lang, f"{above}i{number}.")


def cases(stage: str) -> Any:
    """Parametrize a test with the cases of a stage: `case` is a mapping with `input` and `expected`."""
    found = []
    for path in sorted((HERE / "cases" / stage).glob("*.yaml")):
        for case in YAML(typ="safe", pure=True).load(path.read_text("utf-8")):
            assert set(case) == {"title", "input", "expected"}, f"{path.name}: {case.get('title')}"
            found.append(pytest.param(case, id=f"{path.stem}: {case['title']}"))
    assert found, f"no cases for {stage}"
    return pytest.mark.parametrize("case", found)


def compared(found: Mapping[str, Any], expected: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what was found of what a case expects, and that; problems are none unless it names them."""
    wanted = ({"problems": []} if "problems" in found else {}) | dict(expected)
    return {key: found.get(key) for key in wanted}, wanted


def as_model(shape: type, value: object) -> Any:
    """Return plain data as a declared thing of the model."""
    return TypeAdapter(shape).validate_python(value)


def document(source: str | None = None, /, *, witness: str = "", **declared: Any) -> Document:
    """Return a document from its text in `en`, in `ja` or in both, and whatever a manifest may declare."""
    languages = {lang: declared.pop(lang) for lang in ("en", "ja") if lang in declared} or {
        "en": source or ""
    }
    sources = [_source(f"{lang}.txt", lang, text, "base") for lang, text in languages.items()]
    if witness:
        furniture = declared.pop("furniture", [])
        sources.append(_source("witness.txt", next(iter(languages)), witness, "witness", furniture=furniture))
    elif "furniture" in declared:
        furniture = declared.pop("furniture")
        sources = [_source(f"{lang}.txt", lang, text, "base", furniture) for lang, text in languages.items()]
    own = {"languages": list(languages), "numbering": _NUMBERING, "texts": []} | declared
    manifest = as_model(Manifest, _MANIFEST | own)
    return Document(path="corpus/text/document.yaml", manifest=manifest, sources=tuple(sources))


def _source(name: str, lang: str, text: str, role: str, furniture: object = ()) -> Source:
    declared = {"file": name, "sha256": "", "provenance": "a case", "role": role, "furniture": furniture}
    ranges = ((lang, 0, len(text)),)
    return Source(path=f"corpus/text/{name}", declared=as_model(Text, declared), text=text, ranges=ranges)


def from_case(value: str | Mapping[str, Any]) -> Document:
    """Return the document of a case: its English text alone, or texts and declarations."""
    return document(value) if isinstance(value, str) else document(**value)


def parsed(doc: Document) -> tuple[Pairs, tuple[Receipt, ...], list[str]]:
    """Parse a document: what it gives, and the messages of the problems met."""
    pairs, receipts, problems = parse(doc)
    return pairs, receipts, [problem.message for problem in problems]


def small_edition(doc: Document, terms: list[dict[str, Any]]) -> Edition:
    """Return an edition of one document, with a glossary."""
    pairs, receipts, _ = parse(doc)
    glossary = Glossary(terms=tuple(as_model(Term, term) for term in terms))
    corpus = Corpus(
        documents=(doc,),
        glossary=glossary,
        timeline=Timeline(eras=(), events=()),
        ledger=Ledger(published={}),
    )
    found = tuple(link(pairs, glossary.terms))
    return Edition(corpus=corpus, documents=(pairs,), receipts=receipts, occurrences=found)


def outline(pairs: Pairs) -> list[str]:
    """Return every text of a document after its address, languages apart by a slash."""
    lines: dict[str, dict[str, str]] = {}
    for clause in pairs.clauses:
        lines[clause.label] = {}
        for unit in clause_units(clause):
            part = "" if unit.part == "heading" else unit.part
            place = ".".join(filter(None, (unit.id.partition(":")[2], part)))
            lines.setdefault(place, {})[unit.lang] = unit.reading.text
    return [
        f"{place}: {' / '.join(own.values())}".rstrip(": ") if own else place for place, own in lines.items()
    ]


def line_told(line: Line, elements: list[str]) -> str:
    """Return a scanned line in words: its kind, its numbers, its text."""
    numbers = ", ".join(f"{elements[number.level]} {number.value}" for number in line.numbers)
    names = " ".join(filter(None, (line.kind, line.number, line.label, numbers and f"({numbers})")))
    cells = " | ".join(cell.reading.text for cell in line.cells).replace("|  |", "| |")
    return f"{names}: {line.reading.text or cells}"
