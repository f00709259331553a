"""What every test may ask for: the checkout, and the whole site, built once."""

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest

from project import ROOT, build_site, copy_sources

pytest_plugins = ["browsing"]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout; tests read it and write nothing there."""
    return ROOT


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[..., Path]:
    """Run a slow maker of a folder once for all workers of pytest-xdist: the first one makes it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def made(name: str, make: Callable[[Path], Path]) -> Path:
        note = shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not note.exists():
                note.write_text(str(make(shared / name)))
        return Path(note.read_text())

    return made


@pytest.fixture(scope="session")
def built_site(once: Callable[..., Path]) -> Path:
    """The whole site as `make site` builds it, in a temporary folder; not to be changed."""
    return once("project", lambda folder: build_site(copy_sources(folder)))


@pytest.fixture(scope="session")
def second_site(once: Callable[..., Path]) -> Path:
    """The same from another folder with a longer name: for telling the two apart."""
    return once("a-second-project", lambda folder: build_site(copy_sources(folder)))
