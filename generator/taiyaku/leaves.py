"""Pages that need no Markdown, set into the theme's template when all else is built (see `render.leaf`)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment

from taiyaku.cite.pages import metadata
from taiyaku.context import OTHER, place

TEMPLATE = "term.html"


def paths(folder: Path) -> list[str]:
    """The paths of all leaves below the site's root, in order."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.html"))


def leaves(
    folder: Path, env: Environment, told: Callable[[str], dict[str, Any]]
) -> Iterator[tuple[str, str]]:
    """Yield (path, HTML) of every leaf; `told` is what the templates know of a language."""
    for path in paths(folder):
        head, _, body = (folder / path).read_text(encoding="utf-8").partition("\n")
        meta = json.loads(head)
        lang = OTHER if path.startswith(f"{OTHER}/") else "en"
        facts = place(path)
        page = SimpleNamespace(
            meta={"title": meta["title"], "description": meta["description"]},
            content=body,
            title=meta["title"],
            is_homepage=False,
            url=path,
            toc=[],
        )
        known = told(lang)
        cited = metadata(None, path, lang, known["config"].site_url or "", meta["title"])
        own = {"page": page, "leaf": meta, "base_url": facts["taiyaku_base"].rstrip("/")}
        yield path, env.get_template(TEMPLATE).render(known | facts | cited | own)


def write(folder: Path, site: Path, env: Environment, told: Callable[[str], dict[str, Any]]) -> None:
    """Write every leaf below `folder` into the site."""
    for path, text in leaves(folder, env, told):
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def in_sitemap(text: str, folder: Path, address: str) -> str:
    """Return the sitemap with the leaves in it."""
    found = paths(folder) if folder.is_dir() else []
    entries = "".join(
        f"    <url>\n         <loc>{address.rstrip('/')}/{path}</loc>\n    </url>\n" for path in found
    )
    return text.replace("</urlset>", entries + "</urlset>")
