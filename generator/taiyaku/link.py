"""Text and glossary -> occurrences: a layer over the text, which itself is never touched.

Forms of Latin letters stand alone, with no letter or digit on either side;
forms of all capitals keep their case, others do not.  Japanese forms match
anywhere.  Where several match, the longest wins; a phrase in which a term is
not meant (`not_in`) takes the place of the term.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from .model import Both, Occurrence, Pairs, Reference, Term, Unit
from .units import units


def forms(term: Term, lang: str) -> tuple[str, ...]:
    """Return every surface form of `term` in `lang`: its name, its abbreviation, its variants."""
    named = (term.term.get(lang), term.abbreviation, *term.variants.get(lang))
    return tuple(dict.fromkeys(form for form in named if form))


def folded(form: str) -> str:
    """Return what two forms must share to be the same: case aside, unless all capitals."""
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", form).replace("’", "'"))
    return plain if _keeps_case(plain) else plain.casefold()


def _keeps_case(form: str) -> bool:
    """Tell whether a form is all capitals, a small plural `s` aside (`WMDs`); so is one without letters."""
    capitals = form.removesuffix("s")
    return capitals.upper() == capitals


def link(pairs: Pairs, terms: Sequence[Term]) -> Iterator[Occurrence]:
    """Yield every occurrence of every term in a document, in reading order."""
    meant = [term for term in terms if not term.documents or pairs.document.manifest.id in term.documents]
    finders = Both(en=Finder(meant, "en"), ja=Finder(meant, "ja"))
    for unit in units(pairs):
        finder = finders.get(unit.lang)
        if finder:
            yield from finder.occurrences(unit)


class Finder:
    """Finds the forms of some terms in texts of one language."""

    def __init__(self, terms: Iterable[Term], lang: str) -> None:
        self.owner: dict[str, str | None] = {}
        found: set[str] = set()
        for term in terms:
            for form in term.not_in.get(lang):
                self.owner[folded(form)] = None
                found.add(form)
        for term in terms:
            for form in forms(term, lang):
                self.owner.setdefault(folded(form), term.id)
                found.add(form)
        longest = sorted(found, key=lambda form: (-len(form), form))
        self.pattern = re.compile("|".join(map(_pattern, longest)) or r"(?!)")

    def occurrences(self, unit: Unit) -> Iterator[Occurrence]:
        """Yield the occurrences in a unit's text; offset and length are code points of it."""
        for start, end, term in self.find(unit.reading.text):
            yield Occurrence(
                term=term, id=unit.id, part=unit.part, lang=unit.lang, offset=start, length=end - start
            )

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, term id), leftmost and longest first."""
        for match in self.pattern.finditer(text):
            key = folded(match.group())
            owner = self.owner.get(key, self.owner.get(key.casefold()))
            if owner:
                yield match.start(), match.end(), owner


def _pattern(form: str) -> str:
    body = re.sub("['’]", "['’]", re.escape(form).replace(r"\ ", r"\s+"))
    body = body if _keeps_case(form) else f"(?i:{body})"
    before = "(?<![A-Za-z0-9])" if form[0].isascii() and form[0].isalnum() else ""
    after = "(?![A-Za-z0-9])" if form[-1].isascii() and form[-1].isalnum() else ""
    return before + body + after


def references(text: str, declared: Sequence[Reference], lang: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, target) of the declared cross-references in a text."""
    for reference in declared:
        if reference.lang == lang:
            pattern = re.escape(reference.text) + r"(?![A-Za-z0-9])"
            yield from ((m.start(), m.end(), reference.to) for m in re.finditer(pattern, text))
