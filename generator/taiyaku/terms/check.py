"""What must hold of abbreviations, phrases and declared answers: every `Problem` of one run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..link import Finder, folded, forms
from ..model import LANGS, Answer, Edition, Exempt, Problem, Verb
from .index import Index, Key, index, key_of
from .kana import is_read
from .mechanisms import check_mechanisms
from .renderings import words_pattern

GLOSSARY, PHRASES = "glossary.yaml", "corpus/phrases.yaml"
CAPITALS = re.compile(r"(?<![A-Za-z0-9.])[A-Za-z0-9.]*[A-Z][A-Za-z0-9.]*[A-Z][A-Za-z0-9]*")
LONGEST = 6  # letters of an abbreviation; a longer run of capitals is a word


def check_terms(edition: Edition) -> list[Problem]:
    """Return everything that is wrong between the glossary, its companions and the texts."""
    made = index(edition)
    return [
        *check_abbreviations(made),
        *check_exceptions(made),
        *check_phrases(made),
        *check_answers(made),
        *check_verbs(made),
        *check_readings(made),
        *check_mechanisms(made),
    ]


def check_abbreviations(made: Index) -> Iterator[Problem]:
    """Yield each abbreviation of two or more capitals that is neither a term nor excepted.

    A line of words that is set in capitals throughout holds none.
    """
    small = {word for text in made.texts.values() for word in re.findall(r"\b[a-z]+\b", text)}
    spans = _known(made)
    told: set[str] = set()
    for key, text in made.texts.items():
        if key[2] == "en" and _all_capitals(text, small):
            continue
        for match in CAPITALS.finditer(text):
            word, (start, end) = match.group(), match.span()
            if word not in told and not any(a <= start and end <= b for a, b in spans[key]):
                told.add(word)
                what = (
                    f"{word!r} ({key[0]}) is no term; add one, or an entry with a reason under `exceptions`"
                )
                yield Problem(file=GLOSSARY, line=1, message=what)


def _all_capitals(text: str, small: set[str]) -> bool:
    """Tell whether `text` is a line of words set in capitals throughout, such as a title.

    A row of abbreviations is none: at least one is long, or stands in `small` letters elsewhere.
    """
    words = re.findall(r"[A-Z]{2,}", text)
    known = (len(word) > LONGEST or word.lower() in small for word in words)
    return text.isupper() and len(words) > 1 and any(known)


def _known(made: Index) -> dict[Key, list[tuple[int, int]]]:
    """Return where terms and exceptions stand; a term limited to a document is known in all of them."""
    limited = [term for term in made.terms.values() if term.documents]
    finders = {lang: Finder(limited, lang) for lang in LANGS}
    exempt = sorted(made.edition.corpus.glossary.exceptions, key=lambda each: -len(each.text))
    excepted = re.compile("|".join(_pattern(each) for each in exempt) or r"(?!)")
    spans = {
        key: [(start, end) for start, end, _ in finders[key[2]].find(text)]
        + [match.span() for match in excepted.finditer(text)]
        for key, text in made.texts.items()
    }
    for occurrence in made.edition.occurrences:
        spans[key_of(occurrence)].append((occurrence.offset, occurrence.offset + occurrence.length))
    return spans


def _pattern(exempt: Exempt) -> str:
    return rf"(?<![A-Za-z0-9]){re.escape(exempt.text)}(?![A-Za-z0-9])"


def check_exceptions(made: Index) -> Iterator[Problem]:
    """Yield exceptions without a reason, and those that except nothing."""
    whole = "\n".join(made.texts.values())
    for exempt in made.edition.corpus.glossary.exceptions:
        if not exempt.reason.strip():
            what = f"the exception {exempt.text!r} has no reason; write one"
            yield Problem(file=GLOSSARY, line=exempt.line, message=what)
        if not re.search(_pattern(exempt), whole):
            what = f"the exception {exempt.text!r} stands in no text; remove it"
            yield Problem(file=GLOSSARY, line=exempt.line, message=what)


def check_phrases(made: Index) -> Iterator[Problem]:
    """Yield phrases twice named, phrases that are terms, and forms that stand in no aligned text."""
    own = {folded(form) for term in made.terms.values() for lang in LANGS for form in forms(term, lang)}
    aligned = {
        lang: [
            text for key, text in made.texts.items() if key[2] == lang and made.counterpart(key) is not None
        ]
        for lang in LANGS
    }
    seen: set[str] = set()
    for phrase in made.edition.corpus.phrases.phrases:
        faults = [f"the id {phrase.id} stands twice; write another"] if phrase.id in seen else []
        seen.add(phrase.id)
        for lang, words in (("en", phrase.en), ("ja", phrase.ja)):
            for form in words:
                pattern = words_pattern([form], lang)
                if folded(form) in own:
                    faults.append(f"{form!r} is a form of a term; its renderings are counted there")
                if not any(pattern.search(text) for text in aligned[lang]):
                    faults.append(f"{form!r} stands in no aligned text; remove it")
        for what in faults:
            yield Problem(file=PHRASES, line=phrase.line, message=f"{phrase.id}: {what}")


def check_answers(made: Index) -> Iterator[Problem]:
    """Yield declared answers to no term, in no block, of words that are not there, or not needed."""
    for answer in made.edition.corpus.phrases.answers:
        for what in _answer_faults(made, answer):
            yield Problem(file=PHRASES, line=answer.line, message=f"{answer.term}: {what}")


def _answer_faults(made: Index, answer: Answer) -> Iterator[str]:
    if answer.term not in made.terms:
        yield "no term has this id; write one that exists"
    text = made.texts.get((answer.block, "", answer.lang))
    if text is None:
        yield f"{answer.block!r} has no {answer.lang} text; write the id of a block or item"
    elif answer.words not in text:
        yield f"{answer.words!r} does not stand in {answer.block}; copy the words from the text"
    if any(o.id == answer.block and o.lang == answer.lang for o in made.by_term.get(answer.term, ())):
        yield f"a form of the term stands in {answer.block} already; remove the answer"


def check_verbs(made: Index) -> Iterator[Problem]:
    """Yield patterns that are none, or that find nothing because they match the empty text."""
    for verb in made.edition.corpus.phrases.verbs:
        for what in _verb_faults(verb):
            yield Problem(file=PHRASES, line=verb.line, message=f"{verb.id}: {what}")


def check_readings(made: Index) -> Iterator[Problem]:
    """Yield readings that are not in kana, and those of words that stand in no Japanese form or answer."""
    phrases = made.edition.corpus.phrases
    known = [form for term in made.terms.values() for form in forms(term, "ja")]
    known += [form for phrase in phrases.phrases for form in phrase.ja]
    known += [answer.words for answer in phrases.answers if answer.lang == "ja"]
    for reading in phrases.readings:
        if not is_read(reading.kana):
            what = f"{reading.words}: {reading.kana!r} has yet to be read; write kana"
            yield Problem(file=PHRASES, line=reading.line, message=what)
        if not any(reading.words in form for form in known):
            what = f"{reading.words}: no Japanese form of a term or phrase has it; remove it"
            yield Problem(file=PHRASES, line=reading.line, message=what)


def _verb_faults(verb: Verb) -> Iterator[str]:
    try:
        if re.compile(verb.pattern).match(""):
            yield "`pattern` matches nothing at all, and so everywhere; write what it must find"
    except re.error as error:
        yield f"`pattern` is no regular expression: {error}"
