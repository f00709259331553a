"""The index as files: the same every time, complete, and readable by the rules of FORMAT.md."""

import json
import re
from array import array

import pytest

from project import ROOT
from taiyaku.build import build
from taiyaku.model import Edition
from taiyaku.search import index, names, read_sheets, shards, weigh
from taiyaku.search.records import records


@pytest.fixture(scope="module")
def edition() -> Edition:
    return build(ROOT, frozen=False)


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, bytes]:
    return index(edition, read_sheets(ROOT))


def data(files: dict[str, bytes], name: str) -> object:
    text = files[f"assets/search/{name}.js"].decode()
    head = f'taiyaku.shard("{name}",'
    assert text.startswith(head)
    assert text.endswith(")\n")
    return json.loads(text[len(head) : -2])


def decoded(text: str) -> dict[int, int]:
    """Read postings as a browser does: record -> level."""
    found = {}
    for group in text.split("!")[1:]:
        record, more = -1, 0
        for code in map(ord, group[1:]):
            if code >= 93:
                more = more * 34 + code - 93
                continue
            record += more * 57 + code - 35 + 1
            more = 0
            found[record] = ord(group[0]) - 96
    return found


def test_same_bytes(edition: Edition, files: dict[str, bytes]) -> None:
    assert index(edition, read_sheets(ROOT)) == files


def test_cores_that_share_the_records_write_the_same(
    edition: Edition, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weigh, "_SHARE", 100)
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    assert index(edition, read_sheets(ROOT)) == files


def test_every_id_can_be_found(edition: Edition, files: dict[str, bytes]) -> None:
    ids = [data(files, f"en{number}")[0] for number in range(len(numbered(files, "en")))]
    assert ids == [record.id for record in records(edition, read_sheets(ROOT))]
    clauses = {clause.id for pairs in edition.documents for clause in pairs.clauses}
    terms = {f"glossary:{term.id}" for term in edition.corpus.glossary.terms}
    events = {f"timeline:{event.id}" for event in edition.corpus.timeline.events}
    assert clauses | terms | events <= set(ids)
    assert "page:about" in ids


def numbered(files: dict[str, bytes], prefix: str) -> list[str]:
    numbers = sorted(int(m[1]) for path in files if (m := re.search(rf"/{prefix}(\d+)\.js$", path)))
    return [f"{prefix}{number}" for number in numbers]


def test_both_languages_of_a_record_answer_each_other(edition: Edition, files: dict[str, bytes]) -> None:
    for number, record in enumerate(records(edition, read_sheets(ROOT))):
        *_, title, english = data(files, f"en{number}")
        assert (title, data(files, f"ja{number}")[0]) == record.title
        japanese = data(files, f"ja{number}")[1]
        assert [(part, (en, ja)) for (part, en), ja in zip(english, japanese, strict=True)] == [
            (passage.part, passage.texts) for passage in record.passages
        ]


def test_the_vocabulary_stands_in_both_orders(files: dict[str, bytes]) -> None:
    manifest = data(files, "manifest")
    orders = []
    for prefix, firsts in (("w", manifest["words"]), ("v", manifest["endings"])):
        pieces = [re.findall("([a-z]+)([A-Z])", data(files, name)) for name in numbered(files, prefix)]
        assert [piece[0][0] for piece in pieces] == firsts
        words = [word for piece in pieces for word in piece]
        assert words == sorted(words)
        orders.append(words)
    forwards, backwards = orders
    assert sorted((word[::-1], common) for word, common in backwards) == forwards
    assert "cooperation" in dict(forwards)


def test_shards_grow_with_the_root_of_the_index() -> None:
    def size(keys: int) -> int:
        found = {f"key{n:07}": array("I", [16, 32, 48]) for n in range(keys)}
        files, firsts = shards.term_files(found)
        return sum(map(len, files.values())) // len(firsts)

    small, large = size(200_000), size(800_000)
    assert 1.8 < large / small < 2.2
    assert size(1_000) < 1.5 * shards.SIZE


def test_shards_are_sorted_and_listed(files: dict[str, bytes]) -> None:
    manifest = data(files, "manifest")
    keys = []
    for number, first in enumerate(manifest["terms"]):
        own = [re.split("[!=]", entry)[0] for entry in data(files, f"t{number}").split(" ")]
        assert own[0] == first
        keys += own
    assert keys == sorted(set(keys))
    assert {"support", "後方支", "@iv.a.1", "logistic_support"} <= set(keys)


def test_postings_are_read_back() -> None:
    packed = [3 * 16 + 15, 4 * 16 + 2, 900 * 16 + 15, 200_000 * 16 + 2]
    key, text = shards.entry("word", packed).split("!", 1)
    assert key == "word"
    assert decoded("!" + text) == {3: 15, 4: 2, 900: 15, 200_000: 2}


def test_long_postings_keep_the_weightiest() -> None:
    packed = [n * 16 + (15 if n % 2 else 1) for n in range(2 * shards.MOST + 10)]
    text = shards.entry("word", packed)
    assert text.startswith(f"word={len(packed)}!")
    assert set(decoded(text[len("word") :]).values()) == {15}


def test_no_piece_is_large(files: dict[str, bytes]) -> None:
    assert max(len(content) for path, content in files.items() if re.search(r"/[tvw]\d+\.js$", path)) < 24_000


def test_documents_are_known_by_their_own_names(edition: Edition) -> None:
    known = {pairs.document.manifest.id: names.names(pairs) for pairs in edition.documents}
    assert {"2015", "2015 guidelines", "guidelines-2015", "2015年指針"} <= set(known["guidelines-2015"])
    assert {"doj", "white paper", "iii-2-1", "防衛白書"} <= set(known["defense-of-japan-2019"])
