"""What a clause is called: its number as a citation prints it, and its Akoma Ntoso eId."""

from __future__ import annotations

from collections.abc import Mapping

from . import numerals
from .model import Figure, Manifest, Node, Special

# Abbreviations of the Akoma Ntoso naming convention, section 5.8.
_PREFIXES = {
    "article": "art",
    "attachment": "att",
    "chapter": "chp",
    "paragraph": "para",
    "section": "sec",
    "subparagraph": "subpara",
    "subsection": "subsec",
}


def figure_of(manifest: Manifest, label: str) -> Figure | None:
    """Return the declared figure with `label`."""
    return next((figure for figure in manifest.figures if figure.label == label), None)


def _special_of(manifest: Manifest, label: str) -> Special | None:
    return next((special for special in manifest.specials if special.label == label), None)


def printed(manifest: Manifest, label: str) -> str:
    """Return what a citation prints: each level's number with its brackets, without its full stop."""
    figure, special = figure_of(manifest, label), _special_of(manifest, label)
    if figure or special:
        return figure.printed if figure else special.name.en if special else label
    lead = manifest.languages[0]
    forms = [level.form(lead) for level in manifest.numbering]
    parts = []
    for part, form in zip(label.split("."), forms, strict=False):
        parts.append(form.replace("{%s}" % numerals.style_of(form), part).strip(" .．"))
    return ".".join(parts)


def eid(manifest: Manifest, node: Node, eids: Mapping[str, str]) -> str:
    """Return the eId: the parent's (in `eids`, by label), `__`, and `prefix_number` of the element."""
    special = _special_of(manifest, node.label)
    if special:
        own = f"{_PREFIXES.get(special.element, special.element)}_{node.label}"
    elif figure_of(manifest, node.label):
        own = f"figure_{node.label.removeprefix('fig-')}"
    else:
        element = manifest.numbering[node.level].element
        own = f"{_PREFIXES.get(element, element)}_{node.label.rsplit('.', 1)[-1]}"
    return f"{eids[node.parent]}__{own}" if node.parent else own
