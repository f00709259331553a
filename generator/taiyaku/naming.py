"""What a clause is called: its number as a citation prints it, and its Akoma Ntoso eId."""

from __future__ import annotations

import re
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


def called(manifest: Manifest, label: str, lang: str) -> str:
    """Return what a page calls a clause: what is printed, or words of `lang` for a figure or a special."""
    special = _special_of(manifest, label)
    if special:
        return special.name.get(lang) or special.name.en or special.name.ja
    name = printed(manifest, label)
    return figure_name(name, lang) if figure_of(manifest, label) else name


def figure_name(name: str, lang: str) -> str:
    """Return a figure's printed name in the words of `lang`: `Fig. 2` is 図表2."""
    return re.sub(r"^Fig(?:ure|\.)\s*", "図表", name) if lang == "ja" else name


def listed(manifest: Manifest, label: str, lang: str) -> str:
    """Return how a clause is named among those of other documents: `2015 Guidelines, IV.A`.

    A number that counts from within a larger work has the way to it before it, lest it be taken for a page:
    `White paper 2019, III-2-1, 2`.
    """
    named = called(manifest, label, lang)
    numbered = not (figure_of(manifest, label) or _special_of(manifest, label))
    within = "-".join(way(manifest)) if numbered else ""
    between = " " if lang == "ja" else ", "
    return f"{manifest.short.get(lang)}{between}{f'{within}, ' if within else ''}{named}"


def way(manifest: Manifest) -> list[str]:
    """Return the numbers of the parts of a larger work that a document stands in, from the outermost."""
    return re.findall(r"\b(?:[IVXLC]+|\d+)\b", manifest.cite.within.en)


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
