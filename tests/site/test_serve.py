"""While serving, a changed source is generated and built once, and a generator's own writing never."""

from collections.abc import Callable
from pathlib import Path

import pytest

from taiyaku import serve


@pytest.fixture
def rebuild(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], Callable[[], None]]:
    said: list[str] = []
    (tmp_path / "docs").mkdir()

    def generate(root: Path) -> bool:
        said.append("generate")
        text = (root / "glossary.yaml").read_text()
        (root / "docs/page.md").write_text(text)
        return text != "wrong"

    monkeypatch.setattr(serve, "generate", generate)
    (tmp_path / "glossary.yaml").write_text("first")
    inputs = [tmp_path / "docs", tmp_path / "glossary.yaml"]
    return said, serve.Rebuild(lambda: said.append("build"), tmp_path, inputs)


def test_nothing_changed_nothing_done(rebuild: tuple[list[str], Callable[[], None]]) -> None:
    said, again = rebuild
    again()
    assert said == []


def test_a_change_is_built_once(rebuild: tuple[list[str], Callable[[], None]], tmp_path: Path) -> None:
    said, again = rebuild
    (tmp_path / "glossary.yaml").write_text("second")
    again()
    again()
    assert said == ["generate", "build"]


def test_a_wrong_source_is_not_built(rebuild: tuple[list[str], Callable[[], None]], tmp_path: Path) -> None:
    said, again = rebuild
    (tmp_path / "glossary.yaml").write_text("wrong")
    again()
    (tmp_path / "glossary.yaml").write_text("right again")
    again()
    assert said == ["generate", "generate", "build"]


def test_caches_and_hidden_files_do_not_count(tmp_path: Path) -> None:
    before = serve.stamp([tmp_path])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/x.pyc").touch()
    (tmp_path / ".x.swp").touch()
    assert serve.stamp([tmp_path]) == before
    (tmp_path / "x.md").touch()
    assert serve.stamp([tmp_path]) != before
