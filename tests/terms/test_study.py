"""Concordance, renderings, verbs and neighbours: what they count is what the texts have."""

import functools
from collections import Counter

import pytest

from edition import edition
from taiyaku.terms.concordance import concordance, counts, line
from taiyaku.terms.index import Index, index
from taiyaku.terms.near import company
from taiyaku.terms.renderings import Rendering, backward, paired, renderings
from taiyaku.terms.verbs import verbs


@functools.cache
def made(name: str = "corpus") -> Index:
    return index(edition(name))


@functools.cache
def found() -> dict[str, Rendering]:
    return {f"{each.kind}:{each.id}": each for each in renderings(made())}


def test_the_concordance_agrees_with_the_counts() -> None:
    for term in made().terms:
        groups = concordance(made(), term)
        lines = Counter(
            (group.document, lang)
            for group in groups
            for place in group.places
            for lang in ("en", "ja")
            for own in ((place.sides.get(lang).lines if place.sides.get(lang) else ()),)
            for each in own
            if not each.answer
        )
        told = {key: number for key, number in counts(made(), term).items() if number}
        assert lines == told, term


def test_a_line_keeps_the_words_of_the_text() -> None:
    text = "The two governments will utilize the Alliance Coordination Mechanism, as appropriate, to do so."
    told = line(text, "en", 37, 31)
    assert (told.left, told.hit) == (
        "The two governments will utilize the ",
        "Alliance Coordination Mechanism",
    )
    assert told.left + told.hit + told.right == text
    for term in ("acm", "sdf", "scc"):
        for group in concordance(made(), term):
            for place in group.places:
                for lang in ("en", "ja"):
                    side = place.sides.get(lang)
                    for each in side.lines if side else ():
                        piece = (each.left + each.hit + each.right).strip("…")
                        assert piece in " ".join(side.text.split("\n\n")).replace("\n", " ")


def test_documents_come_in_the_order_of_their_dates() -> None:
    assert [group.document for group in concordance(made(), "scc")] == [
        "guidelines-1997",
        "guidelines-2015",
        "defense-of-japan-2019",
    ]


def answers(key: str) -> dict[str, int]:
    told: Counter[str] = Counter()
    for each in found()[key].answered:
        told[each.ja] += len(each.places)
    return dict(told)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("term:common-situational-awareness", {"共通の情勢認識": 3, "共通の状況認識": 1}),
        ("term:whole-of-government", {"政府一体となっての": 5, "政府全体にわたる": 3}),
        ("phrase:in-cooperation-with", {"と協力しつつ": 9, "と協力して": 1}),
        ("phrase:robust", {"緊密な": 2, "力強い": 1, "強固": 1}),
    ],
)
def test_one_to_many_renderings_are_counted_and_flagged(key: str, expected: dict[str, int]) -> None:
    assert answers(key) == expected
    assert found()[key].many


def test_what_one_form_answers_is_not_flagged() -> None:
    assert answers("term:acm") == {"同盟調整メカニズム": 11}
    assert not found()["term:acm"].many
    assert not found()["term:bpm"].many


def test_each_place_of_a_rendering_has_both_forms() -> None:
    for rendering in found().values():
        for each in rendering.answered:
            for id, part in each.places:
                assert each.en.casefold() in made().texts[id, part, "en"].casefold(), (rendering.id, id)
                assert each.ja in made().texts[id, part, "ja"], (rendering.id, id)


def test_no_aligned_occurrence_is_lost() -> None:
    """Every unit in which a term stands in either language is answered or told as missing."""
    for rendering in found().values():
        if rendering.kind == "term":
            told = {place for each in rendering.answered for place in each.places}
            told |= {place for own in rendering.missing.values() for place in own}
            units = {
                (o.id, o.part)
                for o in made().by_term[rendering.id]
                if made().counterpart((o.id, o.part, o.lang)) is not None
            }
            assert told == units, rendering.id


def test_every_occurrence_beside_another_is_paired_or_told_as_surplus() -> None:
    for rendering in found().values():
        if rendering.kind == "phrase":
            continue
        stands = {lang: Counter[tuple[str, str]]() for lang in ("en", "ja")}
        for one in made().by_term[rendering.id]:
            stands[one.lang][one.id, one.part] += 1
        paired = Counter(place for each in rendering.answered if not each.declared for place in each.places)
        for lang, own in stands.items():
            told = paired + Counter(rendering.surplus[lang])
            assert told == Counter({place: own[place] for place in paired}), (rendering.id, lang)


def test_a_language_that_says_a_term_more_often_is_told_so() -> None:
    support = found()["term:logistic-support"]
    assert [id for id, _ in support.surplus["ja"]] == [
        "guidelines-2015:IV.B.6.p1",
        "guidelines-2015:IV.C.2.c.iii.p1",
        "guidelines-2015:IV.D.5.p1",
    ]
    assert support.surplus["en"] == ()


def test_a_term_without_an_answer_is_told_as_missing() -> None:
    assert all(not own for each in found().values() if each.kind == "term" for own in each.missing.values())
    declared = [each for each in found()["term:operational-coordination"].answered if each.declared]
    assert [(each.ja, each.places) for each in declared] == [
        ("運用面の的確な調整", (("guidelines-2015:III.p1", ""),))
    ]


def test_pairs_are_equal_forms_first_and_then_in_order() -> None:
    en, ja = ["intelligence", "ISR"], ["ISR", "情報収集"]
    assert sorted(paired(en, ja)) == [("ISR", "ISR"), ("intelligence", "情報収集")]
    assert list(paired(["a", "b"], ["あ"])) == [("a", "あ")]


def test_japanese_leads_back_to_every_english_form() -> None:
    table = {each.ja: each for each in backward(list(found().values()), known={})}
    assert {each.en for each in table["対応"].answered} >= {"response", "address"}
    assert table["対応"].many
    assert not table["同盟調整メカニズム"].many


def test_verbs_are_counted_by_chapter_with_their_places() -> None:
    told = verbs(made())
    by_chapter = told.by_chapter()
    own = {key: [each.id for each in places] for key, places in by_chapter.items()}
    assert own["guidelines-2015", "II", "expected"] == ["guidelines-2015:II.D.p1"]
    assert own["guidelines-2015", "II", "kitai"] == ["guidelines-2015:II.D.p1"]
    will = sum(
        len(ids)
        for (document, _, verb), ids in own.items()
        if (document, verb) == ("guidelines-2015", "will")
    )
    texts = [
        text
        for (id, part, lang), text in made().texts.items()
        if lang == "en" and not part and id.startswith("guidelines-2015:")
    ]
    assert will == sum(text.replace(",", " ").replace(":", " ").split().count("will") for text in texts)
    assert told.against()["expected", "kitai"] == [("guidelines-2015:II.D.p1", "")]


def test_near_clauses_share_terms_that_are_rare() -> None:
    told = company(made())
    near = {each.id: each.shared for each in told.of_clause("guidelines-2015:III.A")}
    assert "defense-of-japan-2019:3.3.1" in near
    for id, shared in near.items():
        for term in shared:
            assert told.rare(term)
            assert term in told.terms[id]
            assert term in told.terms["guidelines-2015:III.A"]
    assert "sdf" not in {term for shared in near.values() for term in shared}
