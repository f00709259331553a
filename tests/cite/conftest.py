"""The real edition, read once."""

import pytest

from project import ROOT
from taiyaku.build import build
from taiyaku.model import Edition


@pytest.fixture(scope="session")
def edition() -> Edition:
    return build(ROOT)
