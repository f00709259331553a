"""Printed numbers: what each style writes, reads and refuses."""

from typing import Any

import pytest

from edition import cases
from taiyaku import numerals


@cases("numerals")
def test_numerals(case: dict[str, Any]) -> None:
    given, expected = case["input"], case["expected"]
    if isinstance(given, dict):
        found = numerals.match(given["form"], given["line"])
        assert (found and [*found[0], given["line"][found[1] :]]) == expected
    elif isinstance(expected, dict):
        assert {value: numerals.write(value, given) for value in expected} == expected
        assert {numerals.read(text, given): text for text in expected.values()} == expected
    else:
        assert [text for text in expected if numerals.read(text, given) is not None] == []


def test_every_style_has_a_case() -> None:
    styles = {
        p["input"]
        for p in (param.values[0] for param in cases("numerals").args[1])
        if isinstance(p["expected"], dict)
    }
    assert styles == set(numerals.STYLES)


@pytest.mark.parametrize(
    ("style", "last"),
    [("upper-roman", 399), ("lower-alpha", 26), ("kana", 46), ("iroha", 47), ("kanji", 999)],
)
def test_a_style_says_where_it_ends(style: str, last: int) -> None:
    assert numerals.read(numerals.write(last, style), style) == last
    with pytest.raises(ValueError, match=f"ends before {last + 1}"):
        numerals.write(last + 1, style)


def test_nothing_is_counted_from_zero() -> None:
    with pytest.raises(ValueError, match="0 has no numeral"):
        numerals.write(0, "arabic")


def test_an_unknown_style_is_told_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"names no numeral; write one of \{upper-roman\}, .*\{kana\}"):
        numerals.style_of("Article {greek}")
