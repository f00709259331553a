"""`make bench-search`: our search beside the theme's and Pagefind, on these texts and many times them.

Writes results.json and the tables of README.md.  `--quick` leaves the large corpus out.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import ask
import randoms
from engines import ENGINES, PAGEFIND
from report import report
from scale import grown
from taiyaku.build import build
from taiyaku.search import read_sheets
from taiyaku.search.manifest import Catalogue
from taiyaku.search.records import records
from taiyaku.search.renderings import renderings

HERE = Path(__file__).parent
ROOT = HERE.parent
TIMES, COUNT, TIMED = 100, 250, 24


def catalogue() -> Catalogue:
    """Return what the edition's index is made from."""
    edition = build(ROOT, frozen=False)
    return Catalogue.of(edition, records(edition, read_sheets(ROOT)), renderings(edition))


def rated(found: Sequence[list[str]], judged: Sequence[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Return R@5 (of at most five) and MRR@10 for each language and kind of query."""
    sums: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for ids, query in zip(found, judged, strict=True):
        wanted = set(query["relevant"])
        recall = len(wanted & set(ids[:5])) / min(5, len(wanted))
        first = next((1 / rank for rank, id in enumerate(ids[:10], 1) if id in wanted), 0.0)
        crossing = query["kind"].startswith("cross")
        for key in ("cross-language" if crossing else query["lang"], "kind " + query["kind"]):
            sums[key].append((recall, first))
    return {key: _mean(pairs) for key, pairs in sums.items()}


def _mean(pairs: Iterable[tuple[float, float]]) -> dict[str, float]:
    listed = list(pairs)
    recall, first = (sum(values) / len(listed) for values in zip(*listed, strict=True))
    return {"n": len(listed), "recall": round(recall, 4), "mrr": round(first, 4)}


def clauses_of(ids: list[str]) -> list[str]:
    """Leave out terms and pages, which the other engines cannot tell from clauses."""
    return [id for id in ids if not id.startswith(("glossary:", "page:"))][:10]


def say(what: str) -> None:
    """Tell how far it is."""
    print(f"{time.strftime('%H:%M:%S')} {what} …", file=sys.stderr, flush=True)


def made(name: str, times: int, folder: Path) -> dict[str, float]:
    """Write an engine's files in a process of its own; return its seconds and megabytes."""
    say(f"building {name}, {times} times the corpus")
    before = time.monotonic()
    subprocess.run([sys.executable, __file__, "--make", name, "--times", str(times), str(folder)], check=True)
    return {"all_seconds": time.monotonic() - before, **json.loads((folder / "made.json").read_text())}


def make(name: str, times: int, folder: Path) -> None:
    """Be that process: only the index itself is timed, not the corpus that it is made from."""
    whole = grown(catalogue(), times)
    folder.mkdir(parents=True, exist_ok=True)
    before = time.monotonic()
    told_seconds = ENGINES[name](whole, folder)
    seconds = told_seconds or time.monotonic() - before
    own, helpers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    used = [helpers] if name == "pagefind" else [own, *[helpers] * (os.cpu_count() or 1)]
    told = {
        "seconds": seconds,
        "cpu_seconds": sum(each.ru_utime + each.ru_stime for each in (own, helpers)),
        "peak_mb": sum(each.ru_maxrss for each in used) / 1000,
    }
    (folder / "made.json").write_text(json.dumps(told))


def judge(results: dict[str, Any], work: Path) -> None:
    """Ask the judged and the random queries: ours over HTTP and from the folder, and the other two."""
    judged = json.loads((HERE / "queries.json").read_text("utf-8"))
    drawn = [vars(query) | {"query": query.text} for query in randoms.both(catalogue().records, COUNT)]
    every = [(query["query"], query["lang"]) for query in (*judged, *drawn)]
    with ask.browser() as running:
        local = ask.answers(running, f"{(work / 'ours').as_uri()}/", every)
        for name in ENGINES:
            say(f"asking {name} {len(every)} queries")
            with ask.served(work / name) as address:
                found = ask.answers(running, address, every, 10 if name == "ours" else 20)
            found = [clauses_of(ids) if name != "ours" else ids for ids in found]
            n = len(judged)
            sets = {"judged": range(n), "random": range(n, len(every))}
            sets["held_out"] = [i for i in range(n) if judged[i]["held_out"]]
            sets["seen"] = [i for i in range(n) if not judged[i]["held_out"]]
            queries = [*judged, *drawn]
            results[name] = {
                key: rated([found[i] for i in own], [queries[i] for i in own]) for key, own in sets.items()
            }
            if name == "ours":
                results["file_differs"] = [every[i][0] for i, ids in enumerate(found) if ids != local[i]]


def measure(results: dict[str, Any], work: Path, key: str, names: Iterable[str]) -> None:
    """Measure bytes and times of a sample of the judged queries."""
    judged = json.loads((HERE / "queries.json").read_text("utf-8"))
    sample = [(query["query"], query["lang"]) for query in judged][:: max(1, len(judged) // TIMED)]
    os.sync()  # what was just built is written to the disk first, not meanwhile
    with ask.browser() as running:
        for name in names:
            say(f"measuring {name}")
            with ask.served(work / name) as address:
                results[name][key] = ask.cost(running, address, work / name, sample).row()


def main() -> None:
    """Run everything and write it down."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--make")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("folder", nargs="?", type=Path)
    told = parser.parse_args()
    if told.make:
        make(told.make, told.times, told.folder)
        return
    results: dict[str, Any] = {"pagefind_version": PAGEFIND, "times": TIMES}
    with tempfile.TemporaryDirectory() as name:
        small, large = Path(name) / "small", Path(name) / "large"
        builds = {engine: made(engine, 1, small / engine) for engine in ENGINES}
        judge(results, small)
        measure(results, small, "cost", ("ours", "pagefind"))
        results["build"] = builds
        if not told.quick:
            results["build_large"] = {
                engine: made(engine, TIMES, large / engine) for engine in ("ours", "pagefind")
            }
            measure(results, large, "cost_large", ("ours", "pagefind"))
    report(results, HERE)


if __name__ == "__main__":
    main()
