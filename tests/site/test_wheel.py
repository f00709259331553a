"""The package can be built, and carries what it needs at work."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "generator", source / "generator", ignore=leave)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copyfile(root / name, source / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, source]
    subprocess.run(command, check=True)
    return zipfile.ZipFile(next(folder.glob("taiyaku-*.whl")))


def test_everything_in_the_package_folder_is_in_the_wheel(wheel: zipfile.ZipFile, root: Path) -> None:
    package = root / "generator"
    files = {p.relative_to(package).as_posix() for p in (package / "taiyaku").rglob("*") if p.is_file()}
    files = {name for name in files if "__pycache__" not in name and not Path(name).name.startswith(".")}
    assert files - set(wheel.namelist()) == set()
    assert any(name.startswith("taiyaku/theme/") for name in files)
    assert {"taiyaku/py.typed", "taiyaku/strings.yaml"} <= files


def test_it_brings_the_command_and_the_plugin(wheel: zipfile.ZipFile) -> None:
    name = next(n for n in wheel.namelist() if n.endswith("entry_points.txt"))
    lines = wheel.read(name).decode().splitlines()
    assert "taiyaku = taiyaku.cli:main" in lines
    assert "taiyaku = taiyaku.site:TaiyakuPlugin" in lines
