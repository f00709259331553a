"""Editions to build in the tests: a copy of the real one, and a small one of a single page."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from taiyaku.serve import GENERATE

ROOT = Path(__file__).parent.parent
SOURCES = ("mkdocs.yml", "glossary.yaml", "corpus", "docs", "docs_ja", "generator")
GENERATOR = ("-c", GENERATE, "generate")
MKDOCS = ("-m", "mkdocs", "build")


def copy_sources(target: Path) -> Path:
    """Copy what an edition is made from, so that building it leaves the checkout alone."""
    target.mkdir(parents=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target / name)
    return target


def small_project(target: Path) -> Path:
    """Write an edition of one page with the real configuration and theme; it needs no generator."""
    for name in ("docs", "docs_ja", "corpus", "build"):
        (target / name).mkdir(parents=True)
    shutil.copyfile(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    shutil.copytree(ROOT / "generator/taiyaku/theme", target / "generator/taiyaku/theme")
    (target / "glossary.yaml").touch()
    for name, text in (("docs", "# Home\n"), ("docs_ja", "# 表紙\n")):
        (target / name / "index.md").write_text(text, encoding="utf-8")
    nav = [{"title": {"en": "Home", "ja": "表紙"}, "path": "index.md"}]
    (target / "build/nav.json").write_text(json.dumps(nav), encoding="utf-8")
    return target


def run(project: Path, command: tuple[str, ...], address: str = "") -> subprocess.CompletedProcess[str]:
    """Run the generator or MkDocs in a project, untouched by the settings of whoever runs the tests."""
    words = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": address}
    words.pop("SOURCE_DATE_EPOCH", None)
    return subprocess.run(
        [sys.executable, *command], cwd=project, env=words, capture_output=True, text=True, check=False
    )


def build_site(project: Path) -> Path:
    """Generate and build the edition whose sources are in `project`; return the site's folder."""
    for command in (GENERATOR, MKDOCS):
        done = run(project, command)
        if done.returncode:
            pytest.fail(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}", pytrace=False)
    return project / "site"
