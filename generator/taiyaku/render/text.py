"""A reading with its layers -> HTML: terms, cross-references, corrections, calls, set-apart words.

The layers are intervals over plain text.  The text is cut where any of them
begins or ends; each piece carries at most one link (a correction before a
cross-reference before a term), so that links never nest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from markupsafe import Markup

from ..address import anchor
from ..link import references
from ..model import Call, Clause, Mark, Occurrence, Reading, Unit
from ..tags import join, tag
from ..units import clause_units
from .context import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchor:
    """A link over an interval; the lowest rank wins."""

    start: int
    end: int
    rank: int
    mark: Mark | None = None
    occurrence: Occurrence | None = None
    target: str = ""


def html(
    page: Page,
    clause: Clause | None,
    unit: Unit,
    *,
    linked: bool = True,
    escape: Callable[[str], Markup] = Markup.escape,
) -> Markup:
    """Return a unit's text as HTML; without `linked`, terms and cross-references are left out.

    `escape` makes the text safe for where it will stand: HTML, or Markdown.
    """
    reading = unit.reading
    anchors = _anchors(page, unit, linked)
    spans = [(each.start, each.end) for each in anchors] + [(mark.start, mark.end) for mark in reading.marks]
    cuts = {0, len(reading.text), *(call.offset for call in reading.calls), *chain(*spans)}
    pieces = list(zip(sorted(cuts), sorted(cuts)[1:], strict=False))
    out = [_calls(page, clause, unit, 0)]
    for link, group in groupby(pieces, key=lambda piece: _link_at(anchors, piece[0])):
        parts: list[Markup] = []
        for start, end in group:
            parts.append(_styled(reading, start, end, escape))
            calls = _calls(page, clause, unit, end)
            if calls:  # a call may not stand inside a link: close it, and open it again after
                out += [_linked(page, link, parts), calls]
                parts = []
        out.append(_linked(page, link, parts))
    return join(out)


def paragraphs(page: Page, clause: Clause | None, unit: Unit) -> list[Markup]:
    """Return the paragraphs of a unit: one, or where the edition joined several, each of them."""
    return html(page, clause, unit).split("\n\n")


def _anchors(page: Page, unit: Unit, linked: bool) -> list[_Anchor]:
    marks = [mark for mark in unit.reading.marks if mark.kind in ("correction", "slip")]
    found = [_Anchor(start=mark.start, end=mark.end, rank=0, mark=mark) for mark in marks]
    if not linked:
        return found
    declared = page.pairs.document.manifest.references if page.pairs else ()
    for start, end, to in references(unit.reading.text, declared, unit.lang):
        found.append(_Anchor(start=start, end=end, rank=1, target=_target(page, to)))
    for occurrence in page.layers.occurrences.get((unit.id, unit.part, unit.lang), ()):
        end = occurrence.offset + occurrence.length
        found.append(_Anchor(start=occurrence.offset, end=end, rank=2, occurrence=occurrence))
    return found


def _target(page: Page, to: str) -> str:
    own = f"{page.pairs.document.manifest.id}:{to}" if page.pairs else to
    return own if own in page.layers.addresses else to


def _link_at(anchors: Sequence[_Anchor], at: int) -> _Anchor | None:
    over = [anchor for anchor in anchors if anchor.start <= at < anchor.end]
    return min(over, key=lambda anchor: (anchor.rank, anchor.start - anchor.end), default=None)


def _styled(reading: Reading, start: int, end: int, escape: Callable[[str], Markup]) -> Markup:
    piece = escape(reading.text[start:end])
    for mark in reading.marks:
        if mark.start <= start and end <= mark.end:
            if mark.kind == "underline":
                piece = tag("u", piece, class_="ty-u")
            elif mark.kind == "strong":
                piece = tag("b", piece)
    return piece


def _linked(page: Page, link: _Anchor | None, parts: Sequence[Markup]) -> Markup:
    content = join(parts)
    if link is None or not content:
        return content
    if link.mark:
        return _correction(page, link.mark, content)
    if link.occurrence:
        return _term(page, link.occurrence, content)
    return tag("a", content, class_="ty-ref", href=page.href(link.target))


def _correction(page: Page, mark: Mark, content: Markup) -> Markup:
    kind = "ty-correction" if mark.kind == "correction" else "ty-slip"
    source = mark.source if mark.kind == "correction" else None
    return tag(
        "a",
        content,
        class_=kind,
        href=f"{page.to(_landing(page))}#corrections",
        data_source=source,
        data_reason=mark.reason.get(page.lang),
    )


def _landing(page: Page) -> str:
    return f"{page.pairs.document.manifest.id}/index.html" if page.pairs else "index.html"


def _term(page: Page, occurrence: Occurrence, content: Markup) -> Markup:
    """Link the first occurrence in a clause; a later one has no address until a reader asks for all."""
    if occurrence in page.layers.first:
        href = page.href(f"glossary:{occurrence.term}")
        return tag("a", content, class_="ty-term", href=href, data_term=occurrence.term)
    return tag("a", content, class_="ty-again", data_term=occurrence.term)


def _calls(page: Page, clause: Clause | None, unit: Unit, at: int) -> Markup:
    """Return the footnote calls after the character at `at`."""
    return join(_call(page, clause, unit, call) for call in unit.reading.calls if call.offset == at)


def _call(page: Page, clause: Clause | None, unit: Unit, call: Call) -> Markup:
    note = (
        next((b for b in clause.blocks if b.kind == "note" and b.number == call.number), None)
        if clause
        else None
    )
    if note is None or clause is None:
        return tag("sup", call.number, class_="ty-call")
    place = anchor(note.id)
    first = next(_callers(clause, call.number), None) == (unit.id, unit.part)
    link = tag(
        "a",
        call.number,
        id=f"{place}.call" if first else None,
        href=f"#{place}",
        role="doc-noteref",
        aria_label=page.say("r_call", n=call.number),
    )
    return tag("sup", link, class_="ty-call")


def _callers(clause: Clause, number: str) -> Iterator[tuple[str, str]]:
    for unit in clause_units(clause):
        if any(call.number == number for call in unit.reading.calls):
            yield unit.id, unit.part
