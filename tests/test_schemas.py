"""The JSON Schemas beside the data: they fit it, they are closed, and they refuse what is wrong."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from edition import EDITIONS, ROOT, data, edition
from taiyaku.output import schemas, write_edition

NAMES = ("corpus", "receipts", "glossary", "timeline")


def _schema(name: str, which: str = "corpus") -> dict[str, Any]:
    return schemas(edition(which))[name]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("which", EDITIONS)
def test_the_data_answers_its_schema(which: str, name: str) -> None:
    schema = _schema(name, which)
    Draft202012Validator.check_schema(schema)
    faults = Draft202012Validator(schema).iter_errors(data(which)[name])
    assert [f"{fault.json_path}: {fault.message[:200]}" for fault in faults] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_object_of_a_schema_is_closed_and_every_field_is_told(name: str) -> None:
    def objects(node: Any) -> Any:
        for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            yield from objects(value)
        if isinstance(node, dict) and node.get("type") == "object":
            yield node

    schema = _schema(name)
    found = list(objects(schema))
    assert found
    assert [o for o in found if o.get("additionalProperties") is not False] == []
    assert schema["description"]
    assert [d for d, own in schema["$defs"].items() if "description" not in own and d != "row"] == []


def _rename(values: dict[str, Any], old: str, new: str) -> None:
    values[new] = values.pop(old)


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("corpus", lambda d: d["clauses"][0].pop("eid")),
        ("corpus", lambda d: d["clauses"][0].update(extra=1)),
        ("corpus", lambda d: d["clauses"][0]["blocks"][0].update(kind="verse")),
        ("corpus", lambda d: d["clauses"][0]["blocks"][0].update(id="guidelines-2015:I.q1")),
        ("corpus", lambda d: d["clauses"][0]["blocks"][0].update(en=None, ja=None)),
        ("corpus", lambda d: d["clauses"][0]["url"].update(ja="guidelines-2015/i.html#I")),
        ("corpus", lambda d: d["documents"][0].update(date="27 April 2015")),
        ("receipts", lambda d: d["sources"][0].update(sha256="0")),
        ("receipts", lambda d: d["sources"][0]["spans"][0].update(start=-1)),
        ("receipts", lambda d: d["sources"][0]["spans"][0].update(kind="lost")),
        (
            "receipts",
            lambda d: next(s for s in d["sources"][0]["spans"] if s["kind"] == "kept").update(block=None),
        ),
        ("glossary", lambda d: d["terms"][0].update(id="ACM")),
        ("glossary", lambda d: d["terms"][0]["definition"].update(ja="")),
        ("glossary", lambda d: _rename(d["terms"][0]["term"], "en", "fr")),
        ("timeline", lambda d: d["events"][0].update(precision="day")),
        ("timeline", lambda d: d["events"][0].update(sources=[])),
        ("timeline", lambda d: d["events"][0].update(kind="war")),
        ("timeline", lambda d: d["eras"][0].update(bounds="source")),
    ],
)
def test_a_schema_refuses_what_is_wrong(name: str, spoil: Callable[[dict[str, Any]], object]) -> None:
    spoilt = copy.deepcopy(data("corpus")[name])
    spoil(spoilt)
    assert not Draft202012Validator(_schema(name)).is_valid(spoilt)


def _fields(node: Any) -> set[str]:
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    own = set(node.get("properties", ())) if isinstance(node, dict) else set()
    return own.union(*map(_fields, below))


@pytest.mark.parametrize("name", [*NAMES, "clause"])
@pytest.mark.parametrize("folder", ["docs", "docs_ja"])
def test_every_field_is_told_on_the_data_page(folder: str, name: str) -> None:
    page = (ROOT / folder / "data.md").read_text("utf-8")
    heading = "API" if name == "clause" else f"{name}.json"
    (told,) = re.findall(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    if name == "clause":
        schema = json.loads((ROOT / "generator/taiyaku/export/schemas/clause.schema.json").read_text("utf-8"))
        wanted = _fields(schema) - _fields(_schema("corpus")) - _fields(_schema("glossary"))
    else:
        wanted = _fields(_schema(name)) - {"en", "ja"}
    assert {field for field in wanted if f"`{field}`" not in told} == set()


def test_data_and_schemas_are_written_beside_each_other(tmp_path: Path) -> None:
    write_edition(edition("treaty"), tmp_path, "")
    folder = tmp_path / "build/site-extra/data"
    for name in NAMES:
        value = json.loads((folder / f"{name}.json").read_text("utf-8"))
        schema = json.loads((folder / f"{name}.schema.json").read_text("utf-8"))
        assert value == data("treaty")[name]
        assert schema["$id"] == f"{name}.schema.json"
