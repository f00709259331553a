"""`data/glossary.tbx`: the glossary as TBX-Basic (ISO 30042:2008), as translators' tools read it."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from .. import __version__
from ..model import LANGS, Edition, Term
from ..terms.index import Index, index, key_of
from ..words import say

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SENTENCE = {"en": re.compile(r"(?<=[.;:])\s+"), "ja": re.compile(r"(?<=。)")}


def tbx(edition: Edition) -> str:
    """Return the glossary as a TBX-Basic document, terms in the order of their ids."""
    made = index(edition)
    root = ET.Element("martif", {"type": "TBX-Basic", _XML_LANG: "en"})
    _header(root)
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for id in sorted(made.terms):
        _entry(body, made, made.terms[id])
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _header(root: ET.Element) -> None:
    header = ET.SubElement(root, "martifHeader")
    described = ET.SubElement(header, "fileDesc")
    _text(
        ET.SubElement(described, "titleStmt"), "title", f"{say('edition_name', 'en')} {__version__}: glossary"
    )
    words = (
        "Definitions are the edition's own words; contexts are quoted from the clauses named as their source."
    )
    _text(ET.SubElement(described, "sourceDesc"), "p", words)
    _text(ET.SubElement(header, "encodingDesc"), "p", "TBXBasicXCSV02.xcs", type="XCSURI")


def _entry(body: ET.Element, made: Index, term: Term) -> None:
    """Add a concept: its relations, then for each language definition and terms."""
    entry = ET.SubElement(body, "termEntry", {"id": f"t-{term.id}"})
    for other in dict.fromkeys((*term.related, *term.broader, *term.narrower, *term.succeeded_by)):
        _text(entry, "ref", other, type="crossReference", target=f"t-{other}")
    for clause in term.defined_in:
        _text(entry, "note", f"defined in {clause}")
    for lang in LANGS:
        section = ET.SubElement(entry, "langSet", {_XML_LANG: lang})
        group = ET.SubElement(section, "descripGrp")
        _text(group, "descrip", " ".join(term.definition.get(lang).split()), type="definition")
        _text(group, "admin", f"{say('edition_name', 'en')} {__version__}", type="source")
        _terms(section, made, term, lang)


def _terms(section: ET.Element, made: Index, term: Term, lang: str) -> None:
    """Add the name of a concept with its first context, its abbreviation, and its variants."""
    name = ET.SubElement(section, "tig")
    _text(name, "term", term.term.get(lang))
    _text(name, "termNote", "fullForm", type="termType")
    _text(name, "termNote", "preferredTerm-admn-sts", type="administrativeStatus")
    _context(name, made, term, lang)
    if lang == "ja" and term.reading:
        _text(name, "note", f"reading: {term.reading}")
    if term.abbreviation and term.abbreviation != term.term.get(lang):
        short = ET.SubElement(section, "tig")
        _text(short, "term", term.abbreviation)
        _text(short, "termNote", "acronym", type="termType")
    for form in term.variants.get(lang):
        variant = ET.SubElement(section, "tig")
        _text(variant, "term", form)
        _text(variant, "termNote", "variant", type="termType")
        _text(variant, "termNote", "admittedTerm-admn-sts", type="administrativeStatus")


def _context(name: ET.Element, made: Index, term: Term, lang: str) -> None:
    """Add the sentence of the first occurrence outside headings and titles, verbatim, with its id."""
    found = (
        o for o in made.by_term.get(term.id, ()) if o.lang == lang and o.part != "heading" and ":" in o.id
    )
    first = next(found, None)
    if first is None:
        return
    text, at = made.texts[key_of(first)], 0
    for sentence in _SENTENCE[lang].split(text):
        start = text.index(sentence, at)
        at = start + len(sentence)
        if start <= first.offset < at:
            group = ET.SubElement(name, "descripGrp")
            _text(group, "descrip", sentence, type="context")
            _text(group, "admin", first.id, type="source")


def _text(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = text
