"""YAML into dataclasses, with a file and a line for everything that is wrong.

ruamel.yaml keeps the positions, pydantic checks the shape; this module joins
the two and words the result for a person.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from .model import Declared, Problem, Refused

T = TypeVar("T")

OURS = frozenset({"line", "places"})
"""What every mapping learns beside its own keys: its line, and those of its keys."""


def read(path: Path, name: str, shape: type[T]) -> T:
    """Read `path` as a `shape`; `name` is what messages call the file.

    Raises `Refused` with every fault of the file.
    """
    tree = _parse(path, name)
    try:
        return TypeAdapter(shape).validate_python(_plain(tree, 1))
    except ValidationError as error:
        raise Refused(tuple(_problem(name, tree, fault) for fault in error.errors())) from None


def _parse(path: Path, name: str) -> Any:
    try:
        return YAML(typ="rt", pure=True).load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Refused((Problem(file=name, line=1, message="the file is missing; write it"),)) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        what = "this is not UTF-8; save the file as UTF-8"
        raise Refused((Problem(file=name, line=line, message=what),)) from None
    except ReaderError as error:
        what = f"the character {error.character!r} cannot stand in YAML; remove it"
        line = path.read_text(encoding="utf-8").count("\n", 0, error.position) + 1
        raise Refused((Problem(file=name, line=line, message=what),)) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark
        what = f"this is not YAML: {error.problem or error.context}; check quotes, colons and indentation"
        raise Refused((Problem(file=name, line=mark.line + 1 if mark else 1, message=what),)) from None


def _plain(node: Any, line: int) -> Any:
    """Return plain dicts and lists; every mapping learns its own line and those of its keys."""
    if isinstance(node, CommentedMap):
        places = {key: node.lc.key(key)[0] + 1 for key in node}
        own = {key: _plain(value, places[key]) for key, value in node.items()}
        return {"line": line, "places": {str(key): at for key, at in places.items()}} | own
    if isinstance(node, CommentedSeq):
        return [_plain(value, node.lc.item(index)[0] + 1) for index, value in enumerate(node)]
    return node


def _line(tree: Any, loc: tuple[int | str, ...]) -> int:
    """Return the line of the deepest part of `loc` that the file has."""
    line, node = 1, tree
    for part in loc:
        if isinstance(node, CommentedMap) and part in node:
            line = node.lc.key(part)[0] + 1
        elif isinstance(node, CommentedSeq) and isinstance(part, int) and part < len(node):
            line = node.lc.item(part)[0] + 1
        else:
            break
        node = node[part]
    return int(line)


def _problem(name: str, tree: Any, fault: Any) -> Problem:
    loc = tuple(fault["loc"])
    word = _WORDINGS.get(fault["type"], _other)
    return Problem(file=name, line=_line(tree, loc), message=word(loc, fault))


def _key(loc: tuple[int | str, ...]) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in loc) or "the file"


def _missing(loc: tuple[int | str, ...], _fault: Any) -> str:
    return f"`{_key(loc)}` is missing; add `{loc[-1]}: …`"


def _unknown(loc: tuple[int | str, ...], _fault: Any) -> str:
    near = difflib.get_close_matches(str(loc[-1]), _known_keys(), n=1)
    advice = f"write `{near[0]}`" if near else "remove it, or see the commented manifest of `taiyaku new`"
    return f"`{_key(loc)}` is no key that can stand here; {advice}"


def _choice(loc: tuple[int | str, ...], fault: Any) -> str:
    return f"`{_key(loc)}` is {fault['input']!r}; write one of {fault['ctx']['expected']}"


def _text(loc: tuple[int | str, ...], fault: Any) -> str:
    return f"`{_key(loc)}` must be text; put {fault['input']} in quotes"


def _other(loc: tuple[int | str, ...], fault: Any) -> str:
    return f"`{_key(loc)}` cannot be read: {fault['msg']}; write another value"


@functools.cache
def _known_keys() -> tuple[str, ...]:
    kinds: list[type] = [Declared]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
    known = {field for kind in kinds for field in kind.__dataclass_fields__}  # type: ignore[attr-defined]
    return tuple(sorted(known - OURS))


_WORDINGS: dict[str, Callable[[tuple[int | str, ...], Any], str]] = {
    "missing": _missing,
    "unexpected_keyword_argument": _unknown,
    "literal_error": _choice,
    "string_type": _text,
}
