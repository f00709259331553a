"""What the repository itself must keep: no download address, no path of a machine."""

import re
import subprocess
from pathlib import Path

import pytest

ADDRESS = re.compile(
    r"index-url|find-links|https?://[^\s]*\.whl|files\.pythonhosted|pypi\.org/simple|@ (?:file|https?)://"
)


def test_the_pins_name_no_address_and_pin_every_dependency(root: Path) -> None:
    lines = (root / "generator/constraints.txt").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in pins if not re.fullmatch(r"[\w.\-]+==[\w.!+]+", line)] == []
    names = {line.split("==")[0].lower().replace("_", "-") for line in pins}
    wanted = re.findall(r'^  "([a-zA-Z][\w.\-]*)[><=]', (root / "pyproject.toml").read_text(), re.MULTILINE)
    assert {name.lower() for name in wanted} - names == set()


def test_no_tracked_file_names_a_download_address_or_this_machine(root: Path) -> None:
    command = ["git", "ls-files", "-co", "--exclude-standard"]
    listing = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    here = Path(__file__).name
    for name in listing.stdout.splitlines():
        file = root / name
        if file.name != here and file.is_file() and file.suffix not in {".png", ".woff2"}:
            text = file.read_text(encoding="utf-8")
            assert not ADDRESS.search(text), name
            assert str(root) not in text, name


def test_the_bare_make_lists_the_targets(root: Path) -> None:
    said = subprocess.run(["make"], cwd=root, capture_output=True, text=True, check=True).stdout
    targets = {line.split()[1] for line in said.splitlines()}
    assert targets >= {"serve", "site", "zip", "test", "lint", "check"}
