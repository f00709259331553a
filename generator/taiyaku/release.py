"""What a release needs beyond the site: its PDFs, and a comparison with another release."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from .ledger import digest
from .words import say

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
)
_SCRIPTS = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)
_CHAPTER = re.compile(r'(?=<h2 class="ty-head")|(?=<h2 [^>]*class="[^"]*ty-head)')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_NAME = re.compile(r'data-toc-label="([^"]*)"|<span class="ty-num">(.*?)</span>')

Read = Callable[[str], bytes | None]


def pdfs(site: Path, target: Path, browser: str | None = None) -> Iterator[Path]:
    """Print each document's `full.html`, in each language of the interface, and yield the files."""
    program = browser or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not program:
        raise FileNotFoundError("no Chromium to print with: install one, or name one with --browser")
    target.mkdir(parents=True, exist_ok=True)
    for page in sorted(site.glob("*/full.html")) + sorted(site.glob("ja/*/full.html")):
        lang = "ja" if page.parent.parent.name == "ja" else "en"
        yield _print(program, site, page, target / f"{page.parent.name}.{lang}.pdf", lang)


def _print(program: str, site: Path, page: Path, pdf: Path, lang: str) -> Path:
    """Print one page from a copy of the site's texts and style sheets, with running heads of its own."""
    with tempfile.TemporaryDirectory() as folder:
        below = page.relative_to(site)
        shutil.copytree(site / "assets" / "css", Path(folder) / "assets" / "css")
        copy = Path(folder) / below
        copy.parent.mkdir(parents=True, exist_ok=True)
        html, heads = _paged(page.read_text(encoding="utf-8"), lang)
        copy.write_text(html, encoding="utf-8")
        sheet = (files(__package__) / "templates" / "pdf.css").read_text(encoding="utf-8")
        (Path(folder) / "assets" / "css" / "pdf.css").write_text(sheet + heads, encoding="utf-8")
        command = [program, *_FLAGS, f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"]
        command += ["--generate-pdf-document-outline", f"--print-to-pdf={pdf}", copy.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return pdf


def _paged(html: str, lang: str) -> tuple[str, str]:
    """Return the page without scripts, each chapter in a section, and the rules of their running heads."""
    html = _SCRIPTS.sub("", html)
    title = _TITLE.search(html)
    name = (title[1] if title else "").split(" · ")[0]
    before, *chapters = _CHAPTER.split(html)
    if not chapters:
        return html, ""
    last, end, after = chapters[-1].partition("</article>")
    chapters[-1] = last
    parts = [f'<section class="ty-paged-{n}">{chapter}</section>' for n, chapter in enumerate(chapters)]
    rules = [_rule(n, name, chapter) for n, chapter in enumerate(chapters)]
    link = '<link rel="stylesheet" href="{}assets/css/pdf.css"></head>'.format(
        "../../" if lang == "ja" else "../"
    )
    edition = _css(f"{say('edition_name', lang)}. {say('unofficial', lang)}")
    word = f'@page {{ @bottom-left {{ content: "{edition}"; }} }}\n'
    whole = before + "".join(parts) + end + after
    return whole.replace("</head>", link, 1), word + "".join(rules)


def _rule(number: int, title: str, chapter: str) -> str:
    found = re.sub(r"<[^>]+>", "", chapter.partition("</h2>")[0])
    words = " ".join(found.split())[:90]
    left, right = f'@top-left {{ content: "{_css(title)}"; }}', f'@top-right {{ content: "{_css(words)}"; }}'
    return f".ty-paged-{number} {{ page: c{number}; }}\n@page c{number} {{ {left} {right} }}\n"


def _css(words: str) -> str:
    plain = words.replace("&amp;", "&").replace("&lt;", "<").replace("&#39;", "'").replace("&quot;", "”")
    return plain.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


def checksums(folder: Path) -> None:
    """Write `SHA256SUMS` of a folder's files."""
    each = sorted(path for path in folder.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in each]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def compare(old: Path, new: Path) -> dict[str, list[str]]:
    """Return what the release `new` lost, moved, changed and added against `old` (folders or archives)."""
    was, now = _ids(_reader(old)), _ids(_reader(new))
    page = _reader(new)
    gone = [id for id in was if id not in now]
    led = {id for id in gone if page(f"id/{id.replace(':', '/')}.html") is not None}
    return {
        "lost": [id for id in gone if id not in led],
        "aliased": [id for id in gone if id in led],
        "moved": [id for id in was if id in now and was[id][0] != now[id][0]],
        "changed": [id for id in was if id in now and was[id][1] != now[id][1]],
        "added": [id for id in now if id not in was],
    }


def _reader(release: Path) -> Read:
    """Return a function that reads a file of a release, which is a site's folder or an archive of it."""
    if release.is_dir():
        return lambda path: (release / path).read_bytes() if (release / path).is_file() else None
    archive = zipfile.ZipFile(release)
    names = {
        name.partition("/")[2] if "/data/" in name or "/id/" in name else name: name
        for name in archive.namelist()
    }
    names |= {name: name for name in archive.namelist()}
    return lambda path: archive.read(names[path]) if path in names else None


def _ids(read: Read) -> dict[str, tuple[str, str]]:
    """Return every id of a release with its address and the digest of its texts."""
    found: dict[str, tuple[str, str]] = {}
    data = {name: _json(read, name) for name in ("corpus", "timeline", "glossary")}
    for document in data["corpus"]["documents"]:
        found[document["id"]] = (document["url"]["en"], _digest(document["title"]))
    for clause in data["corpus"]["clauses"]:
        found[clause["id"]] = (clause["url"]["en"], _digest(clause["heading"]))
        page = clause["url"]["en"].partition("#")[0]
        for block in clause["blocks"]:
            anchor = block["id"].partition(":")[2]
            found[block["id"]] = (
                f"{page}#{anchor}",
                _digest([block[key] for key in ("en", "ja", "items", "rows")]),
            )
    for kind, name in (("timeline", "events"), ("glossary", "terms")):
        for entry in data[kind][name]:
            found[f"{kind}:{entry['id']}"] = (entry["url"]["en"], "")
    return found


def _json(read: Read, name: str) -> Any:
    content = read(f"data/{name}.json")
    if content is None:
        raise FileNotFoundError(f"data/{name}.json is not in that release")
    return json.loads(content)


def _digest(value: Any) -> str:
    return digest(json.dumps(value, ensure_ascii=False, sort_keys=True))
