"""The glossary against the texts, counted anew: another way than the generator's, and the same result."""

import functools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from edition import EDITIONS, clauses, data, edition, texts
from taiyaku.output import write_edition

REQUIRED = [
    *("ACM", "BPM", "ISR", "CBRN", "SCC", "SSC", "SDC", "SDF"),
    *("USFJ", "NDPG", "MTDP", "SACO", "FMS", "HA/DR", "POL", "WMD"),
    *("SOFA", "ROK", "SSA", "MOD", "DoD", "PKO", "NDS", "MCAS"),
    *("FRF", "MSDF", "UNSC", "ECS", "SCS", "ADMM-Plus", "USINDOPACOM"),
]
ABBREVIATION = re.compile(r"[A-Z](?:[a-z]?[A-Z])+|(?:[A-Z]\.){2,}")

Place = tuple[str, str, str]  # the id that an occurrence names, its part, its language


@functools.cache
def _declared(name: str) -> dict[str, Any]:
    return YAML(typ="safe", pure=True).load((EDITIONS[name] / "glossary.yaml").read_text("utf-8"))


def _terms(name: str) -> list[dict[str, Any]]:
    return data(name)["glossary"]["terms"]


def _places(name: str) -> Iterator[tuple[Place, str]]:
    """Yield every text under the id and part by which the glossary's occurrences call it."""
    for block, part, lang, text in texts(name):
        item = re.fullmatch(r"i\d+(?:\.i\d+)*", part)
        row = re.fullmatch(r"(r\d+)\.(c\d+(?:\.i\d+)?)", part)
        if item:
            yield (f"{block}.{part}", "", lang), text
        elif row:
            yield (f"{block}.{row[1]}", row[2], lang), text
        else:
            yield (block, part, lang), text


# --- every abbreviation -------------------------------------------------------------------------


def test_every_abbreviation_of_the_texts_is_a_term_or_an_exception_with_a_reason() -> None:
    found: dict[Place, list[tuple[int, int]]] = {}
    for term in _terms("corpus"):
        for o in term["occurrences"]:
            place = o["block"], o.get("part", ""), o["lang"]
            found.setdefault(place, []).append((o["offset"], o["offset"] + o["length"]))
    strangers = Counter()
    for place, text in _places("corpus"):
        covered = found.get(place, []) + list(_exceptions(text))
        for each in ABBREVIATION.finditer(text):
            if not any(start <= each.start() and each.end() <= end for start, end in covered):
                strangers[each.group()] += 1
    assert strangers == {}


def _exceptions(text: str) -> Iterator[tuple[int, int]]:
    for exception in _declared("corpus")["exceptions"]:
        for found in re.finditer(rf"(?<![A-Za-z0-9]){re.escape(exception['text'])}(?![A-Za-z0-9])", text):
            yield found.span()


def test_every_exception_stands_in_a_text_and_has_a_reason() -> None:
    whole = "\n".join(text for _, _, _, text in texts())
    for exception in _declared("corpus")["exceptions"]:
        assert exception["reason"], exception["text"]
        assert exception["text"] in whole or exception["text"].isupper(), exception["text"]


@pytest.mark.parametrize("abbreviation", REQUIRED)
def test_a_required_abbreviation_is_in_the_glossary(abbreviation: str) -> None:
    named = [
        term
        for term in _terms("corpus")
        if abbreviation in (term["abbreviation"], *term["variants"]["en"], term["term"]["en"])
    ]
    assert len(named) == 1
    assert named[0]["definition"]["en"]
    assert named[0]["definition"]["ja"]
    assert named[0]["occurrences"]


# --- every occurrence -----------------------------------------------------------------------------


def _plain(text: str) -> str:
    """Apostrophes of one shape, spaces of one shape; as many characters as before."""
    return re.sub(r"\s", " ", text.replace("’", "'"))


def _fits(text: str, at: int, form: str) -> bool:
    """Tell whether `form` stands in `text` at `at`, by the rules of CONTRIBUTING and the glossary's head."""
    words = text[at : at + len(form)]
    capitals = form.removesuffix("s")
    same = words == form if capitals == capitals.upper() else words.casefold() == form.casefold()
    if not same:
        return False
    before, after = text[at - 1 : at], text[at + len(form) : at + len(form) + 1]
    return not (_latin(form[0]) and _latin(before)) and not (_latin(form[-1]) and _latin(after))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _forms(name: str, document: str, lang: str) -> dict[str, list[tuple[str, str | None]]]:
    """Return (form, term) by the first letter of the form, longest first; a `not_in` phrase has no term."""
    found: dict[str, str | None] = {}
    for term in _declared(name)["terms"]:
        if term.get("documents") and document not in term["documents"]:
            continue
        own = [term["term"].get(lang), term.get("abbreviation"), *term.get("variants", {}).get(lang, [])]
        for form in filter(None, own):
            found.setdefault(_plain(form).strip(), term["id"])
        for phrase in term.get("not_in", {}).get(lang, []):
            found[_plain(phrase).strip()] = None
    by_letter: dict[str, list[tuple[str, str | None]]] = {}
    for form, term in sorted(found.items(), key=lambda pair: -len(pair[0])):
        by_letter.setdefault(form[0].casefold(), []).append((form, term))
    return by_letter


def _count(text: str, forms: dict[str, list[tuple[str, str | None]]]) -> Iterator[tuple[str, int, int]]:
    """Read the text from left to right and take the longest form at each place."""
    at, plain = 0, _plain(text)
    while at < len(plain):
        here = forms.get(plain[at].casefold(), [])
        form, term = next(((form, term) for form, term in here if _fits(plain, at, form)), ("", None))
        if term:
            yield term, at, len(form)
        at += len(form) or 1


@pytest.mark.parametrize("name", EDITIONS)
def test_a_count_of_our_own_finds_the_same_occurrences(name: str) -> None:
    documents = [each["id"] for each in data(name)["corpus"]["documents"]]
    forms = {(id, lang): _forms(name, id, lang) for id in documents for lang in ("en", "ja")}
    counted = {
        (term, *place, start, length)
        for place, text in _places(name)
        for term, start, length in _count(text, forms[place[0].partition(":")[0], place[2]])
    }
    listed = {
        (term["id"], o["block"], o.get("part", ""), o["lang"], o["offset"], o["length"])
        for term in _terms(name)
        for o in term["occurrences"]
        if ":" in o["block"]  # the title of a document is no text of corpus.json
    }
    assert counted
    assert sorted(listed - counted) == []
    assert sorted(counted - listed) == []


@pytest.mark.parametrize("name", EDITIONS)
def test_no_two_occurrences_overlap_and_each_has_the_words_of_its_term(name: str) -> None:
    by_place = dict(_places(name))
    ends: dict[Place, int] = {}
    found = [(o["block"], o.get("part", ""), o["lang"], o, t) for t in _terms(name) for o in t["occurrences"]]
    for block, part, lang, o, term in sorted(found, key=lambda each: (*each[:3], each[3]["offset"])):
        place = block, part, lang
        assert o["offset"] >= ends.get(place, 0), place
        ends[place] = o["offset"] + o["length"]
        if ":" in block:
            words = _plain(by_place[place][o["offset"] : ends[place]]).casefold()
            names = [term["term"][lang], term["abbreviation"] or "", *term["variants"][lang]]
            assert words in [_plain(each).casefold() for each in names], place


@pytest.mark.parametrize("name", EDITIONS)
def test_every_declared_form_is_found_somewhere_or_names_the_term(name: str) -> None:
    whole = {
        lang: _plain(" \n ".join(text for _, _, own, text in texts(name) if own == lang))
        for lang in ("en", "ja")
    }
    for term in _terms(name):
        for lang in ("en", "ja"):
            for variant in term["variants"][lang]:
                form = _plain(variant).strip()
                assert any(_fits(whole[lang], m.start(), form) for m in _anywhere(form, whole[lang])), variant


def _anywhere(form: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?={re.escape(form)})", text, re.IGNORECASE)


@pytest.mark.parametrize("name", EDITIONS)
def test_a_term_is_attested_where_a_text_has_it(name: str) -> None:
    whole = {
        lang: _plain(" \n ".join(text for _, _, own, text in texts(name) if own == lang))
        for lang in ("en", "ja")
    }
    for term in _terms(name):
        for lang in ("en", "ja"):
            form = _plain(term["term"][lang])
            found = any(_fits(whole[lang], m.start(), form) for m in _anywhere(form, whole[lang]))
            assert term["attested"][lang] == found, (term["id"], lang)


# --- the entries -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EDITIONS)
def test_terms_stand_in_the_order_of_their_ids_and_lead_to_clauses(name: str) -> None:
    ids = [term["id"] for term in _terms(name)]
    assert ids == sorted(set(ids))
    for term in _terms(name):
        assert [id for id in term["defined_in"] if id not in clauses(name)] == [], term["id"]
        for relation in ("related", "broader", "narrower", "succeeded_by"):
            assert set(term[relation]) <= set(ids) - {term["id"]}


def test_relations_stand_on_both_sides() -> None:
    terms = {term["id"]: term for term in _terms("corpus")}
    for id, term in terms.items():
        assert [other for other in term["related"] if id not in terms[other]["related"]] == [], id
        assert [other for other in term["broader"] if id not in terms[other]["narrower"]] == [], id
        assert [other for other in term["narrower"] if id not in terms[other]["broader"]] == [], id


def test_readings_are_kana() -> None:
    """Hiragana for what is read, and the katakana, Latin letters and signs that a term has itself."""
    for term in _terms("corpus"):
        assert re.fullmatch(r"[ぁ-んァ-ヶー・A-Za-z0-9０-９Ａ-Ｚ\-/＋（）()、.]+", term["reading"]), term[
            "id"
        ]
        assert not re.search(r"[一-龯]", term["reading"]), term["id"]


def test_a_definition_is_not_a_sentence_of_the_texts() -> None:
    whole = {lang: " ".join(text for _, _, own, text in texts() if own == lang) for lang in ("en", "ja")}
    for term in _terms("corpus"):
        for lang in ("en", "ja"):
            for sentence in re.split(r"(?<=[a-z][.]) |(?<=。)", term["definition"][lang]):
                assert len(sentence) < 25 or sentence not in whole[lang], (term["id"], sentence)


def test_no_term_is_linked_in_a_heading(tmp_path: Path) -> None:
    write_edition(edition("treaty"), tmp_path, "")
    pages = [path.read_text("utf-8") for path in tmp_path.glob("docs*/paper-sea-1901/*.md")]
    assert any('class="ty-term"' in page for page in pages)
    for page in pages:
        headings = [line for line in page.splitlines() if line.startswith("#")]
        assert [line for line in headings if "ty-term" in line or "ty-again" in line] == []
