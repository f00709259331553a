"""What the browser needs to cite: scripts, which load from a folder, too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..model import LANGS, Edition
from ..words import cited_edition
from .alike import known
from .fields import table


def scripts(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield (path below the site's root, text): the styles, and each document's facts."""
    named = {lang: cited_edition(lang, "{version}") for lang in LANGS}
    yield "assets/cite/styles.js", f"taiyaku.citing.use({_json({'edition': named, **table()})});\n"
    for id, own in known(edition).items():
        yield f"assets/cite/{id}.js", f"taiyaku.cited({_json(own)});\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
