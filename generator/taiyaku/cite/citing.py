"""A citation in every style, and the records that reference managers read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from .facts import Facts
from .fields import Options, Place, fields, table
from .template import EmptyField, Run, fill, text

_TEX = re.compile(r"[\\{}&%$#_~^]")
_TEX_WORDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def style_ids() -> tuple[str, ...]:
    """Return the ids of the styles in their order."""
    return tuple(style["id"] for style in table()["styles"])


def citation(facts: Facts, place: Place, style_id: str, options: Options) -> tuple[Run, ...]:
    """Return the citation of a place in a style."""
    style = next(each for each in table()["styles"] if each["id"] == style_id)
    values = fields(facts, place, style["lang"], style["dates"], options)
    for name, pairs in style.get("rename", {}).items():
        for old, new in pairs:
            values[name] = values[name].replace(old, new)
    return fill(style[facts["kind"]], values)


def record(facts: Facts, place: Place, format_id: str, lang: str, options: Options) -> str:
    """Return a record of the place as RIS, BibTeX or CSL-JSON."""
    shape = table()["formats"][format_id]
    values = fields(facts, place, lang, shape["dates"], options)
    return _WRITERS[format_id](shape, values)


def csl(facts: Facts, place: Place, lang: str, options: Options) -> dict[str, Any]:
    """Return the CSL-JSON item of a place."""
    shape = table()["formats"]["csl"]
    item: dict[str, Any] = _shaped(shape["item"], fields(facts, place, lang, shape["dates"], options))
    return item


def _value(form: str, values: Mapping[str, Any]) -> str:
    try:
        return text(fill(form, values))
    except EmptyField:
        return ""


def _ris(shape: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    lines = [(tag, _value(form, values)) for tag, form in shape["lines"]]
    written = [f"{tag}  - {value}" for tag, value in lines if value]
    return "\r\n".join([*written, "ER  - ", ""])


def _bibtex(shape: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    lines = []
    for name, form, how in shape["lines"]:
        value = _value(form, values)
        value = value if how == "raw" else _TEX.sub(_tex, value)
        if value:
            lines.append(f"  {name} = {{{{{value}}}}}," if how == "protect" else f"  {name} = {{{value}}},")
    return "\n".join([f"@{values['bibtex_type']}{{{values['key']},", *lines, "}", ""])


def _tex(found: re.Match[str]) -> str:
    return _TEX_WORDS.get(found[0], f"\\{found[0]}")


def _csl(shape: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    return json.dumps([_shaped(shape["item"], values)], ensure_ascii=False, indent=1) + "\n"


def _shaped(shape: Any, values: Mapping[str, Any]) -> Any:
    """Return `shape` with its strings filled in and what is empty left out."""
    if isinstance(shape, str):
        name = re.fullmatch(r"\{(\w+)\}", shape)
        return values.get(name[1], "") if name else _value(shape, values)
    if isinstance(shape, list):
        return [filled for filled in (_shaped(each, values) for each in shape) if filled]
    return {key: filled for key, each in shape.items() if (filled := _shaped(each, values))}


_WRITERS = {"ris": _ris, "bibtex": _bibtex, "csl": _csl}
