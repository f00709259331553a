"""The examples of the data page run, as a reader would run them: in the site's folder."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from project import ROOT


@pytest.mark.parametrize("folder", ["docs", "docs_ja"])
def test_every_example_runs_and_prints(built_site: Path, folder: str) -> None:
    text = (ROOT / folder / "data.md").read_text("utf-8")
    examples = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(examples) >= 10
    for example in examples:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", example],
            cwd=built_site,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, bool(done.stdout.strip())) == (0, True), example + done.stderr
