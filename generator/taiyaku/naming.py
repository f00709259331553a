"""What a clause is called: its number as a citation prints it, and its Akoma Ntoso eId."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from . import numerals
from .model import Figure, Level, Manifest, Node, Special

# The hierarchical elements of Akoma Ntoso, and what else a clause without a number may be.
# fmt: off
LEVELS = frozenset({
    "alinea", "article", "book", "chapter", "clause", "division", "indent", "level", "list", "paragraph",
    "part", "point", "proviso", "rule", "section", "subchapter", "subclause", "subdivision", "sublist",
    "subparagraph", "subpart", "subrule", "subsection", "subtitle", "title", "tome", "transitional",
})
# fmt: on
CONTAINERS = frozenset({"attachment", "conclusions", "hcontainer", "preamble", "preface"})

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
    """Return the special that `label` names, or in which it is numbered."""
    own = label.partition(".")[0]
    return next((special for special in manifest.specials if special.label == own), None)


def numbering(manifest: Manifest, label: str) -> tuple[Level, ...]:
    """Return the levels that number the clauses below the special in `label`, or those of the document."""
    special = _special_of(manifest, label)
    return special.numbering if special else manifest.numbering


def element(manifest: Manifest, label: str) -> str:
    """Return the declared Akoma Ntoso element of the special or numbered clause with `label`."""
    special = _special_of(manifest, label)
    depth = label.count(".")
    if special:
        return special.numbering[depth - 1].element if depth else special.element
    return manifest.numbering[depth].element


def printed(manifest: Manifest, label: str, reader: str = "") -> str:
    """Return what a citation prints: each level's number with its brackets, without its full stop.

    It is written as the text in the `reader`'s language has it, or that in the first language.  A number
    that repeats those above it stands for them: `Section 1.1.(a)`, not `Section 1.1.1.(a)`.
    """
    figure, special = figure_of(manifest, label), _special_of(manifest, label)
    if figure:
        return figure.printed
    lang = reader if reader in manifest.languages else manifest.languages[0]
    levels = numbering(manifest, label)
    forms = [level.form(lang) for level in levels]
    parts = _parts(forms, _values(manifest, levels, label.split(".")[bool(special) :]))
    if not special:
        return _joined(parts)
    name = special.name.get(reader)
    return _joined([name, *parts]) if reader == "ja" else ", ".join(filter(None, (name, _joined(parts))))


def numbered(manifest: Manifest, label: str, lang: str) -> str:
    """Return the label with its numbers as the text of `lang` writes them, but kanji in digits: `1.2.イ`."""
    if figure_of(manifest, label):
        return label
    first = label.split(".")[: bool(_special_of(manifest, label))]
    levels = numbering(manifest, label)
    styles = (numerals.style_of(level.form(lang)) for level in levels)
    values = _values(manifest, levels, label.split(".")[len(first) :])
    pairs = zip(values, styles, strict=False)
    return ".".join([*first, *(numerals.write(value, _plain(style)) for value, style in pairs)])


def _plain(style: str) -> str:
    return "arabic" if style == "kanji" else style


def _values(manifest: Manifest, levels: Sequence[Level], numbers: Sequence[str]) -> list[int]:
    """Return the values of a label's numbers, which the first language writes."""
    styles = (numerals.style_of(level.form(manifest.languages[0])) for level in levels)
    return [numerals.read(number, style) or 0 for number, style in zip(numbers, styles, strict=False)]


def _parts(forms: Sequence[str], values: Sequence[int]) -> list[str]:
    """Return each level's number in its form; one that repeats others stands in their place."""
    parts: list[str] = []
    for index, form in enumerate(forms[: len(values)]):
        first = index + 1 - len(numerals.styles_of(form))
        own = numerals.fill(form, *values[first : index + 1]).strip(" .．")
        parts[first:] = [_named(forms[first]) + own if first < index else own]
    return parts


def _joined(parts: Sequence[str]) -> str:
    """Return the parts with a dot between them; Japanese words need none: `第一条2(イ)`."""
    text = ""
    for part in parts:
        whole = not text or not text[-1].isascii() or (not text.isascii() and part.startswith("("))
        text += part if whole else f".{part}"
    return text


def _named(form: str) -> str:
    """Return the name that stands before a number, such as `Section `, where nothing stands after it."""
    before, after = numerals.around(form)[0], numerals.around(form)[-1]
    return "" if after.strip(" .．") or not before.endswith(" ") else before


def called(manifest: Manifest, label: str, lang: str) -> str:
    """Return what a page calls a clause: what the text of `lang` prints, with its words for a figure."""
    name = printed(manifest, label, lang)
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
    counted = not (figure_of(manifest, label) or _special_of(manifest, label))
    within = "-".join(way(manifest)) if counted else ""
    between = " " if lang == "ja" else ", "
    return f"{manifest.short.get(lang)}{between}{f'{within}, ' if within else ''}{named}"


def way(manifest: Manifest) -> list[str]:
    """Return the numbers of the parts of a larger work that a document stands in, from the outermost."""
    return re.findall(r"\b(?:[IVXLC]+|\d+)\b", manifest.cite.within.en)


def eid(manifest: Manifest, node: Node, eids: Mapping[str, str]) -> str:
    """Return the eId: the parent's (in `eids`, by label), `__`, and `prefix_number` of the element."""
    if figure_of(manifest, node.label):
        own = f"figure_{node.label.removeprefix('fig-')}"
    else:
        kind = element(manifest, node.label)
        own = f"{_PREFIXES.get(kind, kind)}_{node.label.rsplit('.', 1)[-1]}"
    return f"{eids[node.parent]}__{own}" if node.parent else own
