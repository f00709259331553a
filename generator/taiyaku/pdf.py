"""The PDFs of a release: each document's `full.html`, printed by Chromium with running heads of its own."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from . import __version__
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
_ADDRESS = re.compile(r'<link rel="canonical" href="([^"]*)"')
_HEADING = re.compile(r"<h[1-6]\b.*?</h[1-6]>", re.DOTALL)
_SIDE = '<span class="ty-side"'  # the first is in the language of the page
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


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
    html = _HEADING.sub(_spaced, _SCRIPTS.sub("", html))
    title = _TITLE.search(html)
    names = title[1].split(" · ") if title else [""]
    name = names[1] if len(names) > 2 else names[0]
    before, *chapters = _CHAPTER.split(html)
    if address := _ADDRESS.search(html):
        before += f'<p class="ty-imprint-address">{address[1]}</p>'
    if not chapters:
        return html, ""
    last, end, after = chapters[-1].partition("</article>")
    chapters[-1] = last
    parts = [f'<section class="ty-paged-{n}">{chapter}</section>' for n, chapter in enumerate(chapters)]
    rules = [_rule(n, name, chapter) for n, chapter in enumerate(chapters)]
    link = '<link rel="stylesheet" href="{}assets/css/pdf.css"></head>'.format(
        "../../" if lang == "ja" else "../"
    )
    edition = _css(f"{say('edition_name', lang)} {__version__}. {say('unofficial', lang)}")
    word = f'@page {{ @bottom-left {{ content: "{edition}"; }} }}\n'
    whole = before + "".join(parts) + end + after
    return whole.replace("</head>", link, 1), word + "".join(rules)


def _spaced(heading: re.Match[str]) -> str:
    """Return a heading whose parts end in the spaces between them; set side by side, they would lose them."""
    return " ".join(heading[0].split()).replace("</span> <span", " </span><span")


def _rule(number: int, title: str, chapter: str) -> str:
    heading = chapter.partition("</h2>")[0].split(_SIDE)
    words = " ".join(re.sub(r"<[^>]*>?", "", _SIDE.join(heading[:2])).split())
    left, right = f'@top-left {{ content: "{_css(title)}"; }}', f'@top-right {{ content: "{_css(words)}"; }}'
    return f".ty-paged-{number} {{ page: c{number}; }}\n@page c{number} {{ {left} {right} }}\n"


def _css(words: str) -> str:
    plain = words.replace("&amp;", "&").replace("&lt;", "<").replace("&#39;", "'").replace("&quot;", "”")
    return plain.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
