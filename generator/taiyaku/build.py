"""The stages in their order: load, scan, mend, nest, align, collate, link, and the checks between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from . import check, declared, fits, ledger, words
from .address import Addresses
from .align import align
from .link import link
from .load import load
from .mend import mend, unused_joins
from .model import Corpus, Document, Edition, Join, Pairs, Problem, Receipt, Refused, Span, Tree
from .nest import nest
from .receipts import receipt
from .scan import scan
from .terms.check import check_terms
from .witness import collate

Parsed = tuple[Pairs, tuple[Receipt, ...], tuple[Problem, ...]]


def build(root: Path, *, step: Callable[[str], object] = str, frozen: bool = True) -> Edition:
    """Return the edition of the corpus below `root`.

    `step` hears the name of each document as it is begun.  With `frozen` the
    list of published ids must hold.  Raises `Refused` with every problem of
    the run; nothing is written here.
    """
    corpus, faults = _load(root)
    shapes = list(declared.check_shapes(corpus))
    problems = [*faults, *shapes, *declared.check_manifests(corpus)]
    if shapes:
        raise Refused(tuple(problems))
    parsed = []
    for document in corpus.documents:
        step(document.manifest.id)
        parsed.append(parse(document))
    edition = _edition(corpus, parsed)
    problems += [problem for _, _, found in parsed for problem in found]
    problems += _between(edition, frozen=frozen)
    if problems:
        raise Refused(tuple(dict.fromkeys(problems)))
    return edition


def _load(root: Path) -> tuple[Corpus, tuple[Problem, ...]]:
    """Load the corpus and the collection's own words; what is wrong with either is told in one run."""
    own, misworded = words.collection(root)
    try:
        corpus, faults = load(root)
    except Refused as refused:
        raise Refused((*refused.problems, *misworded)) from None
    return replace(corpus, words=own), (*faults, *misworded)


def parse(document: Document) -> Parsed:
    """Parse one document: its pairs, the receipts of its sources, and the problems met."""
    trees, leftover, problems = _trees(document)
    pairs, unlike = align(document, trees)
    problems += [
        *unlike,
        *fits.check_pages(pairs),
        *fits.check_readings(pairs),
        *(() if unlike else fits.check_used(pairs)),  # where the languages differ, texts are left out
    ]
    receipts = []
    for source in document.sources:
        if source.declared.role == "base":
            tiled, gaps = receipt(document, source, pairs, leftover.get(source.path, []))
        else:
            tiled, gaps = collate(document, source, pairs)
        receipts.append(tiled)
        problems += gaps
    return pairs, tuple(receipts), tuple(problems)


def _trees(document: Document) -> tuple[list[Tree], dict[str, list[Span]], list[Problem]]:
    """Return the tree of each base text, the spans of each file that no tree holds, and the problems met."""
    trees: list[Tree] = []
    leftover: dict[str, list[Span]] = {}
    used: frozenset[Join] = frozenset()
    problems: list[Problem] = []
    for source in document.sources:
        for lang, start, end in source.ranges if source.declared.role == "base" else ():
            scanned, faults = scan(document, source, lang, start, end)
            mended, joined = mend(document, scanned)
            tree, repeats, misfits = nest(document, source.path, mended)
            trees.append(tree)
            used |= joined
            leftover.setdefault(source.path, []).extend([*mended.spans, *repeats])
            problems += [*faults, *misfits]
    return trees, leftover, [*problems, *unused_joins(document, used)]


def _edition(corpus: Corpus, parsed: list[Parsed]) -> Edition:
    documents = tuple(pairs for pairs, _, _ in parsed)
    return Edition(
        corpus=corpus,
        documents=documents,
        receipts=tuple(each for _, receipts, _ in parsed for each in receipts),
        occurrences=tuple(each for pairs in documents for each in link(pairs, corpus.glossary.terms)),
    )


def _between(edition: Edition, *, frozen: bool) -> list[Problem]:
    """Return what does not hold between the files."""
    addresses = Addresses(edition.documents)
    corpus = edition.corpus
    current = ledger.entries(edition)
    problems = [
        *check.check_glossary(corpus.glossary, current, [d.manifest.id for d in corpus.documents]),
        *check.check_timeline(corpus.timeline, addresses),
        *check.check_sources_exist(corpus.timeline, current),
        *check.check_references(corpus, current),
        *check_terms(edition),
    ]
    return problems + (list(ledger.verify(current, corpus.ledger)) if frozen else [])
