"""The built site as a graph of pages, anchors and links, for the tests that walk it."""

import functools
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html

LINKS = ("href", "src", "action", "poster", "data")


@dataclass(frozen=True)
class Link:
    """One reference as it stands in a page."""

    page: str
    tag: str
    url: str

    @property
    def leaves(self) -> bool:
        """Whether it names a scheme or a host, so that it is not for us to resolve."""
        parts = urlsplit(self.url)
        return bool(parts.scheme or parts.netloc)


class Site:
    """A folder of HTML pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.html"))

    @functools.cache  # noqa: B019 - as long as the tests run
    def tree(self, page: str) -> lxml.html.HtmlElement:
        """The page, parsed."""
        return lxml.html.fromstring((self.folder / page).read_bytes())

    @functools.cache  # noqa: B019
    def anchors(self, page: str) -> frozenset[str]:
        """Every id and named anchor of a page."""
        tree = self.tree(page)
        return frozenset([*tree.xpath("//@id"), *tree.xpath("//a/@name"), "", "top"])

    def links(self, page: str) -> Iterator[Link]:
        """Every reference of a page, meta refresh and srcset among them."""
        for element in self.tree(page).iter(lxml.etree.Element):
            for name in LINKS:
                if name in element.attrib and isinstance(element.tag, str):
                    yield Link(page, element.tag, element.attrib[name])
            for part in element.attrib.get("srcset", "").split(","):
                if part.strip():
                    yield Link(page, element.tag, part.split()[0])
            if element.attrib.get("http-equiv", "").lower() == "refresh":
                yield Link(page, "meta", element.attrib["content"].split("=", 1)[1].strip("'\" "))

    def fault(self, link: Link) -> str | None:
        """Why a link of the site's own leads nowhere, or None."""
        parts = urlsplit(link.url)
        here = posixpath.dirname(link.page)
        target = posixpath.normpath(posixpath.join("/" + here, unquote(parts.path))).lstrip("/")
        target = target if parts.path else link.page
        if not (self.folder / target).is_file():
            return f"{link.page}: {link.url} -> no such file"
        anchor = unquote(parts.fragment).split(":~:")[0]
        if target.endswith(".html") and anchor not in self.anchors(target):
            return f"{link.page}: {link.url} -> no such anchor"
        return None
