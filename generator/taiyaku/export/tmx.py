"""`data/pairs.tmx`: every aligned text in both languages as a translation memory (TMX 1.4b)."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from .. import __version__
from ..model import LANGS, Edition
from ..terms.index import Index, document_of, index

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def tmx(edition: Edition) -> str:
    """Return the aligned texts as TMX; neither language is declared the source of the other."""
    made = index(edition)
    root = ET.Element("tmx", {"version": "1.4"})
    header = {
        "creationtool": "Taiyaku",
        "creationtoolversion": __version__,
        "segtype": "block",
        "o-tmf": "Taiyaku",
        "adminlang": "en",
        "srclang": "*all*",
        "datatype": "plaintext",
    }
    ET.SubElement(root, "header", header)
    body = ET.SubElement(root, "body")
    for id, part in pairs(made):
        unit = ET.SubElement(body, "tu", {"tuid": id})
        _prop(unit, "document", document_of(id))
        _prop(unit, "part", part or "text")
        for lang in LANGS:
            variant = ET.SubElement(unit, "tuv", {_XML_LANG: lang})
            ET.SubElement(variant, "seg").text = made.texts[id, part, lang]
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def pairs(made: Index) -> list[tuple[str, str]]:
    """Return (id, part) of every unit that has both languages, in reading order; titles are left out."""
    found = dict.fromkeys((id, part) for id, part, _ in made.texts if ":" in id)
    return [each for each in found if all((*each, lang) in made.texts for lang in LANGS)]


def _prop(unit: ET.Element, kind: str, value: str) -> None:
    ET.SubElement(unit, "prop", {"type": f"x-{kind}"}).text = value
