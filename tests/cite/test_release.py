"""The comparison of two releases, and what exports cost beside the pages."""

import json
import shutil
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from project import ROOT
from taiyaku import __version__
from taiyaku.build import build
from taiyaku.cli import main
from taiyaku.compare import compare
from taiyaku.export import index
from taiyaku.model import Edition
from taiyaku.output import data
from taiyaku.pdf import _paged
from taiyaku.render import context, documents


@pytest.fixture
def release(edition: Edition, tmp_path: Path) -> Path:
    """A release as far as the comparison reads it."""
    folder = tmp_path / "old"
    (folder / "data").mkdir(parents=True)
    for name, value in data(edition).items():
        (folder / f"data/{name}.json").write_text(json.dumps(value), "utf-8")
    return folder


def test_a_release_is_like_itself_and_its_archive(release: Path, tmp_path: Path) -> None:
    archive = shutil.make_archive(str(tmp_path / "old"), "zip", release)
    for other in (release, Path(archive)):
        assert all(not ids for ids in compare(release, other).values())


def test_what_was_lost_moved_changed_and_added_is_listed(release: Path, tmp_path: Path) -> None:
    new = Path(shutil.copytree(release, tmp_path / "new"))
    corpus = json.loads((new / "data/corpus.json").read_text("utf-8"))
    first, second, third = corpus["clauses"][:3]
    corpus["clauses"].remove(third)
    first["blocks"][0]["en"] += " More."
    second["url"]["en"] = "elsewhere.html#II"
    second["blocks"].append(second["blocks"][0] | {"id": f"{second['id']}.p9"})
    (new / "data/corpus.json").write_text(json.dumps(corpus), "utf-8")
    found = compare(release, new)
    assert third["id"] in found["lost"]
    assert found["changed"] == [first["blocks"][0]["id"]]
    assert second["id"] in found["moved"]
    assert found["added"] == [f"{second['id']}.p9"]
    assert CliRunner().invoke(main, ["compare", str(release), str(new)]).exit_code == 1
    for id in found["lost"]:
        page = new / f"id/{id.replace(':', '/')}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("moved", "utf-8")
    assert compare(release, new)["lost"] == []


def test_each_chapter_has_a_running_head_in_print() -> None:
    body = '<article><h2 class="ty-head">I. One</h2></article>'
    html = f"<html><head><title>A &amp; B · x</title></head><script>1</script>{body}"
    page, rules = _paged(html, "en")
    assert "<script" not in page
    assert '@top-left { content: "A & B"; }' in rules
    assert '@top-right { content: "I. One"; }' in rules


def test_exports_cost_less_than_a_third_of_the_rest() -> None:
    """Processor time: reading and rendering, MkDocs' own work not even counted, against the exports."""
    started = time.process_time()
    edition = build(ROOT)
    layers = context.layers(edition)
    for pairs in edition.documents:
        for lang in ("en", "ja"):
            list(documents.pages(layers, pairs, lang))
    between = time.process_time()
    list(index.exports(edition, ""))
    assert time.process_time() - between < (between - started) / 3


def test_citation_cff_is_of_this_version() -> None:
    said = YAML(typ="safe").load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert said["version"] == __version__
    assert {"cff-version", "message", "title", "authors", "license"} <= said.keys()
