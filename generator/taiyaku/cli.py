"""The command `taiyaku`: generate, check, new, freeze."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from . import archive, ledger, scaffold, words
from .build import build
from .compare import compare as compare_releases
from .load import PUBLISHED
from .model import Edition, Refused
from .output import write_edition
from .pdf import pdfs

_root = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="The folder that holds corpus/ and glossary.yaml.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="taiyaku")
def main() -> None:
    """Turn parsed official texts into a bilingual, clause-citable edition."""


@main.command()
@_root
@click.option(
    "--site-url", envvar="SITE_URL", default="", help="The edition's public address, for permalinks."
)
def generate(root: Path, site_url: str) -> None:
    """Write the pages and the data. Nothing is written while anything is wrong."""
    edition = _build(root)
    written = write_edition(edition, root, site_url)
    click.echo(f"{len(edition.documents)} documents, {written} files", err=True)


@main.command()
@_root
def check(root: Path) -> None:
    """Validate everything and write nothing."""
    edition = _build(root)
    clauses = sum(len(pairs.clauses) for pairs in edition.documents)
    click.echo(f"{len(edition.documents)} documents, {clauses} clauses: nothing to mend", err=True)


@main.command()
@_root
def freeze(root: Path) -> None:
    """Add new ids and declared changes to the list of published ids."""
    edition = _build(root, frozen=False)
    current = ledger.entries(edition)
    faults = tuple(ledger.verify(current, edition.corpus.ledger))
    if faults:
        _refuse(Refused(faults))
    (root / PUBLISHED).write_text(ledger.write(current, edition.corpus.ledger), encoding="utf-8")
    new = len(current.keys() - edition.corpus.ledger.published.keys())
    click.echo(f"{new} new ids, {len(current)} in all, in {PUBLISHED}", err=True)


@main.command()
@_root
@click.argument("id")
def new(root: Path, id: str) -> None:
    """Write a commented manifest for a new document ID to start from."""
    try:
        path = scaffold.write(root, id)
    except Refused as refused:
        _refuse(refused)
    click.echo(f"wrote {path}; put the parsed texts beside it and follow the comments", err=True)


@main.command()
@click.argument("old", type=click.Path(path_type=Path, exists=True))
@click.argument("new", type=click.Path(path_type=Path, exists=True))
def compare(old: Path, new: Path) -> None:
    """List what the release NEW lost, moved, changed and added against OLD (a site's folder or archive)."""
    found = compare_releases(old, new)
    for what, ids in found.items():
        click.echo(f"{what}: {len(ids)}")
        for id in ids:
            click.echo(f"  {id}")
    raise SystemExit(1 if found["lost"] else 0)


@main.command()
@_root
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("target", type=click.Path(path_type=Path, file_okay=False))
@click.option("--browser", envvar="CHROMIUM", default=None, help="The Chromium to print with.")
def pdf(root: Path, site: Path, target: Path, browser: str | None) -> None:
    """Print the documents of a built SITE as PDFs into TARGET, with SHA-256 sums of all that is there."""
    own, problems = words.collection(root)
    if problems:
        _refuse(Refused(problems))
    with words.speaking(own):
        for made in pdfs(site, target, browser):
            click.echo(f"wrote {made}", err=True)
    archive.checksums(target)


def _build(root: Path, *, frozen: bool = True) -> Edition:
    try:
        return build(root, step=_progress, frozen=frozen)
    except Refused as refused:
        _refuse(refused)


def _progress(name: str) -> None:
    """Tell what is being read: on a terminal only, so that logs stay quiet."""
    if sys.stderr.isatty():
        click.echo(f"reading {name} …", err=True)


def _refuse(refused: Refused) -> NoReturn:
    for problem in refused.problems:
        click.echo(str(problem), err=True)
    click.echo(f"{len(refused.problems)} to mend; nothing was written", err=True)
    raise SystemExit(1)
