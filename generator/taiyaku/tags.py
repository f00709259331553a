"""Safe HTML and Markdown: every text is escaped here, and nowhere else is a tag put together."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

_COMPOUND = re.compile(r"\b[A-Z][a-z]+\\?-[A-Z]\\?\.[A-Z]\\?\.")
_UNSAFE = re.compile(r"[&<>'\"]")
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!>])")


def tag(name: str, *content: str | Markup, **attributes: str | bool | None) -> Markup:
    """Return an element; text is escaped, `class_` is class, `aria_label` aria-label, `None` is left out."""
    inner = "".join([_safe(part) for part in content])
    return str.__new__(Markup, f"<{name}{_attributes(attributes)}>{inner}</{name}>")


def join(parts: Iterable[str | Markup], between: str = "") -> Markup:
    """Return the parts in a row, each escaped unless it is markup."""
    # Hundreds of thousands of elements are made so: Markup's own operators would take five times as long.
    return str.__new__(Markup, str(between).join([_safe(part) for part in parts]))


def _safe(part: str | Markup) -> str:
    return part if isinstance(part, Markup) or not _UNSAFE.search(part) else escape(part)


def _attributes(attributes: Mapping[str, str | bool | None]) -> str:
    written = ""
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        key = name.rstrip("_").replace("_", "-")
        written += f" {key}" if value is True else f' {key}="{_safe(value)}"'
    return written


def lines(*parts: Markup) -> Markup:
    """Return the parts on lines of their own, empty ones left out."""
    return join([part for part in parts if part], "\n")


def plain(text: str) -> Markup:
    """Return text as Markdown source: what is special to Markdown or HTML is escaped."""
    return Markup(_SPECIAL.sub(r"\\\1", text.replace("&", "&amp;")).replace("<", "&lt;"))


def unbroken(words: Markup) -> Markup:
    """Return a heading's words with `Japan-U.S.` and the like kept on one line."""
    return Markup(_COMPOUND.sub(r'<span class="ty-nb">\g<0></span>', str(words)))


def heading(level: int, content: Markup, id: str, classes: str, toc: str) -> str:
    """Return a Markdown heading with its anchor, its classes and its name in the table of contents."""
    marks = " ".join(f".{name}" for name in classes.split())
    quote = "'" if '"' in toc and "'" not in toc else '"'
    label = toc.replace('"', "”") if quote == '"' else toc
    return f"{'#' * min(level, 6)} {content} {{ #{id} {marks} data-toc-label={quote}{label}{quote} }}"


def page(meta: Mapping[str, Any], *parts: str) -> str:
    """Return a Markdown page: front matter (JSON is YAML) and its parts, blank lines between."""
    front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items())
    body = "\n\n".join(str(part).strip() for part in parts if str(part).strip())
    return f"---\n{front}\n---\n\n{body}\n"
