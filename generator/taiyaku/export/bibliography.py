"""Records of the documents for reference managers: RIS, BibTeX and CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterator

from .. import __version__
from ..cite.citing import record
from ..cite.facts import facts
from ..cite.fields import Options, Place, table
from ..model import Pairs


def bibliography(pairs: Pairs, site: str) -> Iterator[tuple[str, str]]:
    """Yield (suffix, text) of each format for a document, in its first language."""
    known = facts(pairs)
    lang = pairs.document.manifest.languages[0]
    options = Options(site=site, version=__version__)
    for id, shape in table()["formats"].items():
        yield shape["extension"], record(known, Place(), id, lang, options)
