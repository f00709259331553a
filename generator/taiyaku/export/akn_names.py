"""The names of Akoma Ntoso: the IRI of a work, the eIds of its parts."""

from __future__ import annotations

from ..model import Clause, Manifest

_BLOCKS = {
    "paragraph": "p",
    "list": "list",
    "table": "table",
    "note": "note",
    "caption": "caption",
    "see": "see",
}
_STEPS = {"i": "item", "r": "tr"}


def eid(clause: Clause, id: str) -> str:
    """Return the eId of a clause, or of a block, item or row of it."""
    steps = id.removeprefix(clause.id).strip(".").split(".")
    if not steps[0]:
        return clause.eid
    block = next(each for each in clause.blocks if each.id == f"{clause.id}.{steps[0]}")
    below = [f"{_STEPS[step[0]]}_{step[1:]}" for step in steps[1:]]
    return "__".join([clause.eid, f"{_BLOCKS[block.kind]}_{steps[0][1:]}", *below])


def iri(manifest: Manifest) -> str:
    """Return the naming IRI of the work."""
    return manifest.cite.iri or f"/akn/un/doc/{manifest.date}/{manifest.id}"
