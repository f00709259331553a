"""The kana of Japanese forms, for their order: the glossary's readings, and those declared for parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from ..model import Phrases, Term

_LARGE = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ", "ー゛゜\u3099\u309a")
_KANJI = re.compile(r"[㐀-鿿々]")


def hiragana(kana: str) -> str:
    """Return kana as hiragana, and everything else without width and case."""
    plain = unicodedata.normalize("NFKC", kana)
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in plain).casefold()


def order(kana: str) -> tuple[str, str]:
    """Return what kana are sorted by, as in a dictionary: voicing and size count where all else is alike."""
    plain = hiragana(kana)
    return unicodedata.normalize("NFD", plain).translate(_LARGE), plain


def readings(terms: Iterable[Term], phrases: Phrases) -> dict[str, str]:
    """Return words -> kana of all that is known; a term's reading is its own."""
    known = {reading.words: reading.kana for reading in phrases.readings}
    return known | {term.term.ja: term.reading for term in terms if term.term.ja and term.reading}


def kana(form: str, known: Mapping[str, str]) -> str:
    """Return the kana of a form, read piece by piece, the longest known words first; the rest stays."""
    words = "|".join(re.escape(word) for word in sorted(known, key=lambda word: (-len(word), word)))
    read = re.sub(words, lambda found: known[found[0]], form) if words else form
    return re.sub(r"[・、（）\s]", "", hiragana(read))


def is_read(kana: str) -> bool:
    """Whether nothing is left in it that has yet to be read."""
    return not _KANJI.search(kana)
