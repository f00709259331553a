"""One normaliser for index and query; its tables are data (`normal.json`) that the browser reads as well.

`find.js` does the same with the same tables, and a test compares the two over
the whole vocabulary of the corpus.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from typing import Any

TABLES: dict[str, Any] = json.loads((files(__package__) / "normal.json").read_text("utf-8"))

_MARKS = re.compile(TABLES["marks"])
_STOP = frozenset(TABLES["stop"])
_VOWEL = re.compile("[aeiouy]")
_TOKEN = re.compile(f"({TABLES['latin']})|({TABLES['cjk']})")
_GRAM = int(TABLES["gram"])
_DIGIT = re.compile("(?<![0-9])[1-9](?=%s)" % TABLES["cjk"].removesuffix("+"))
Keys = tuple[list[str], list[str]]
_stems: dict[str, tuple[str, ...]] = {}


def _characters() -> dict[int, str]:
    table = {
        code: chr(code + by)
        for first, last, by in TABLES["shift"]
        for code in range(ord(first), ord(last) + 1)
    }
    table |= {ord(character): to for character, to in TABLES["chars"].items()}
    return table | {ord(character): "" for character in TABLES["drop"]}


_CHARACTERS = _characters()


def fold(text: str) -> str:
    """Return `text` with width, case, accents, old characters, kana and counting digits made alike."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
        text = unicodedata.normalize("NFKC", text).lower()
        return _DIGIT.sub(_numeral, text.translate(_CHARACTERS))
    return text.lower()


def _numeral(digit: re.Match[str]) -> str:
    return str(TABLES["numerals"][int(digit.group()) - 1])


def stem(word: str) -> str:
    """Return the stem of a folded Latin word: plural, -ed, -ing, spelling."""
    if word in TABLES["exceptions"]:
        return str(TABLES["exceptions"][word])
    for step in TABLES["steps"]:
        word = _step(word, step)
    return word


def deep(word: str) -> str:
    """Return what a stem shares with its relatives (evacuat-e, evacuat-ion); only queries use it."""
    shorter = _step(word, TABLES["deep"])
    while shorter != word:
        word, shorter = shorter, _step(shorter, TABLES["deep"])
    return word


def _step(word: str, rules: list[tuple[str, str, int]]) -> str:
    for suffix, to, least in rules:
        rest = word[: len(word) - len(suffix)]
        if word.endswith(suffix) and len(rest) >= least and (to or len(suffix) == 1 or _VOWEL.search(rest)):
            return rest + to
    return word


def parts(token: str) -> tuple[str, ...]:
    """Return the words of a Latin token: `u.s` is one, `cross-domain` two, `japan's` its noun."""
    found: list[str] = []
    for piece in re.split("[-/+&]", token):
        whole = piece.removesuffix("'s").replace("'", "")
        letters = whole.split(".")
        found += ["".join(letters)] if all(len(each) == 1 for each in letters) else letters
    return tuple(found)


def stems(token: str) -> tuple[str, ...]:
    """Return the stems of a Latin token without stop words; a compound's joined form comes after `+`."""
    known = _stems.get(token)
    if known is None:
        words = parts(token)
        known = tuple(stem(word) for word in words if word not in _STOP)
        if len(words) > 1:
            known += ("+" + stem("".join(words)),)
        _stems[token] = known
    return known


def tokens(folded: str) -> Iterator[tuple[str, str]]:
    """Yield (Latin token, "") and ("", run of Japanese) in order."""
    for match in _TOKEN.finditer(folded):
        yield match.group(1) or "", match.group(2) or ""


def grams(run: str) -> list[str]:
    """Return the grams of a run of Japanese: every three characters, fewer at its end."""
    return [run[i : i + _GRAM] for i in range(len(run))]


def keys(text: str) -> Keys:
    """Return the index keys of a text: its stems in order, and the rest (joined forms, pairs, grams)."""
    return keys_of(fold(text))


def keys_of(folded: str) -> Keys:
    """Return the same for a text that has been folded already."""
    words: list[str] = []
    rest: list[str] = []
    for latin, run in _TOKEN.findall(folded):
        if run:
            rest += grams(run)
            continue
        found = _stems.get(latin) or stems(latin)
        if found and found[-1][0] == "+":
            rest.append(found[-1][1:])
            found = found[:-1]
        words += found
    rest += ["_".join(pair) for pair in pairwise(words)]
    return words, rest
