"""What must hold of every document of the corpus; a new folder enrols itself."""

import hashlib
import itertools
import re
from collections import defaultdict
from typing import Any

import pytest

from edition import DOCUMENTS, EDITIONS, ROOT, TREATY, blocks, clauses, data, edition, texts
from taiyaku.model import Document

EVERY = [("corpus", name) for name in DOCUMENTS] + [("treaty", "paper-sea-1901")]
every_document = pytest.mark.parametrize(("name", "id"), EVERY, ids=[id for _, id in EVERY])

# What may end without a full stop, and why.
UNTERMINATED = {
    "defense-of-japan-2019:intro.n1": "a note that is a reference alone, printed without one",
    "paper-sea-1901:preamble.p1": "the parties, before the recitals",
    "paper-sea-1901:preamble.p2": "a recital",
    "paper-sea-1901:preamble.p3": "a recital",
    "paper-sea-1901:I.2.a.p1": "an item of an enumeration",
    "paper-sea-1901:I.2.b.p1": "an item of an enumeration",
}
ENUMERATED = {"paper-sea-1901:I.2.a.p1", "paper-sea-1901:I.2.b.p1"}

SENTENCE_END = re.compile(r"[.!?:。！？：][)\]”’」』）］\"']*$")


def _document(name: str, id: str) -> Document:
    (found,) = (pairs.document for pairs in edition(name).documents if pairs.document.manifest.id == id)
    return found


def _sources(name: str, id: str, role: str) -> list[dict[str, Any]]:
    return [s for s in data(name)["receipts"]["sources"] if s["document"] == id and s["role"] == role]


def _source_text(name: str, source: dict[str, Any]) -> str:
    return (EDITIONS[name] / source["file"]).read_bytes().decode("utf-8")


def test_there_are_documents_and_every_folder_is_one() -> None:
    assert {"guidelines-2015", "guidelines-1997", "defense-of-japan-2019"} <= set(DOCUMENTS)
    folders = {path.name for path in (ROOT / "corpus").iterdir() if path.is_dir()}
    assert folders == set(DOCUMENTS) == {each["id"] for each in data("corpus")["corpus"]["documents"]}


@every_document
def test_the_sources_are_the_files_declared_byte_for_byte(name: str, id: str) -> None:
    listed = [source for role in ("base", "witness") for source in _sources(name, id, role)]
    for source in listed:
        content = (EDITIONS[name] / source["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == source["sha256"]
    beside = {path.name for path in (EDITIONS[name] / "corpus" / id).glob("*.txt")}
    assert {source["file"].rpartition("/")[2] for source in listed} == beside


@every_document
def test_receipts_tile_every_source(name: str, id: str) -> None:
    for source in _sources(name, id, "base") + _sources(name, id, "witness"):
        spans = source["spans"]
        assert spans[0]["start"] == 0
        assert spans[-1]["end"] == len(_source_text(name, source))
        assert [a["end"] for a in spans[:-1]] == [b["start"] for b in spans[1:]]
        assert [span for span in spans if span["start"] >= span["end"]] == []


@every_document
def test_spans_that_reach_no_text_hold_none(name: str, id: str) -> None:
    """A `space` is white space; a marker, furniture and markup are short or declared, and say so."""
    declared = _document(name, id).manifest
    strips = {f.strip for f in declared.floats} | {f.printed for f in declared.figures}
    strips |= {words for s in declared.specials for words in (s.opens.en, s.opens.ja)}
    for source in _sources(name, id, "base"):
        text = _source_text(name, source)
        for span in source["spans"]:
            words = text[span["start"] : span["end"]]
            if span["kind"] == "space":
                assert not words.strip(), span
            elif span["kind"] == "marker":
                assert words in strips or len(words.strip()) <= 12, words
            elif span["kind"] == "markup" and span["block"] is None:
                assert re.fullmatch(r"#+ (\*\*)?|\*\*|<[^<>]*>|<sup>\d+</sup>|- +|\t|&\w+;", words), words
            elif span["kind"] == "furniture":
                assert span["note"], span


@every_document
def test_the_spans_of_a_block_give_its_text(name: str, id: str) -> None:
    """In order, by part and language: characters kept, and what stands for the others."""
    made: dict[tuple[str, str, str], str] = defaultdict(str)
    for source in _sources(name, id, "base"):
        text = _source_text(name, source)
        for span in source["spans"]:
            if span["block"] is not None:
                own = text[span["start"] : span["end"]] if span["kind"] == "kept" else span.get("text", "")
                made[span["block"], span.get("part", ""), span["lang"]] += own
    wanted = {
        (block, part, lang): text for block, part, lang, text in texts(name) if block.startswith(f"{id}:")
    }
    front = {key: text for key, text in made.items() if key[0] == id}
    assert {key: text for key, text in made.items() if key not in front} == wanted
    assert {part for _, part, _ in front} <= {"title", "subtitle", "date"}


@every_document
def test_a_title_that_a_text_gives_is_the_one_it_gives(name: str, id: str) -> None:
    listed = next(each for each in data(name)["corpus"]["documents"] if each["id"] == id)
    (pairs,) = (pairs for pairs in edition(name).documents if pairs.document.manifest.id == id)
    for lang in ("en", "ja"):
        printed = (pairs.front.get(lang) or {}).get("title")
        if printed:
            assert listed["attested"][lang]
            assert listed["title"][lang].casefold() == printed.text.casefold()


@every_document
def test_witnesses_answer_base_blocks_and_nothing_is_unaccounted_for(name: str, id: str) -> None:
    known = blocks(name).keys() | clauses(name).keys() | {id}
    for source in _sources(name, id, "witness"):
        kept = [span for span in source["spans"] if span["kind"] == "kept"]
        assert kept
        assert [span for span in kept if span["block"] not in known] == []
        others = {span["note"] for span in source["spans"] if span["kind"] == "furniture"}
        assert others <= {
            piece.why for text in _document(name, id).sources for piece in text.declared.furniture
        }
        assert {span["kind"] for span in source["spans"]} <= {"kept", "marker", "space", "furniture"}


def test_the_wording_of_both_witnesses_agrees() -> None:
    """Letters and digits of every line stand in the base block that it answers, as the landing pages say."""
    base = {(block, part): text for block, part, lang, text in texts() if lang == "en"}
    for pairs in edition("corpus").documents:
        front = pairs.front.en or {}
        base |= {(pairs.document.manifest.id, part): reading.text for part, reading in front.items()}
    for source in itertools.chain.from_iterable(_sources("corpus", id, "witness") for id in DOCUMENTS):
        text = _source_text("corpus", source)
        for span in source["spans"]:
            if span["kind"] == "kept":
                place = span["block"], span.get("part", "")
                assert _letters(text[span["start"] : span["end"]]) in _letters(base[place]), place


def test_the_witnesses_have_every_block_that_the_pages_say_they_have() -> None:
    answered = {
        source["file"].rpartition("/")[2][:3]: {
            (s["block"], s.get("part", "")) for s in source["spans"] if s["kind"] == "kept"
        }
        for id in DOCUMENTS
        for source in _sources("corpus", id, "witness")
    }
    english = {(block, part) for block, part, lang, _ in texts() if lang == "en"}
    missing = {place for place in english if place[0].startswith("guidelines-2015:")} - answered["002"]
    assert missing == {("guidelines-2015:VIII", "heading")}
    chapter = {place for place in english if re.match(r"guidelines-1997:IV(\.|$)", place[0])}
    assert answered["000"] == chapter


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


@every_document
def test_every_correction_and_slip_shows_in_the_data_with_its_source(name: str, id: str) -> None:
    manifest = _document(name, id).manifest
    own = [clause for clause in clauses(name).values() if clause["document"] == id]
    found = [
        (each["lang"], each["source"], each["corrected"])
        for clause in own
        for each in (
            *clause["corrections"],
            *(each for block in clause["blocks"] for each in block["corrections"]),
        )
    ]
    declared = [(each.lang, each.source, True) for each in manifest.corrections for _ in range(each.times)]
    declared += [(each.lang, each.source, False) for each in manifest.slips for _ in range(each.times)]
    assert sorted(found) == sorted(declared)


@every_document
def test_a_corrected_reading_stands_where_the_data_says(name: str, id: str) -> None:
    by_place = {(block, part, lang): text for block, part, lang, text in texts(name)}
    manifest = _document(name, id).manifest
    readings = {(each.lang, each.source): each.reading for each in manifest.corrections}
    for clause in clauses(name).values():
        if clause["document"] == id:
            places = [(clause["id"], "heading", each) for each in clause["corrections"]]
            places += [(b["id"], each["part"], each) for b in clause["blocks"] for each in b["corrections"]]
            for block, part, each in places:
                text = by_place[block, part, each["lang"]]
                wanted = readings.get((each["lang"], each["source"]), each["source"])
                assert text[each["offset"] :].startswith(wanted)
                assert each["reading"] == wanted
                assert each["reason"]["en"]
                assert each["reason"]["ja"]


@every_document
def test_every_declaration_of_a_slip_gives_its_reason(name: str, id: str) -> None:
    manifest = _document(name, id).manifest
    for each in (*manifest.corrections, *manifest.slips):
        assert each.reason.en, each.source
        assert each.reason.ja, each.source


@pytest.mark.parametrize("name", EDITIONS)
def test_ids_are_unique(name: str) -> None:
    found = [clause["id"] for clause in data(name)["corpus"]["clauses"]]
    found += [block["id"] for clause in data(name)["corpus"]["clauses"] for block in clause["blocks"]]
    assert len(found) == len(set(found)) == len({each.casefold() for each in found})


@every_document
def test_blocks_count_from_one_by_their_letter(name: str, id: str) -> None:
    letters = {"note": "n", "caption": "c", "see": "x"}
    for clause in clauses(name).values():
        counts: dict[str, int] = defaultdict(int)
        for block in clause["blocks"]:
            letter = letters.get(block["kind"], "p")
            counts[letter] += 1
            assert block["id"] == f"{clause['id']}.{letter}{counts[letter]}"


@every_document
def test_parents_come_before_their_children_and_labels_follow(name: str, id: str) -> None:
    seen: set[str] = set()
    for clause in (clause for clause in clauses(name).values() if clause["document"] == id):
        if clause["parent"]:
            assert clause["parent"] in seen, clause["id"]
            figure = clause["label"].startswith("fig-")
            assert figure or clause["id"].rpartition(".")[0] == clause["parent"]
        else:
            assert "." not in clause["label"]
        seen.add(clause["id"])


@every_document
def test_no_paragraph_or_note_breaks_off(name: str, id: str) -> None:
    loose = {
        key
        for key, block in blocks(name).items()
        for lang in ("en", "ja")
        if block["kind"] in ("paragraph", "note") and block[lang] and not SENTENCE_END.search(block[lang])
    }
    assert {key for key in loose if key.startswith(f"{id}:")} == {
        key for key in UNTERMINATED if key.startswith(f"{id}:")
    }


@every_document
def test_no_paragraph_begins_in_the_middle_of_a_sentence(name: str, id: str) -> None:
    for key, block in blocks(name).items():
        if key.startswith(f"{id}:") and block["kind"] == "paragraph" and key not in ENUMERATED:
            assert not (block["en"] or "A")[0].islower(), key
            assert (block["ja"] or "あ")[0] not in "、。）」", key


@every_document
def test_no_text_carries_markup_a_marker_or_stray_space(name: str, id: str) -> None:
    hostile = {"paper-sea-1901:II.1.p2"}
    for block, part, _, text in texts(name):
        if block.startswith(f"{id}:") and block not in hostile:
            assert not re.search(r"<[a-z/]|\*\*|^#|^[-●•・] |&\w+;|^\([a-z0-9]\) |\t| {2}", text), (
                block,
                part,
            )
            assert text == text.strip(), (block, part)
            assert "\n" not in text.replace("\n\n", ""), (block, part)


@every_document
def test_a_document_of_two_languages_has_both_everywhere(name: str, id: str) -> None:
    languages = next(d["languages"] for d in data(name)["corpus"]["documents"] if d["id"] == id)
    for block, part, lang, _ in texts(name):
        assert not block.startswith(f"{id}:") or lang in languages, (block, part)
    places = defaultdict(set)
    for block, part, lang, _ in texts(name):
        if block.startswith(f"{id}:"):
            places[block, part].add(lang)
    assert {place: langs for place, langs in places.items() if langs != set(languages)} == {}


@every_document
def test_notes_are_linked_both_ways(name: str, id: str) -> None:
    for clause in (clause for clause in clauses(name).values() if clause["document"] == id):
        notes = {block["id"] for block in clause["blocks"] if block["kind"] == "note"}
        called = {call["note"] for block in clause["blocks"] for call in block["notes"]}
        assert called == notes, clause["id"]


@every_document
def test_every_table_is_a_rectangle(name: str, id: str) -> None:
    for key, block in blocks(name).items():
        for lang in ("en", "ja"):
            if key.startswith(f"{id}:") and block["rows"][lang]:
                assert set(_widths(block["rows"][lang])) == {len(_columns(block["rows"][lang]))}, key


def _columns(rows: list[list[dict[str, Any]]]) -> range:
    return range(sum(cell["colspan"] for cell in rows[0]))


def _widths(rows: list[list[dict[str, Any]]]) -> list[int]:
    """Return how many columns each row fills, with the cells that reach down into it."""
    widths = [0] * len(rows)
    for index, row in enumerate(rows):
        for cell in row:
            for below in range(index, index + cell["rowspan"]):
                widths[below] += cell["colspan"]
    return widths


@every_document
def test_every_cross_reference_leads_to_a_clause_or_document(name: str, id: str) -> None:
    known = clauses(name).keys() | {each["id"] for each in data(name)["corpus"]["documents"]}
    for reference in _document(name, id).manifest.references:
        assert reference.to in known or f"{id}:{reference.to}" in known, reference.text
        assert any(reference.text in text for _, _, lang, text in texts(name) if lang == reference.lang)


def test_the_treaty_is_no_part_of_the_edition() -> None:
    assert TREATY.name not in DOCUMENTS
    assert "paper-sea-1901" not in DOCUMENTS
