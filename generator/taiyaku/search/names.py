"""What a document is called: for `in:` and for citations, found in its manifest and nowhere else."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from .. import naming
from ..model import Manifest, Pairs, Special
from .records import both

_YEAR = re.compile(r"[(（]?(?:19|20)\d\d年?[)）]?")


def told(pairs: Pairs) -> dict[str, Any]:
    """Return what the browser knows of a document: id, names to show and to know it by, its clauses too."""
    manifest = pairs.document.manifest
    return {
        "id": manifest.id,
        "title": list(both(manifest.short)),
        "languages": list(manifest.languages),
        "names": names(pairs),
        "within": naming.way(manifest),
        "specials": [[special.label, _named(special)] for special in manifest.specials],
    }


def _named(special: Special) -> list[str]:
    return [name.lower() for name in (special.label, *both(special.name)) if name]


def names(pairs: Pairs) -> list[str]:
    """Return every name of a document, folded, the longest first."""
    manifest = pairs.document.manifest
    year = manifest.date[:4]
    found = {manifest.id, manifest.id.replace("-", " "), year, f"{year}年"}
    for name in _titles(manifest):
        bare = " ".join(_YEAR.sub(" ", name).split())
        found |= {name, bare, f"{bare} {year}", f"{year} {bare}", f"{bare}{year}", f"{year}年{bare}"}
    found |= {
        prefix for clause in pairs.clauses if clause.figure for prefix in [_prefix(clause.printed)] if prefix
    }
    folded = {_plain(name) for name in found}
    return sorted((name for name in folded if len(name) > 1), key=lambda name: (-len(name), name))


def _titles(manifest: Manifest) -> set[str]:
    """Return titles, the kind where it is given before a colon, and the initials of a short title."""
    kinds = [re.split(r"[:：(（]", kind) for kind in both(manifest.kind)]
    named = {kind[0].strip() for kind in kinds if len(kind) > 1}
    initials = "".join(re.findall(r"\b[A-Za-z]", manifest.title.en))
    short = {initials} if len(initials) < 6 else set()
    return {name for name in {*both(manifest.title), *both(manifest.short), *named, *short} if name}


def _prefix(printed: str) -> str:
    """Return the way to a figure's section as printed: `Fig. III-2-1-5` -> `III-2-1`."""
    way = re.search(r"([IVXLC]+(?:-\d+)+)-\d+$", printed)
    return way.group(1) if way else ""


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).lower().split())
