"""Rebuilding while `make serve` runs: the generator first, and nothing when nothing changed."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

GENERATE = "from taiyaku.cli import main; main()"

Stamp = frozenset[tuple[str, int, int]]


class Rebuild:
    """Called by the live-reload server whenever a watched file changed.

    The generator writes into folders that the server watches, so every run of it would ask for a
    rebuild once more; what was built last time is therefore remembered and not built twice.
    """

    def __init__(self, build: Callable[[], object], root: Path, inputs: Iterable[Path]) -> None:
        self._build = build
        self._root = root
        self._inputs = tuple(inputs)
        self._built = stamp(self._inputs)

    def __call__(self) -> None:
        """Generate and build, if a source is not what it was."""
        if stamp(self._inputs) == self._built:
            return
        generated = generate(self._root)
        self._built = stamp(self._inputs)
        if generated:
            self._build()


def generate(root: Path) -> bool:
    """Run the generator anew, so that changes to its own code count; it says what is wrong itself."""
    command = [sys.executable, "-c", GENERATE, "generate"]
    quiet = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=root, env=quiet, check=False).returncode == 0


def stamp(inputs: Iterable[Path]) -> Stamp:
    """Name, size and time of every file that a build reads; caches and hidden files do not count."""
    return frozenset(_stat(file) for path in inputs for file in _files(path))


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for folder, inner, names in os.walk(path):
        inner[:] = [name for name in inner if not name.startswith((".", "__pycache__"))]
        yield from (Path(folder, name) for name in names if not name.startswith("."))


def _stat(file: Path) -> tuple[str, int, int]:
    try:
        found = file.stat()
    except FileNotFoundError:  # an editor may be swapping it at this moment
        return (str(file), -1, -1)
    return (str(file), found.st_size, found.st_mtime_ns)
