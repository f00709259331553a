"""Where things stand: pages and anchors of clauses, blocks, events and terms (contract, "Ids")."""

from __future__ import annotations

from collections.abc import Iterable

from .model import Clause, Pairs


def anchor(id: str) -> str:
    """Return the anchor of an id: what follows the colon."""
    return id.partition(":")[2]


def chapter(clause: Clause, clauses: Iterable[Clause]) -> str:
    """Return the label of the chapter that a clause stands in; a figure stands with its parent."""
    by_id = {each.id: each for each in clauses}
    while clause.figure and clause.parent:
        clause = by_id[clause.parent]
    return clause.label.split(".")[0]


def page(document: str, chapter_label: str) -> str:
    """Return a chapter's page, without its suffix."""
    return f"{document}/{chapter_label.lower()}"


def in_language(path: str, lang: str) -> str:
    """Return the path as it is in `lang`: Japanese stands below `ja/`."""
    return f"ja/{path}" if lang == "ja" else path


def relative(target: str, page: str) -> str:
    """Return the relative address of `target` from `page`, both paths from the site's root."""
    path, _, fragment = target.partition("#")
    goal, start = path.split("/"), page.split("/")[:-1]
    shared = 0
    while shared < min(len(goal) - 1, len(start)) and goal[shared] == start[shared]:
        shared += 1
    way = "../" * (len(start) - shared) + "/".join(goal[shared:])
    same = path == page and fragment
    return f"#{fragment}" if same else way + (f"#{fragment}" if fragment else "")


class Addresses:
    """The address of every id of the edition."""

    def __init__(self, documents: Iterable[Pairs]) -> None:
        self._pages: dict[str, str] = {}
        for pairs in documents:
            self._pages[pairs.document.manifest.id] = f"{pairs.document.manifest.id}/index.html"
            for clause in pairs.clauses:
                path = page(clause.document, chapter(clause, pairs.clauses))
                self._pages[clause.id] = f"{path}.html"

    def url(self, id: str, lang: str) -> str:
        """Return the address of any id: a document's, a clause's, a block's, `timeline:…`, `glossary:…`."""
        kind, _, rest = id.partition(":")
        if kind == "glossary" and rest:
            return in_language(f"glossary/{rest}.html", lang)
        if kind == "timeline" and rest:
            return in_language(f"timeline.html#{rest}", lang)
        path = self._pages[self.clause(id)]
        return in_language(f"{path}#{rest}" if rest else path, lang)

    def clause(self, id: str) -> str:
        """Return the clause or document that `id` is or belongs to; raises `KeyError` if unknown."""
        whole = id
        while whole not in self._pages:
            whole, dot, _ = whole.rpartition(".")
            if not dot:
                raise KeyError(id)
        return whole

    def __contains__(self, id: object) -> bool:
        try:
            self.clause(str(id))
        except KeyError:
            return False
        return True
