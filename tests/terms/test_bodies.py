"""The drawing of the bodies: nothing overlaps, every box is a link, and the same stands as text."""

import lxml.html

from edition import edition
from taiyaku.render import context
from taiyaku.render.term_bodies import bodies_page
from taiyaku.render.term_drawing import wrapped
from taiyaku.render.term_parts import study
from taiyaku.terms.mechanisms import HEIGHT, WIDTH, draw


def test_boxes_stand_apart_and_inside() -> None:
    made = draw(edition("corpus").corpus.mechanisms)
    corners = [(box.x, box.y) for box in made.boxes]
    for n, (x, y) in enumerate(corners):
        assert 0 <= x <= made.width - WIDTH
        assert 0 <= y <= made.height - HEIGHT
        assert all(abs(x - a) >= WIDTH or abs(y - b) >= HEIGHT for a, b in corners[:n])


def test_no_line_crosses_a_box() -> None:
    made = draw(edition("corpus").corpus.mechanisms)
    for wire in made.wires:
        for (x1, y1), (x2, y2) in zip(wire.corners, wire.corners[1:], strict=False):
            for box in made.boxes:
                apart = (
                    max(x1, x2) <= box.x
                    or min(x1, x2) >= box.x + WIDTH
                    or max(y1, y2) <= box.y
                    or min(y1, y2) >= box.y + HEIGHT
                )
                assert apart, (wire.ties[0].start, wire.ties[0].end, box.body.term)


def test_the_page_says_in_words_what_it_draws() -> None:
    made = study(context.layers(edition("corpus")))
    for lang in ("en", "ja"):
        _, leaf = bodies_page(made, lang)
        page = lxml.html.fromstring(leaf.partition("\n")[2])
        boxes = page.xpath("//svg//a")
        bodies = [body.term for body in made.layers.edition.corpus.mechanisms.bodies]
        assert [box.get("href") for box in boxes] == [f"#{term}" for term in bodies]
        assert all(box.get("aria-label") for box in boxes)
        assert [heading.get("id") for heading in page.xpath("//h2")] == bodies
        quoted = [quote.text_content() for quote in page.xpath("//q")]
        facts = made.layers.edition.corpus.mechanisms
        wanted = [q.words for body in facts.bodies for fact in body.facts for q in fact.quotes]
        wanted += [q.words for tie in facts.ties for q in tie.quotes]
        assert set(wanted) <= set(quoted)
        missing = [link.get("href") for link in page.xpath("//p[@class='ty-missing']//a")]
        assert len(missing) == 2


def test_names_break_between_words() -> None:
    assert wrapped("Security Consultative Committee", "en") == ["Security Consultative", "Committee"]
    assert wrapped("日米安全保障協議委員会", "ja") == ["日米安全保障協議委員会"]
