"""Every link and anchor of the built site leads somewhere, and nothing comes from another host."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from walk import Link, Site

FETCHED = {"script", "img", "source", "iframe", "embed", "object", "video", "audio", "track", "image", "use"}
FETCHED_RELS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch", "preconnect"}

FOREIGN_IN_CSS = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])((?:https?:)?//[^'\")]+)")


@pytest.fixture(scope="module")
def site(built_site: Path) -> Site:
    return Site(built_site)


def test_every_internal_link_and_anchor_resolves(site: Site) -> None:
    links = [link for page in site.pages for link in site.links(page) if not link.leaves]
    assert len(links) > 1000
    faults = [fault for link in links if (fault := site.fault(link))]
    assert faults == [], f"{len(faults)} of {len(links)}"


def test_every_address_in_the_data_resolves(site: Site) -> None:
    faults = []
    for file in sorted((site.folder / "data").glob("*.json")):
        if file.name.endswith(".schema.json"):  # there `url` is a property described, not an address
            continue
        name = file.relative_to(site.folder).as_posix()
        for url in urls(json.loads(file.read_text(encoding="utf-8"))):
            link = Link("index.html", name, url)
            if not link.leaves and (fault := site.fault(link)):
                faults.append(f"{name}: {fault}")
    assert faults == []


def urls(data: object) -> Iterator[str]:
    if isinstance(data, list):
        for part in data:
            yield from urls(part)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key == "url" and value:
                yield from value.values() if isinstance(value, dict) else [value]
            else:
                yield from urls(value)


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    twice = {
        page: repeated
        for page in site.pages
        if (repeated := [i for i, n in Counter(site.tree(page).xpath("//@id")).items() if n > 1])
    }
    assert twice == {}


def test_nothing_is_fetched_from_another_host(site: Site) -> None:
    leaving = {link for page in site.pages for link in site.links(page) if link.leaves}
    foreign = {link for link in leaving if is_fetched(site, link)}
    assert foreign == set()
    for sheet in site.folder.rglob("*.css"):
        assert FOREIGN_IN_CSS.findall(sheet.read_text(encoding="utf-8")) == [], sheet


def is_fetched(site: Site, link: Link) -> bool:
    if link.url.startswith("data:"):
        return False
    if link.tag != "link":
        return link.tag in FETCHED
    rels = site.tree(link.page).xpath("//link[@href=$url]/@rel", url=link.url)
    return bool(FETCHED_RELS.intersection(" ".join(rels).lower().split()))


def test_a_strict_policy_has_nothing_to_forbid(site: Site) -> None:
    """No inline script, no inline style, no handler in an attribute, no javascript: address."""
    inline = "//script[not(@src) and not(@type='application/json') and not(@type='application/ld+json')]"
    for page in site.pages:
        tree = site.tree(page)
        assert tree.xpath(inline) == [], page
        assert tree.xpath("//style | //@style | //@*[starts-with(name(), 'on')]") == [], page
        assert not any(link.url.startswith("javascript:") for link in site.links(page)), page


def test_each_page_has_its_twin_in_the_other_language(site: Site) -> None:
    english = {page for page in site.pages if not page.startswith("ja/") and page != "404.html"}
    japanese = {page.removeprefix("ja/") for page in site.pages if page.startswith("ja/")}
    assert english == japanese
    for page in site.pages:
        if page != "404.html":
            assert site.tree(page).get("lang") == ("ja" if page.startswith("ja/") else "en"), page
