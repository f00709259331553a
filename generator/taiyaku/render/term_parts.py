"""What the pages on terms share: their study of the edition, names of places, links, lines in context."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from .. import naming
from ..dates import written
from ..model import Clause, Manifest
from ..tags import join, lines, tag
from ..terms.concordance import Line
from ..terms.index import Index, document_of, index
from ..terms.near import Company, company
from ..terms.renderings import Rendering, renderings
from ..terms.verbs import Verbs, verbs
from . import clauses
from .context import Layers, Page
from .places import label, place


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What is worked out once for all these pages."""

    layers: Layers
    index: Index
    company: Company
    renderings: tuple[Rendering, ...]
    verbs: Verbs
    clauses: Mapping[str, Clause]
    manifests: Mapping[str, Manifest]

    def page(self, lang: str, path: str, document: str = "") -> Page:
        """Return the page at `path`."""
        found = (p for p in self.layers.edition.documents if p.document.manifest.id == document)
        return Page(layers=self.layers, lang=lang, path=path, pairs=next(found, None))


def study(layers: Layers) -> Study:
    """Return the study of an edition."""
    made = index(layers.edition)
    return Study(
        layers=layers,
        index=made,
        company=company(made),
        renderings=tuple(renderings(made)),
        verbs=verbs(made),
        clauses={clause.id: clause for pairs in layers.edition.documents for clause in pairs.clauses},
        manifests={pairs.document.manifest.id: pairs.document.manifest for pairs in layers.edition.documents},
    )


def comma(here: Page) -> str:
    """Return what stands between the entries of a list in the page's language."""
    return "、" if here.lang == "ja" else ", "


def place_name(study: Study, here: Page, id: str) -> str:
    """Return where an id stands within its document, in words."""
    owner = study.index.clause(id)
    if owner not in study.clauses:
        return here.say("t_title_page")
    clause = study.clauses[owner]
    return here.say("t_heading", label=label(here, clause)) if id == owner else place(here, clause, id)


def full_place_name(study: Study, here: Page, id: str) -> str:
    """Return where an id stands in the edition, in words."""
    owner = study.index.clause(id)
    if owner not in study.clauses:
        return f"{clause_name(study, here, document_of(id))}{comma(here)}{place_name(study, here, id)}"
    below = place_name(study, here, id).removeprefix(label(here, study.clauses[owner]))
    return clause_name(study, here, owner) + below


def place_link(study: Study, here: Page, id: str) -> Markup:
    """Return the link to a block, named within its document."""
    return tag("a", place_name(study, here, id), href=here.href(id))


def clause_name(study: Study, here: Page, id: str) -> str:
    """Return the name of a clause or document: the document's short name and the printed number."""
    manifest, clause = study.manifests[document_of(id)], study.clauses.get(id)
    return naming.listed(manifest, clause.label, here.lang) if clause else manifest.short.get(here.lang)


def clause_title(study: Study, here: Page, id: str) -> str:
    """Return the heading of a clause in the page's language, else in the other; none is empty."""
    clause = study.clauses.get(id)
    if clause is None:
        return ""
    both = clauses.titles(study.page(here.lang, here.path, clause.document), clause)
    return both.get(here.lang) or both.en or both.ja or ""


def citation(study: Study, here: Page, id: str) -> Markup:
    """Return a clause cited: the document's title, its date, and the clause as a link."""
    manifest = study.manifests[document_of(id)]
    title, date = manifest.title.get(here.lang), written(manifest.date, here.lang)
    clause = study.clauses[study.index.clause(id)]
    link = tag("a", label(here, clause), href=here.href(id))
    if here.lang == "ja":
        return join((f"『{title}』（{date}）", link))
    return join((tag("i", title), f" ({date}), ", link))


def term_name(study: Study, here: Page, id: str) -> Markup:
    """Return the link to a term's page."""
    term = study.index.terms[id]
    return tag("a", term.abbreviation or term.term.get(here.lang), href=here.href(f"glossary:{id}"))


def kwic(line: Line, lang: str) -> Markup:
    """Return an occurrence in its context."""
    mark = tag("mark", line.hit, class_="ty-told" if line.answer else None)
    before, after = tag("span", line.left, class_="ty-left"), tag("span", line.right, class_="ty-right")
    return tag("p", before, mark, after, class_="ty-kwic", lang=lang)


def section(id: str, title: str, *content: Markup) -> Markup:
    """Return a section under a heading, or nothing when it would be empty."""
    inner = lines(*content)
    return tag("section", lines(tag("h2", title, id=id), inner)) if inner else Markup()


def table(head: Iterable[str | Markup], rows: Iterable[Markup], label: str, classes: str = "") -> Markup:
    """Return a table in a frame that scrolls and that the keyboard reaches."""
    top = tag("tr", join(cell if isinstance(cell, Markup) else tag("th", cell, scope="col") for cell in head))
    inner = tag("table", tag("thead", top), tag("tbody", lines(*rows)), class_=classes or None)
    return tag("div", inner, class_="ty-scroll", role="group", tabindex="0", aria_label=label)


def filter_box(here: Page, what: str, found: str) -> Markup:
    """Return the box that filters a long list, for `filter.js` to show; `found` is how it counts."""
    data = {"data_filter": what, "data_found": found, "aria_label": here.say("r_filter")}
    return tag("p", tag("input", type="search", class_="ty-filter", hidden=True, **data))


def places(study: Study, here: Page, found: Iterable[str], *, count: int | None = None) -> Markup:
    """Return a number that opens to the list of its places."""
    ids = list(found)
    items = lines(*(tag("li", place_link(study, here, id)) for id in dict.fromkeys(ids)))
    total = len(ids) if count is None else count
    unit = here.say("t_place" if total == 1 else "t_places")
    summary = tag("summary", str(total), tag("span", " ", unit, class_="ty-hide"))
    return tag("details", summary, tag("ul", items), class_="ty-places")
