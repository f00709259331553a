"""The exports for translators' tools, read by a parser that is not ours: translate-toolkit."""

import csv
import io

import pytest

from edition import data, edition, texts
from taiyaku.export.glossary_csv import glossary_csv
from taiyaku.export.tbx import tbx
from taiyaku.export.tmx import tmx

tbx_reader = pytest.importorskip("translate.storage.tbx")
tmx_reader = pytest.importorskip("translate.storage.tmx")


def test_tbx_has_every_term_in_both_languages() -> None:
    store = tbx_reader.tbxfile.parsestring(tbx(edition("corpus")).encode("utf-8"))
    told = {unit.getid().removeprefix("t-"): (unit.source, unit.target) for unit in store.units}
    terms = data("corpus")["glossary"]["terms"]
    assert told == {term["id"]: (term["term"]["en"], term["term"]["ja"]) for term in terms}


def test_tbx_has_variants_relations_and_verbatim_contexts() -> None:
    tree = tbx_reader.tbxfile.parsestring(tbx(edition("corpus")).encode("utf-8")).document.getroot()
    assert (tree.tag, tree.get("type")) == ("martif", "TBX-Basic")
    ids = set(tree.xpath("//termEntry/@id"))
    assert set(tree.xpath("//ref/@target")) <= ids
    assert "搜索" not in tree.xpath("string()")
    known = {(id, lang): [] for id, _, lang, _ in texts("corpus")}
    for id, _, lang, text in texts("corpus"):
        known[id, lang].append(text)
    for group in tree.xpath("//tig/descripGrp"):
        lang = group.xpath("string(ancestor::langSet/@xml:lang)")
        source = group.findtext("admin")
        block = next((source[:end] for end in range(len(source), 0, -1) if (source[:end], lang) in known), "")
        assert any(group.findtext("descrip") in text for text in known[block, lang]), source


def test_tmx_has_every_aligned_text_and_claims_no_source_language() -> None:
    store = tmx_reader.tmxfile.parsestring(tmx(edition("corpus")).encode("utf-8"))
    header = store.document.getroot().find("header")
    required = ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype")
    assert all(header.get(name) for name in required)
    assert header.get("srclang") == "*all*"
    found = {(block, part, lang): text for block, part, lang, text in texts("corpus")}
    both = [
        (text, found[block, part, "ja"])
        for (block, part, lang), text in found.items()
        if lang == "en" and (block, part, "ja") in found
    ]
    assert sorted((unit.source, unit.target) for unit in store.units) == sorted(both)


def test_csv_is_a_table_with_a_line_a_term() -> None:
    text = glossary_csv(edition("corpus"))
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    terms = {term["id"]: term for term in data("corpus")["glossary"]["terms"]}
    assert [row["id"] for row in rows] == sorted(terms)
    for row in rows:
        term = terms[row["id"]]
        assert (row["term_en"], row["term_ja"]) == (term["term"]["en"], term["term"]["ja"])
        number = sum(
            int(row[key])
            for key in row
            if key.split("_")[0] in {"guidelines-1997", "guidelines-2015", "defense-of-japan-2019"}
        )
        assert number == len(term["occurrences"])
