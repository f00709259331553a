"""The search index: a pure function of the edition, in pieces that a browser loads as it needs them.

`records` gathers what can be found, `normal` folds its words, `renderings`
joins the two languages, `weigh` counts, `shards` and `manifest` write.  The
other half is `theme/assets/js/find.js`; FORMAT.md describes what lies between.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Edition
from .manifest import Catalogue, write
from .records import Sheet, records
from .renderings import renderings
from .sheets import read as read_sheets

__all__ = ["index", "read_sheets"]


def index(edition: Edition, sheets: Iterable[Sheet] = ()) -> dict[str, bytes]:
    """Return the files of the index by their path below the site's root."""
    catalogue = Catalogue.of(edition, records(edition, sheets), renderings(edition))
    return write(catalogue)
