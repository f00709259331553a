"""The bodies as inline SVG: numbers from `terms.mechanisms`, words of the page, every box a link."""

from __future__ import annotations

from markupsafe import Markup

from ..tags import join, lines, tag
from ..terms.mechanisms import HEIGHT, LEFT, WIDTH, Box, Drawing, Wire, draw
from .context import Page

_LINE = {"en": 27, "ja": 15}


def drawing(here: Page) -> Markup:
    """Return the drawing; what it shows stands as text below it on the page."""
    mechanisms = here.layers.edition.corpus.mechanisms
    made = draw(mechanisms)
    parts = [
        tag("title", here.say("t_bodies_page"), id="bodies-title"),
        tag("desc", here.say("t_drawing"), id="bodies-desc"),
        _marker(),
        *_lanes(here, made),
        *(_wire(here, wire) for wire in made.wires),
        *(_box(here, box) for box in made.boxes),
    ]
    svg = tag(
        "svg",
        lines(*parts),
        class_="ty-bodies",
        viewBox=f"0 0 {made.width} {made.height}",
        role="group",
        aria_labelledby="bodies-title",
        aria_describedby="bodies-desc",
    )
    label = here.say("t_bodies_page")
    return tag("div", svg, class_="ty-scroll ty-drawing", role="group", tabindex="0", aria_label=label)


def _marker() -> Markup:
    return Markup(
        '<defs><marker id="bodies-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8"'
        ' orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>'
    )


def _lanes(here: Page, made: Drawing) -> list[Markup]:
    lanes = []
    step = (made.width - 2 * LEFT - WIDTH) // max(1, len(here.layers.edition.corpus.mechanisms.lanes) - 1)
    for number, lane in enumerate(here.layers.edition.corpus.mechanisms.lanes):
        lanes.append(
            tag("text", lane.title.get(here.lang), class_="ty-lane", x=str(LEFT + number * step), y="22")
        )
    return lanes


def _box(here: Page, box: Box) -> Markup:
    """Return a body's box, a link to its entry below."""
    term = here.layers.terms[box.body.term]
    words = wrapped(term.term.get(here.lang), here.lang)
    texts: list[tuple[str, str | None]] = [(term.abbreviation, "ty-abbr")] if term.abbreviation else []
    texts += [(line, None) for line in words]
    top = box.y + HEIGHT // 2 - (len(texts) - 1) * 10 + 5
    written = [
        tag("text", line, x=str(box.x + WIDTH // 2), y=str(top + number * 20), class_=kind)
        for number, (line, kind) in enumerate(texts)
    ]
    frame = tag("rect", x=str(box.x), y=str(box.y), width=str(WIDTH), height=str(HEIGHT), rx="3")
    name = f"{term.abbreviation} {term.term.get(here.lang)}".strip()
    return tag("a", lines(frame, *written), href=f"#{box.body.term}", aria_label=name, class_="ty-body")


def _wire(here: Page, wire: Wire) -> Markup:
    """Return a line with its label; the tie is told in words below, so it is hidden from screen readers."""
    path = "M" + "L".join(f"{x} {y}" for x, y in wire.corners)
    broken = all(tie.kind == "succession" for tie in wire.ties)
    line = tag(
        "path", d=path, class_="ty-wire ty-broken" if broken else "ty-wire", marker_end="url(#bodies-arrow)"
    )
    x, y = wire.label
    texts = [
        tag("text", tie.label.get(here.lang), x=str(x), y=str(y + 16 * number), text_anchor=wire.anchor)
        for number, tie in enumerate(wire.ties)
    ]
    return tag("g", line, join(texts), class_="ty-tie", aria_hidden="true")


def wrapped(words: str, lang: str) -> list[str]:
    """Return a name in lines that a box holds; Japanese breaks anywhere, English between words."""
    most = _LINE[lang]
    if lang == "ja":
        return [words[at : at + most] for at in range(0, len(words), most)]
    out = [""]
    for word in words.split():
        if out[-1] and len(out[-1]) + len(word) + 1 > most:
            out.append("")
        out[-1] = f"{out[-1]} {word}".strip()
    return out
