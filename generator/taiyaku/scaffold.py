"""`taiyaku new`: a commented manifest to start from."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from .model import Problem, Refused


def write(root: Path, id: str) -> Path:
    """Write `corpus/<id>/document.yaml` below `root` and return its path.

    Raises `Refused` for an id that cannot be an address, and for a document that exists.
    """
    path = root / "corpus" / id / "document.yaml"
    name = f"corpus/{id}/document.yaml"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id):
        what = "an id is lower-case letters, digits and hyphens; write for instance security-treaty-1960"
        raise Refused((Problem(file=name, line=1, message=what),))
    if path.exists():
        raise Refused(
            (Problem(file=name, line=1, message="this document exists; edit it, or choose another id"),)
        )
    template = (files(__package__) / "templates" / "document.yaml").read_text(encoding="utf-8")
    order = len(list(root.glob("corpus/*/document.yaml"))) + 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(template.format(id=id, order=order), encoding="utf-8")
    return path
