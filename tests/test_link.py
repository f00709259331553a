"""Text and glossary -> occurrences; the text itself is not touched."""

from typing import Any

from edition import INTRO, as_model, cases, document, parsed
from taiyaku.link import link, references
from taiyaku.model import Reference, Term
from taiyaku.units import units


@cases("link")
def test_link(case: dict[str, Any]) -> None:
    given = dict(case["input"])
    terms = [_term(id, declared) for id, declared in given.pop("terms").items()]
    pairs, _, _ = parsed(document(**given, specials=[INTRO]))
    (unit,) = units(pairs)
    text = unit.reading.text
    for found in sorted(link(pairs, terms), key=lambda found: -found.offset):
        end = found.offset + found.length
        text = f"{text[: found.offset]}[{text[found.offset : end]}]({found.term}){text[end:]}"
    assert text == case["expected"]


def _term(id: str, declared: dict[str, Any]) -> Term:
    names = {lang: declared.pop(lang) for lang in ("en", "ja") if lang in declared}
    return as_model(Term, {"id": id, "term": names, "reading": "", "definition": {}} | declared)


def test_a_cross_reference_ends_where_its_number_does() -> None:
    declared = [as_model(Reference, {"lang": "en", "text": "Chapter I", "to": "I"})]
    text = "See Chapter I, Chapter II and Chapter I."
    assert [text[start:] for start, _, _ in references(text, declared, "en")] == [
        "Chapter I, Chapter II and Chapter I.",
        "Chapter I.",
    ]
    assert list(references(text, declared, "ja")) == []
