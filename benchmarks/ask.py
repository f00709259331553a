"""Asking an engine in a real Chromium: what it answers, what it loads first, how long it takes."""

from __future__ import annotations

import functools
import gzip
import http.server
import statistics
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.append(str(Path(__file__).parent.parent / "tests"))
import chromium  # the tests' way of finding the browser

ROUNDS = 3
TIMED = """async (q) => { const start = performance.now(); await ask(q, 1);
  return performance.now() - start; }"""


@dataclass
class Cost:
    """What queries cost on a fresh page, bytes (gz) and milliseconds to the first result; and warm."""

    bytes: list[int] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)

    def row(self) -> list[float]:
        """Return mean and worst KB, median cold and 95th percentile warm."""
        slow = sorted(self.warm)[int(len(self.warm) * 0.95)]
        kb = [size / 1000 for size in self.bytes]
        return [statistics.mean(kb), max(kb), statistics.median(self.cold), max(self.cold), slow]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine."""
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def browser() -> Iterator[Browser]:
    """Run the tests' Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        yield running
        running.close()


def answers(
    running: Browser, address: str, queries: Sequence[tuple[str, str]], limit: int = 10
) -> list[list[str]]:
    """Return the first ids for each (query, language)."""
    pages: dict[str, Page] = {}
    found = []
    for text, lang in queries:
        if lang not in pages:
            pages[lang] = running.new_page()
            pages[lang].goto(f"{address}{lang}.html")
            pages[lang].evaluate("begin()")
        found.append(pages[lang].evaluate("([q, limit]) => ask(q, limit)", [text, limit]))
    for page in pages.values():
        page.close()
    return found


def cost(running: Browser, address: str, folder: Path, queries: Sequence[tuple[str, str]]) -> Cost:
    """Measure every query on a fresh page, and all on one page, asked before: the least of `ROUNDS`."""
    spent = Cost()
    for text, lang in queries:
        rounds = [_cold(running, f"{address}{lang}.html", text) for _ in range(ROUNDS)]
        spent.cold.append(min(time for time, _ in rounds))
        spent.bytes.append(sum(_size(folder, url) for url in rounds[0][1]))
    _warm(running, address, queries, spent)
    return spent


def _cold(running: Browser, address: str, text: str) -> tuple[float, set[str]]:
    """Return the milliseconds of one query on a fresh page, and the addresses loaded."""
    context = running.new_context()
    asked: set[str] = set()
    context.on("request", lambda request: asked.add(request.url))
    page = context.new_page()
    page.goto(address)
    page.evaluate("begin()")
    spent: float = page.evaluate(TIMED, text)
    context.close()
    return spent, asked


def _warm(running: Browser, address: str, queries: Sequence[tuple[str, str]], spent: Cost) -> None:
    for lang in sorted({lang for _, lang in queries}):
        page = running.new_page()
        page.goto(f"{address}{lang}.html")
        page.evaluate("begin()")
        own = [text for text, other in queries if other == lang]
        for text in own:
            page.evaluate(TIMED, text)
        rounds = [[page.evaluate(TIMED, text) for text in own] for _ in range(ROUNDS)]
        spent.warm += [min(times) for times in zip(*rounds, strict=True)]
        page.close()


@functools.cache
def _size(folder: Path, url: str) -> int:
    name = unquote(urlsplit(url).path).lstrip("/")
    path = folder / name
    if not path.is_file() or name.endswith(("ask.js", "meta.js")):
        return 0
    data = path.read_bytes()
    return len(data) if data[:2] == b"\x1f\x8b" else len(gzip.compress(data, 6))
