"""A real Chromium, the site over HTTP and from a folder, and a watch on everything it complains of."""

import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, expect, sync_playwright

import chromium
from reading import DESKTOP

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'"
)
# Waiting ends as soon as a fact holds; a busy machine only needs more patience.
expect.set_options(timeout=15_000)


class Handler(http.server.SimpleHTTPRequestHandler):
    """A host as strict as any: the policy on every answer, 404.html for what is not there."""

    missing = "404.html"

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / self.missing
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing: the browser's own complaints are what counts."""


@contextmanager
def served(folder: Path, kind: type[http.server.SimpleHTTPRequestHandler] = Handler) -> Iterator[str]:
    """Serve a folder on this machine; the address ends in a slash."""
    handler = functools.partial(kind, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def http_site(built_site: Path) -> Iterator[str]:
    """The address of the site on a local server, ending in a slash."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def file_site(built_site: Path) -> str:
    """The address of the site's folder, ending in a slash."""
    return f"{built_site.as_uri()}/"


@pytest.fixture(params=["http", "file"])
def any_site(request: pytest.FixtureRequest) -> str:
    """Both addresses, one after the other."""
    address: str = request.getfixturevalue(f"{request.param}_site")
    return address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session. Where there is none, CI fails and a person's run skips."""
    path = chromium.find()
    if not path:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(chromium.ADVICE)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield running
        running.close()


class Watch(list[str]):
    """What went wrong on the pages of one test; a test that wants a 404 clears the list."""

    def follow(self, page: Page) -> None:
        """Note the page's errors, its failed requests and those to another host."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.append(f"script: {error}"))
        page.on("requestfailed", self._failed)
        page.on("request", self._asked)
        page.on("response", self._answered)

    def _note(self, bad: bool, what: str) -> None:
        if bad:
            self.append(what)

    def _said(self, message: ConsoleMessage) -> None:
        where = message.location.get("url", "")
        self._note(message.type == "error", f"console: {message.text} {where}")

    def _failed(self, request: Request) -> None:
        # Leaving a page while it still loads is a reader's right, not a fault.
        self._note(request.failure != "net::ERR_ABORTED", f"failed: {request.url} {request.failure}")

    def _asked(self, request: Request) -> None:
        there = urlsplit(request.url)
        local = there.scheme in {"file", "data", "blob", "about"} or there.hostname == "127.0.0.1"
        self._note(not local, f"another host: {request.url}")

    def _answered(self, response: Response) -> None:
        self._note(response.status >= 400, f"{response.status}: {response.url}")


@pytest.fixture
def problems() -> Iterator[Watch]:
    """The list that must be empty when the test ends."""
    watch = Watch()
    yield watch
    assert not watch, "\n".join(["the pages complained:", *dict.fromkeys(watch)])


@pytest.fixture
def open_page(browser: Browser, problems: Watch) -> Iterator[Callable[..., Page]]:
    """Open a watched page in a context of its own: `open_page(url, viewport=PHONE, has_touch=True)`."""
    contexts = []

    def opened(url: str = "", **options: Any) -> Page:
        context = browser.new_context(**{"viewport": DESKTOP, "reduced_motion": "reduce", **options})
        contexts.append(context)
        page = context.new_page()
        problems.follow(page)
        if url:
            page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """One watched page at a desktop's size."""
    return open_page()
