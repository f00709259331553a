"""A document as an EPUB 3 book in its languages, the same bytes for the same edition."""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from importlib.resources import files

from markupsafe import Markup

from .. import __version__
from ..model import LANGS, Clause, Manifest, Pairs
from ..tags import join, lines, tag
from ..words import say, slug
from .epub_chapter import body, chapters, name, title

_NONE = Markup()
_XHTML = "http://www.w3.org/1999/xhtml"
_OPS = "http://www.idpf.org/2007/ops"
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def epub(pairs: Pairs, modified: str) -> bytes:
    """Return the book; `modified` is the day (ISO) of the last change that readers were told of."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        _put(book, "mimetype", "application/epub+zip", method=zipfile.ZIP_STORED)
        for path, content in _files(pairs, modified):
            _put(book, path, content)
    return out.getvalue()


def _put(book: zipfile.ZipFile, path: str, content: str, *, method: int = zipfile.ZIP_DEFLATED) -> None:
    info = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
    info.compress_type = method
    info.external_attr = 0o644 << 16
    book.writestr(info, content.encode("utf-8"))


def _files(pairs: Pairs, modified: str) -> Iterator[tuple[str, str]]:
    parts = chapters(pairs)
    yield "META-INF/container.xml", _CONTAINER
    yield "book/content.opf", _package(pairs.document.manifest, list(parts), modified)
    yield "book/nav.xhtml", _contents(pairs, parts)
    yield "book/style.css", (files(__package__) / "epub.css").read_text(encoding="utf-8")
    yield "book/title.xhtml", _front(pairs.document.manifest)
    for label, clauses in parts.items():
        yield f"book/{name(label)}", _page(pairs, title(pairs, clauses[0]), body(pairs, clauses))


def _page(pairs: Pairs, heading: str, content: Markup, *, kind: str = "bodymatter") -> str:
    lang = pairs.document.manifest.languages[0]
    return _xhtml(lang, heading, content, kind=kind)


def _xhtml(lang: str, heading: str, content: Markup, *, kind: str) -> str:
    head = lines(
        tag("title", heading),
        Markup('<link rel="stylesheet" type="text/css" href="style.css"/>'),
    )
    opening = f'<html xmlns="{_XHTML}" xmlns:epub="{_OPS}" lang="{lang}" xml:lang="{lang}">'
    start = f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n{opening}'
    return f'{start}\n<head>\n{head}\n</head>\n<body epub:type="{kind}">\n{content}\n</body>\n</html>\n'


def _front(manifest: Manifest) -> str:
    parts = []
    for lang in manifest.languages:
        made = (
            tag("h1", manifest.title.get(lang))
            if lang == manifest.languages[0]
            else tag("p", manifest.title.get(lang))
        )
        parts += [tag("div", made, tag("p", manifest.issuer.get(lang)), **{"lang": lang, "xml:lang": lang})]
        words = f"{say('edition_name', lang)} {__version__}. {say('unofficial', lang)}"
        parts += [tag("p", words, **{"class_": "note", "lang": lang, "xml:lang": lang})]
    lang = manifest.languages[0]
    return _xhtml(lang, manifest.title.get(lang), lines(*parts), kind="frontmatter")


def _contents(pairs: Pairs, parts: dict[str, list[Clause]]) -> str:
    lang = pairs.document.manifest.languages[0]
    entries = []
    for label, clauses in parts.items():
        below = [clause for clause in clauses[1:] if clause.level == 1 and clause.heading]
        listed = (
            tag("li", tag("a", title(pairs, each), href=f"{name(label)}#{each.label}")) for each in below
        )
        nested = tag("ol", lines(*listed)) if below else Markup()
        entries.append(tag("li", tag("a", title(pairs, clauses[0]), href=name(label)), nested))
    words = say("r_contents", lang)
    nav = tag("nav", tag("h1", words), tag("ol", lines(*entries)), **{"epub:type": "toc", "id": "toc"})
    return _xhtml(lang, words, nav, kind="frontmatter")


def _package(manifest: Manifest, labels: list[str], modified: str) -> str:
    lang = manifest.languages[0]
    day = f"{modified}-01-01"[:10]
    names = ["title.xhtml", *(name(label) for label in labels)]
    items = [
        _item("nav", "nav.xhtml", Markup('properties="nav"')),
        _item("css", "style.css", kind="text/css"),
    ]
    items += [_item(f"x{n}", each) for n, each in enumerate(names)]
    spine = join((Markup('<itemref idref="x%s"/>') % n for n in range(len(names))), "\n")
    ordered = [lang, *(each for each in LANGS if each in manifest.languages and each != lang)]
    edition = uuid.uuid5(uuid.NAMESPACE_URL, slug())
    meta = lines(
        tag("dc:identifier", f"urn:uuid:{uuid.uuid5(edition, manifest.id)}", id="id"),
        *(tag("dc:title", manifest.title.get(each), **{"xml:lang": each}) for each in ordered),
        *(tag("dc:language", each) for each in ordered),
        tag("dc:creator", manifest.issuer.get(lang)),
        tag("dc:contributor", f"{say('edition_name', 'en')} {__version__}"),
        tag("dc:date", manifest.date),
        tag("dc:description", say("unofficial", lang)),
        tag("meta", f"{day}T00:00:00Z", property="dcterms:modified"),
    )
    start = '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
    inner = f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{meta}\n</metadata>\n'
    inner += f"<manifest>\n{join(items, chr(10))}\n</manifest>\n<spine>\n{spine}\n</spine>\n"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{start} xml:lang="{lang}">\n{inner}</package>\n'


def _item(id: str, href: str, more: Markup = _NONE, *, kind: str = "application/xhtml+xml") -> Markup:
    return Markup('<item id="%s" href="%s" media-type="%s" %s/>') % (id, href, kind, more)


def modified(manifest: Manifest, changed: Iterable[str]) -> str:
    """Return the day of the last change of a document, or its own date."""
    return max(changed, default=manifest.date)
