"""Two releases beside each other: what was lost, moved, changed and added."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .ledger import digest

Read = Callable[[str], bytes | None]


def compare(old: Path, new: Path) -> dict[str, list[str]]:
    """Return what the release `new` lost, moved, changed and added against `old` (folders or archives)."""
    was, now = _ids(_reader(old)), _ids(_reader(new))
    page = _reader(new)
    gone = [id for id in was if id not in now]
    led = {id for id in gone if page(f"id/{id.replace(':', '/')}.html") is not None}
    return {
        "lost": [id for id in gone if id not in led],
        "aliased": [id for id in gone if id in led],
        "moved": [id for id in was if id in now and was[id][0] != now[id][0]],
        "changed": [id for id in was if id in now and was[id][1] != now[id][1]],
        "added": [id for id in now if id not in was],
    }


def _reader(release: Path) -> Read:
    """Return a function that reads a file of a release, which is a site's folder or an archive of it."""
    if release.is_dir():
        return lambda path: (release / path).read_bytes() if (release / path).is_file() else None
    archive = zipfile.ZipFile(release)
    names = {
        name.partition("/")[2] if "/data/" in name or "/id/" in name else name: name
        for name in archive.namelist()
    }
    names |= {name: name for name in archive.namelist()}
    return lambda path: archive.read(names[path]) if path in names else None


def _ids(read: Read) -> dict[str, tuple[str, str]]:
    """Return every id of a release with its address and the digest of its texts."""
    found: dict[str, tuple[str, str]] = {}
    data = {name: _json(read, name) for name in ("corpus", "timeline", "glossary")}
    for document in data["corpus"]["documents"]:
        found[document["id"]] = (document["url"]["en"], _digest(document["title"]))
    for clause in data["corpus"]["clauses"]:
        found[clause["id"]] = (clause["url"]["en"], _digest(clause["heading"]))
        page = clause["url"]["en"].partition("#")[0]
        for block in clause["blocks"]:
            anchor = block["id"].partition(":")[2]
            found[block["id"]] = (
                f"{page}#{anchor}",
                _digest([block[key] for key in ("en", "ja", "items", "rows")]),
            )
    for kind, name in (("timeline", "events"), ("glossary", "terms")):
        for entry in data[kind][name]:
            found[f"{kind}:{entry['id']}"] = (entry["url"]["en"], "")
    return found


def _json(read: Read, name: str) -> Any:
    content = read(f"data/{name}.json")
    if content is None:
        raise FileNotFoundError(f"data/{name}.json is not in that release")
    return json.loads(content)


def _digest(value: Any) -> str:
    return digest(json.dumps(value, ensure_ascii=False, sort_keys=True))
