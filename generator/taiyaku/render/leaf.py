"""Pages without Markdown: finished HTML for the theme's template, with what the template must know.

Hundreds of term pages would double the time that MkDocs takes.  The plugin
(`leaves`) sets them into the same template directly.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from markupsafe import Markup

from ..tags import lines

FOLDER = "build/leaves"


def leaf(
    title: str, description: str, *parts: Markup, scripts: Sequence[str] = (), kind: str = "leaf"
) -> str:
    """Return a leaf: a line of JSON for the template, and the HTML of the article."""
    meta = {"title": title, "description": description, "scripts": list(scripts), "kind": kind}
    return f"{json.dumps(meta, ensure_ascii=False)}\n{lines(*parts)}\n"
