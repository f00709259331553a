"""The words of the interface, from `strings.yaml`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib.resources import files

from ruamel.yaml import YAML


@functools.cache
def _table() -> Mapping[str, Mapping[str, str]]:
    text = (files(__package__) / "strings.yaml").read_text(encoding="utf-8")
    table: Mapping[str, Mapping[str, str]] = YAML(typ="safe", pure=True).load(text)
    return table


def say(key: str, lang: str, **values: object) -> str:
    """Return the words of `key` in `lang`, its `{fields}` filled; raises `KeyError` for an unknown key."""
    return _table()[key][lang].format(**values)
