"""Printed numbers: roman, arabic, letters, kanji and kana, in any punctuation and width.

A *form* is how a level prints its number: `{upper-roman}.`, `({arabic})`,
`第{kanji}条`, `Article {upper-roman}`.  A form with several numerals repeats the
numbers of the levels above it, and the last is its own: `{arabic}.{arabic}` is
1.1 in section 1.  Matching is done on NFKC text, so that `Ⅳ．`, `IV.` and `（１）`
meet the forms written in plain characters.
"""

from __future__ import annotations

import functools
import re
import unicodedata

# No d and no m: below 400 nothing needs them, and with them letters and words would look like numbers.
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_KANJI = "〇一二三四五六七八九"
_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"

STYLES = {
    "upper-roman": r"[IVXLC]+",
    "lower-roman": r"[ivxlc]+",
    "upper-alpha": r"[A-Z]",
    "lower-alpha": r"[a-z]",
    "arabic": r"[0-9]+",
    "kanji": r"[一二三四五六七八九十百]+",
    "kana": f"[{_KANA}]",
    "iroha": f"[{_IROHA}]",
}


def write(value: int, style: str) -> str:
    """Return `value` (from 1) in `style`; raises `ValueError` for a number the style cannot write."""
    if value < 1:
        raise ValueError(f"{value} has no numeral")
    if style.endswith("roman"):
        text = _roman(value)
        return text.upper() if style.startswith("upper") else text
    if style == "arabic":
        return str(value)
    if style == "kanji":
        return _kanji(value)
    letters = {"kana": _KANA, "iroha": _IROHA}.get(style, "abcdefghijklmnopqrstuvwxyz")
    if value > len(letters):
        raise ValueError(f"{style} ends before {value}")
    return letters[value - 1].upper() if style == "upper-alpha" else letters[value - 1]


def read(text: str, style: str) -> int | None:
    """Return the value of `text` in `style`, or `None` where it is no canonical numeral of it."""
    if not re.fullmatch(STYLES[style], text):
        return None
    if style == "arabic":
        value = int(text)
    elif style.endswith("roman"):
        value = _from_roman(text.lower())
    elif style == "kanji":
        value = _from_kanji(text)
    else:
        letters = {"kana": _KANA, "iroha": _IROHA}.get(style, "abcdefghijklmnopqrstuvwxyz")
        value = letters.index(text.lower() if style.endswith("alpha") else text) + 1
    try:
        return value if value and write(value, style) == text else None
    except ValueError:
        return None


def styles_of(form: str) -> tuple[str, ...]:
    """Return the styles named in `form`, its own last; raises `ValueError` naming what may stand there."""
    found = tuple(re.findall(r"\{([^{}]*)\}", form))
    if not found or not STYLES.keys() >= set(found):
        raise ValueError(f"{form!r} names no numeral; write one of {', '.join('{%s}' % s for s in STYLES)}")
    return found


def style_of(form: str) -> str:
    """Return the style of the level's own number in `form`."""
    return styles_of(form)[-1]


def around(form: str) -> list[str]:
    """Return what stands before, between and after the numerals of `form`."""
    return re.split(r"\{[^{}]*\}", form)


def fill(form: str, *values: int) -> str:
    """Return `form` with its numerals written: `({arabic})` and 2 are `(2)`."""
    before, *after = around(form)
    written = (write(value, style) for value, style in zip(values, styles_of(form), strict=True))
    return before + "".join(number + words for number, words in zip(written, after, strict=True))


def match(form: str, text: str) -> tuple[tuple[int, ...], int] | None:
    """Match `form` at the beginning of `text`.

    Returns the value of each numeral and how many characters of `text` the
    marker takes, or `None`.  A bare number must be followed by white space or
    the end of the line; a punctuated one may also meet Japanese text directly
    (`Ⅰ．防衛`).
    """
    plain, lengths = _nfkc(text[:40])
    found = _pattern(form).match(plain)
    if not found:
        return None
    values = tuple(read(*each) for each in zip(found.groups(), styles_of(form), strict=True))
    known = tuple(value for value in values if value)
    return (known, lengths[found.end() - 1]) if len(known) == len(values) else None


@functools.cache
def _pattern(form: str) -> re.Pattern[str]:
    before, *after = around(unicodedata.normalize("NFKC", form))
    last = after[-1]
    tail = "" if last and not last.isascii() else r"(?=\s|$|[^\x00-\x7f])" if last else r"(?=\s|$)"
    numerals = (
        f"({STYLES[style]}){re.escape(words)}" for style, words in zip(styles_of(form), after, strict=True)
    )
    return re.compile(re.escape(before) + "".join(numerals) + tail)


def _nfkc(text: str) -> tuple[str, list[int]]:
    """Return the NFKC text, and for each of its characters how much of `text` has been read by then."""
    plain, lengths = "", []
    for index, character in enumerate(text):
        piece = unicodedata.normalize("NFKC", character)
        plain += piece
        lengths += [index + 1] * len(piece)
    return plain, lengths


def _roman(value: int) -> str:
    if value > 399:
        raise ValueError(f"roman ends before {value}")
    text = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        text += sign * count
    return text


def _from_roman(text: str) -> int:
    total, rest = 0, text
    for worth, sign in _ROMAN:
        while rest.startswith(sign):
            total, rest = total + worth, rest[len(sign) :]
    return 0 if rest else total


def _kanji(value: int) -> str:
    if value > 999:
        raise ValueError(f"kanji ends before {value}")
    text = ""
    for worth, sign in ((100, "百"), (10, "十")):
        count, value = divmod(value, worth)
        if count:
            text += ("" if count == 1 else _KANJI[count]) + sign
    return text + (_KANJI[value] if value else "")


def _from_kanji(text: str) -> int:
    total, digit = 0, 0
    for sign in text:
        if sign in "百十":
            total, digit = total + (digit or 1) * (100 if sign == "百" else 10), 0
        else:
            digit = _KANJI.index(sign)
    return total + digit
