"""Metadata of pages for reference managers and search engines: Highwire tags, Dublin Core, JSON-LD."""

from __future__ import annotations

from typing import Any

from .. import __version__
from ..model import LANGS, Edition, Pairs
from ..words import say
from .facts import facts

Known = dict[str, Any]


def known(edition: Edition) -> Known:
    """Return what the metadata of the pages is made of, by document."""
    return {pairs.document.manifest.id: _document(pairs) for pairs in edition.documents}


def _document(pairs: Pairs) -> Known:
    manifest = pairs.document.manifest
    own = facts(pairs)
    clauses = own.pop("clauses")
    parts = [
        {
            "label": clause.label,
            "page": clauses[clause.label]["page"],
            "pin": clauses[clause.label]["pin"],
            "name": _name(pairs, index),
        }
        for index, clause in enumerate(pairs.clauses)
        if clause.level <= 0
    ]
    return own | {
        "official": {lang: manifest.official.get(lang) for lang in LANGS},
        "iri": manifest.cite.iri,
        "parts": parts,
    }


def _name(pairs: Pairs, index: int) -> dict[str, str]:
    clause = pairs.clauses[index]
    heading = {
        lang: reading.text for lang in LANGS if clause.heading and (reading := clause.heading.get(lang))
    }
    return {lang: heading.get(lang) or next(iter(heading.values()), clause.printed) for lang in LANGS}


def metadata(document: Known | None, path: str, lang: str, site: str, title: str) -> dict[str, Any]:
    """Return `tags` (name, content) and `jsonld` of the page at `path`; `document` is what it belongs to.

    Without a `site` there are no addresses in them: a page does not know where it will stand.
    """
    url = f"{site.rstrip('/')}/{path}" if site else ""  # an address that leads nowhere is worse than none
    if document is None:
        return {"cite_tags": _plain_tags(title, lang, url), "cite_jsonld": _page(title, lang, url, site)}
    own = lang if lang in document["languages"] else document["languages"][0]
    return {"cite_tags": _tags(document, own, url), "cite_jsonld": _work(document, own, url, site)}


def _tags(document: Known, lang: str, url: str) -> list[tuple[str, str]]:
    """Return the tags of a report, a list of (name, content) without gaps."""
    tags = [*_highwire(document, lang, url), *_dublin_core(document, lang, url)]
    return [(name, content) for name, content in tags if content]


def _highwire(document: Known, lang: str, url: str) -> list[tuple[str, str]]:
    """Return what reference managers read: the institution makes it a report, and no article of a journal."""
    return [
        ("citation_title", document["title"][lang]),
        ("citation_author", document["author"][lang]),
        ("citation_technical_report_institution", document["publisher"][lang]),
        ("citation_publisher", document["publisher"][lang]),
        ("citation_publication_date", document["date"].replace("-", "/")),
        *(("citation_language", each) for each in document["languages"]),
        ("citation_public_url", url),
    ]


def _dublin_core(document: Known, lang: str, url: str) -> list[tuple[str, str]]:
    return [
        ("DC.title", document["title"][lang]),
        ("DC.creator", document["author"][lang]),
        ("DC.publisher", document["publisher"][lang]),
        ("DC.date", document["date"]),
        *(("DC.language", each) for each in document["languages"]),
        ("DC.type", "Text"),
        ("DC.identifier", url),
        ("DC.identifier", document["id"]),
        ("DC.description", say("unofficial", lang)),
        *(("DC.source", each) for each in document["official"].values()),
    ]


def _plain_tags(title: str, lang: str, url: str) -> list[tuple[str, str]]:
    tags = [("DC.title", title), ("DC.language", lang), ("DC.type", "Text"), ("DC.identifier", url)]
    return [(name, content) for name, content in tags if content]


def _work(document: Known, lang: str, url: str, site: str) -> dict[str, Any]:
    """Return schema.org `Legislation` for an agreement, `Report` for a report, with its chapters as parts."""
    legal = document["kind"] == "agreement"
    kind = "Legislation" if legal else "Report"
    lead = f"{site.rstrip('/')}/{'ja/' if lang == 'ja' else ''}" if site else ""
    work: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": lead and f"{lead}{document['id']}/index.html",
        **_described(document, lang),
        "url": url,
        "version": __version__,
        "hasPart": [_part(document, part, kind, lang, lead) for part in document["parts"]],
        **(_legislation(document, lang) if legal else {}),
    }
    return {key: value for key, value in work.items() if value}


def _described(document: Known, lang: str) -> dict[str, Any]:
    """Return what the work is called, whose it is, and what it was taken from."""
    title = document["title"][lang]
    return {
        "name": title,
        "alternateName": [name for name in document["title"].values() if name != title],
        "inLanguage": document["languages"],
        "datePublished": document["date"],
        "author": {"@type": "Organization", "name": document["author"][lang]},
        "publisher": {"@type": "Organization", "name": document["publisher"][lang]},
        "identifier": [each for each in (document["id"], document["iri"]) if each],
        "isBasedOn": [each for each in document["official"].values() if each],
    }


def _legislation(document: Known, lang: str) -> dict[str, Any]:
    return {
        "legislationIdentifier": document["iri"] or document["id"],
        "legislationDate": document["date"],
        "legislationType": document["genre"][lang],
    }


def _part(document: Known, part: Known, kind: str, lang: str, lead: str) -> dict[str, Any]:
    told = {
        "@type": kind if kind == "Legislation" else "CreativeWork",
        "name": part["name"][lang],
        "position": part["pin"][lang],
        "identifier": f"{document['id']}:{part['label']}",
    }
    return told | ({"url": f"{lead}{document['id']}/{part['page']}.html#{part['label']}"} if lead else {})


def _page(title: str, lang: str, url: str, site: str) -> dict[str, Any]:
    edition = {"@type": "WebSite", "name": say("edition_name", lang)} | ({"url": site} if site else {})
    made = {"@type": "WebPage", "name": title, "inLanguage": lang, "isPartOf": edition}
    return {"@context": "https://schema.org", **made} | ({"url": url} if url else {})
