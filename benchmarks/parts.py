"""`make bench-build`: what each part of a build costs, so that no study or format outgrows the pages.

Three builds of a copy of the sources; of each part the least time counts.  Writes a table into README.md.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from taiyaku import output, search
from taiyaku.build import build
from taiyaku.export import index
from taiyaku.model import LANGS
from taiyaku.render import context, documents, terms

sys.path.append(str(Path(__file__).parent.parent / "tests"))
from project import GENERATOR, MKDOCS, copy_sources, run  # the tests' way of building a copy

HERE = Path(__file__).parent
ROUNDS = 3
MARKS = re.compile(r"(<!-- parts -->\n).*?(<!-- /parts -->)", re.DOTALL)


def once(root: Path) -> dict[str, float]:
    """Return the seconds of each part of one build of the sources below `root`."""
    found: dict[str, float] = {}

    def timed(name: str, part: Callable[[], object]) -> None:
        before = time.perf_counter()
        part()
        found[name] = time.perf_counter() - before

    edition = build(root)
    timed("reading and parsing", lambda: build(root))
    layers = context.layers(edition)
    texts = [(pairs, lang) for pairs in edition.documents for lang in LANGS]
    timed("text pages", lambda: [spent(documents.pages(layers, *each)) for each in texts])
    timed("term pages: study and text", lambda: _terms(layers))
    timed("exports and data", lambda: (spent(index.exports(edition, "")), output.data(edition)))
    timed("search index", lambda: search.index(edition, search.read_sheets(root)))
    timed("`taiyaku generate`, all of it", lambda: _run(root, GENERATOR))
    timed("`mkdocs build`", lambda: _run(root, MKDOCS))
    for leaf in (root / "build/leaves").rglob("*.html"):
        leaf.unlink()
    timed("`mkdocs build` without term pages", lambda: _run(root, MKDOCS))
    return found


def spent(made: Iterable[object]) -> int:
    """Use a maker up."""
    return sum(1 for _ in made)


def _terms(layers: context.Layers) -> None:
    study = terms.study(layers)
    spent(terms.scripts(study))
    for lang in LANGS:
        spent(terms.leaves(study, lang))


def _run(root: Path, command: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    done = run(root, command)
    if done.returncode:
        sys.exit(done.stderr)
    return done


def table(parts: dict[str, float]) -> str:
    """Return the parts and their shares as Markdown."""
    generate, mkdocs = parts["`taiyaku generate`, all of it"], parts["`mkdocs build`"]
    whole = generate + mkdocs
    study = parts["term pages: study and text"] + max(
        0.0, mkdocs - parts["`mkdocs build` without term pages"]
    )
    exports = parts["exports and data"]
    rows = [f"| {name} | {seconds:.2f} |" for name, seconds in parts.items()]
    shares = [
        f"| **a whole build** | **{whole:.2f}** |",
        f"| term pages add to the rest | {study / (whole - study):.0%} |",
        f"| exports and data add to the rest | {exports / (whole - exports):.0%} |",
    ]
    return "\n".join(["| part | seconds |", "|---|---|", *rows, *shares]) + "\n"


def main() -> None:
    """Time the rounds and write the table."""
    rounds = []
    for number in range(ROUNDS):
        print(f"round {number + 1} of {ROUNDS} …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            rounds.append(once(copy_sources(Path(folder) / "edition")))
    text = table({name: min(each[name] for each in rounds) for name in rounds[0]})
    readme = HERE / "README.md"
    readme.write_text(MARKS.sub(lambda m: m[1] + text + m[2], readme.read_text("utf-8")), encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
