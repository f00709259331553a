"""What a record may be cited by -> keys, which `theme/assets/js/citation.js` makes of a citation, too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..numerals import read
from .records import Record

CITED = "@"
_PIECE = re.compile(r"[a-z]+|[0-9]+|[ァ-ヶ]")


def keys(record: Record) -> Iterator[str]:
    """Yield the keys of a record, each once: its names, its label written otherwise, what it stands below."""
    labels = [pieces(label) for label in record.labels]
    found = dict.fromkeys([*labels, *map(pieces, record.cited)])
    for label in labels:
        found |= {"~" + numbers(label): None, ":" + label.replace(".", ""): None}
    if labels:
        found[f"^~{numbers(pieces(record.below))}" if record.below else f"^{pieces(record.document)}"] = None
    for key in found:
        yield CITED + key


def pieces(name: str) -> str:
    """Return the pieces of a label or an id, each letter group, number or kana, joined by dots."""
    return ".".join(_PIECE.findall(unicodedata.normalize("NFKC", name).lower()))


def numbers(label: str) -> str:
    """Return a label with its numerals as numbers: `iv.a.1` -> `4.a.1`."""
    return ".".join(str(read(piece, "lower-roman") or piece) for piece in label.split("."))
