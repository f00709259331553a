"""The forms of the predicate, counted: where each stands, and what stands in the aligned text beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from ..address import chapter
from ..model import LANGS, Verb
from .index import Index, document_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One place of a verb's form: the unit and the chapter; a unit with two has two."""

    verb: str
    id: str
    part: str
    lang: str
    document: str
    chapter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs:
    """Every place of every form, in reading order."""

    verbs: tuple[Verb, ...]
    found: tuple[Found, ...]

    def of(self, lang: str) -> tuple[Verb, ...]:
        """Return the forms of one language."""
        return tuple(verb for verb in self.verbs if verb.lang == lang)

    def by_chapter(self) -> dict[tuple[str, str, str], list[Found]]:
        """Return the places by document, chapter and form."""
        table: dict[tuple[str, str, str], list[Found]] = defaultdict(list)
        for each in self.found:
            table[each.document, each.chapter, each.verb].append(each)
        return dict(table)

    def against(self) -> dict[tuple[str, str], list[tuple[str, str]]]:
        """Return for each English and each Japanese form the units in which both stand."""
        units: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
        for each in self.found:
            sides = units.setdefault((each.id, each.part), {lang: {} for lang in LANGS})
            sides[each.lang][each.verb] = None
        table: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for unit, sides in units.items():
            for en in sides["en"]:
                for ja in sides["ja"]:
                    table[en, ja].append(unit)
        return dict(table)


def verbs(index: Index) -> Verbs:
    """Return the places of the declared forms in every text but headings, titles and tables."""
    declared = index.edition.corpus.phrases.verbs
    patterns = {lang: [(v.id, re.compile(v.pattern)) for v in declared if v.lang == lang] for lang in LANGS}
    chapters = {
        clause.id: chapter(clause, pairs.clauses)
        for pairs in index.edition.documents
        for clause in pairs.clauses
    }
    found: list[Found] = []
    for (id, part, lang), text in index.texts.items():
        head = chapters.get(index.clause(id))
        if not part and head is not None:
            found += [
                Found(verb=verb, id=id, part=part, lang=lang, document=document_of(id), chapter=head)
                for verb, pattern in patterns[lang]
                for _ in pattern.finditer(text)
            ]
    return Verbs(verbs=declared, found=tuple(found))
