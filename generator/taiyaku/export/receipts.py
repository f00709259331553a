"""`data/receipts.json`: what became of every character of every source."""

from __future__ import annotations

from typing import Any

from ..model import Edition, Receipt, Span

Json = dict[str, Any]


def receipts(edition: Edition) -> Json:
    """Return the receipts as JSON values; offsets are code points, spans tile each file."""
    return {"sources": [_source(receipt) for receipt in edition.receipts]}


def _source(receipt: Receipt) -> Json:
    source = receipt.source
    return {
        "file": source.path,
        "sha256": source.declared.sha256,
        "provenance": source.declared.provenance,
        "document": receipt.document,
        "role": source.declared.role,
        "lang": [lang for lang, _, _ in source.ranges],
        "spans": [_span(span) for span in receipt.spans],
    }


def _span(span: Span) -> Json:
    """Return a span; `text` is what stands in the block instead of the source's characters."""
    entry: Json = {"start": span.start, "end": span.end, "kind": span.kind, "block": span.block}
    optional = {"part": span.part, "lang": span.lang, "text": span.text}
    entry |= {key: value for key, value in optional.items() if value}
    return entry | {"note": span.note}
