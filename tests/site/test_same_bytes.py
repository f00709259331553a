"""Two builds of one state of the sources are the same, wherever and whenever they are made."""

import os
import time
import zipfile
from pathlib import Path

from taiyaku.archive import write_zip

TEXT = {".html", ".js", ".css", ".json", ".xml", ".svg", ".txt", ".csv", ".tmx"}


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_two_builds_in_two_folders_are_identical(built_site: Path, second_site: Path) -> None:
    first, second = tree(built_site), tree(second_site)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_no_path_of_the_machine_reaches_the_site(built_site: Path, root: Path) -> None:
    private = [str(path).encode() for path in (built_site.parent, root)]
    telling = [
        (name, path)
        for name, content in tree(built_site).items()
        if Path(name).suffix in TEXT and not name.startswith("assets/javascripts/")
        for path in private
        if path in content
    ]
    assert telling == []


def test_the_archive_has_one_folder_and_the_same_bytes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "ja").mkdir(parents=True)
    for name in ("index.html", "ja/index.html", "404.html"):
        (site / name).write_text(name)
    # A folder has no use for the page that a host serves for what is not there.
    assert write_zip(site, tmp_path / "a.zip", "edition-1") == 2
    os.utime(site / "index.html", (time.time() - 9999, time.time() - 9999))
    (site / "ja/index.html").chmod(0o600)
    write_zip(site, tmp_path / "b.zip", "edition-1")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.namelist() == ["edition-1/index.html", "edition-1/ja/index.html"]
        assert archive.testzip() is None
