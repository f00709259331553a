"""The normaliser alone: what must come out the same, and what must not."""

import pytest

from taiyaku.search import normal

ALIKE = [
    ("搜索", "捜索"),
    ("互惠", "互恵"),
    ("ｻｲﾊﾞｰ空間", "サイバー空間"),
    ("サイバ空間", "サイバー空間"),
    ("捜索・救難", "捜索救難"),
    ("なつて", "なって"),
    ("島しょ", "島嶼"),
    ("3か国", "三か国"),
    ("ＩＳＲ", "isr"),
    ("Défense", "defense"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_folds_alike(one: str, other: str) -> None:
    assert normal.fold(one) == normal.fold(other)


STEMS = [
    ("defence", "defense"),
    ("organisations", "organization"),
    ("refugees", "refugee"),
    ("policies", "policy"),
    ("planned", "planning"),
    ("centre", "center"),
    ("neighbouring", "neighboring"),
    ("using", "use"),
    ("SCCs", "SCC"),
]


@pytest.mark.parametrize(("one", "other"), STEMS)
def test_stems_alike(one: str, other: str) -> None:
    assert normal.stem(normal.fold(one)) == normal.stem(normal.fold(other))


@pytest.mark.parametrize(
    ("one", "other"), [("use", "us"), ("string", "str"), ("policy", "police"), ("mission", "miss")]
)
def test_keeps_apart(one: str, other: str) -> None:
    assert normal.stem(one) != normal.stem(other)


def test_relatives_share_a_root() -> None:
    roots = {normal.deep(normal.stem(word)) for word in ("evacuate", "evacuation", "evacuations")}
    assert len(roots) == 1


def test_compounds_are_parts_and_whole() -> None:
    assert (
        normal.stems("cross-domain") == ("cros", "domain", "+crosdomain")
        or normal.stems("cross-domain")[-1][0] == "+"
    )
    assert normal.stems("u.s") == ("us",)


def test_a_stem_is_its_own_stem_often_enough_to_be_typed() -> None:
    words, _ = normal.keys("Operations to counter ballistic missile attacks")
    assert words == ["operation", "counter", "ballistic", "missil", "attack"]
