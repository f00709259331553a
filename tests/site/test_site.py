"""The parts of the built site that belong to no page, and what stops a build."""

import gzip
import re
from pathlib import Path

import pytest

from project import MKDOCS, run, small_project
from walk import Site


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


def test_the_404_page_speaks_both_languages(built_site: Path) -> None:
    tree = Site(built_site).tree("404.html")
    assert tree.get("lang") == "en"
    assert tree.xpath("//main//*[@lang='ja']")
    assert not (built_site / "ja/404.html").exists()


def test_nothing_of_the_theme_is_shipped_for_nothing(built_site: Path) -> None:
    unused = ("*.map", "*.min.*", "lunr.*", "favicon.png")
    assert [path.name for pattern in unused for path in built_site.rglob(pattern)] == []


def test_every_script_and_style_that_the_home_page_names_is_there(built_site: Path) -> None:
    home = (built_site / "index.html").read_text(encoding="utf-8")
    named = set(re.findall(r"assets/[\w./-]+\.(?:js|css)", home))
    assert named
    assert [name for name in named if not (built_site / name).is_file()] == []


def test_without_an_address_it_says_so_and_has_no_sitemap(small: Path) -> None:
    done = run(small, MKDOCS)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == [
        "WARNING -  SITE_URL is not set: permalinks are relative, and there is no sitemap"
    ]
    assert (small / "site/ja/index.html").is_file()
    assert not list((small / "site").glob("sitemap.xml*"))


def test_with_an_address_the_sitemap_names_every_page_without_dates(small: Path) -> None:
    done = run(small, MKDOCS, address="https://example.org/texts/")
    assert (done.returncode, done.stderr) == (0, "")
    site = small / "site"
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == text
    assert "<loc>https://example.org/texts/ja/index.html</loc>" in text
    assert "lastmod" not in text
    home = Site(site).tree("index.html")
    assert home.xpath("//link[@rel='canonical']/@href") == ["https://example.org/texts/index.html"]


@pytest.mark.parametrize("where", ["docs", "docs_ja"])
def test_a_page_in_one_language_fails_the_build(small: Path, where: str) -> None:
    (small / where / "alone.md").write_text("# Alone\n")
    done = run(small, MKDOCS)
    assert done.returncode != 0
    lacking = "docs_ja" if where == "docs" else "docs"
    assert f"alone.md has no counterpart in {lacking}" in done.stderr


def test_a_link_to_no_anchor_fails_the_build(small: Path) -> None:
    (small / "docs_ja/index.md").write_text("# Home\n\n[x](index.md#nowhere)\n")
    done = run(small, MKDOCS)
    assert done.returncode != 0
    assert "#nowhere" in done.stderr


def test_without_the_generator_the_build_says_what_to_run(small: Path) -> None:
    (small / "build/nav.json").unlink()
    done = run(small, MKDOCS)
    assert done.returncode != 0
    assert "taiyaku generate" in done.stderr
