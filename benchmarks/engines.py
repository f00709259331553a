"""The engines that are compared, each behind the same steps: files, a page, a function to ask."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

import material

from taiyaku.search.manifest import Catalogue, write
from taiyaku.search.records import Record

PAGEFIND = "1.5.2"
SCRIPTS = files("taiyaku") / "theme" / "assets" / "js"
_SHELL = (
    '<!doctype html><html lang="{lang}"><meta charset="utf-8"><meta name="taiyaku:base" content="./">{rest}'
)
_META = 'window.taiyaku={meta:n=>(document.querySelector(`meta[name="taiyaku:${n}"]`)||{}).content||""};'

# Each page defines begin() and ask(query, limit): the ids of the first results, each with its text fetched.
OURS = """
window.begin = () => taiyaku.find.ready();
window.ask = async (q, limit) => {
  const found = await taiyaku.find.search(q);
  return (await Promise.all(found.order.slice(0, limit).map(taiyaku.find.entry))).map((e) => e.id);
};
"""
THEME = """
let worker, answer;
window.begin = async () => {
  const docs = await (await fetch("docs.json")).json();
  worker = new Worker("javascripts/workers/search.js");
  await new Promise((resolve) => {
    worker.onmessage = ({ data }) => {
      if (data.type === 1) resolve(); else if (data.type === 3) answer(data.data);
    };
    const config = { lang: ["en", "ja"],
      separator: "[\\\\s\\\\u200b\\\\-、。，．・「」『』（）：；！？/]+", pipeline: ["stopWordFilter"],
      fields: { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } } };
    worker.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } });
  });
};
window.ask = async (q, limit) => {
  const data = await new Promise((resolve) => {
    answer = resolve;
    worker.postMessage({ type: 2, data: q });
  });
  return (data.items || []).slice(0, limit).map((group) => decodeURIComponent(group[0].location));
};
"""
FINDER = """
let pagefind;
window.begin = async () => { pagefind = await import("./pagefind/pagefind.js"); await pagefind.init(); };
window.ask = async (q, limit) => {
  const found = await pagefind.search(q);
  return (await Promise.all(found.results.slice(0, limit).map((r) => r.data()))).map((d) => d.meta.id);
};
"""


def ours(catalogue: Catalogue, folder: Path) -> None:
    """Write our index and a page that answers with it."""
    for path, data in write(catalogue).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    names = ("citation", "find-cite", "find")
    for name in names:
        (folder / f"{name}.js").write_bytes((SCRIPTS / f"{name}.js").read_bytes())
    (folder / "meta.js").write_text(_META)
    (folder / "ask.js").write_text(OURS)
    _page(folder, ("meta", *names, "ask"))


def theme(catalogue: Catalogue, folder: Path) -> None:
    """Copy the theme's worker and write the documents in its form, a section for each record."""
    assets = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
    worker = next((assets / "workers").glob("search.*.min.js"))
    (folder / "javascripts" / "workers").mkdir(parents=True)
    shutil.copy(worker, folder / "javascripts" / "workers" / "search.js")
    shutil.copytree(assets / "lunr", folder / "javascripts" / "lunr")
    docs = [_section(record) for record in catalogue.records]
    (folder / "docs.json").write_text(json.dumps(docs, ensure_ascii=False), encoding="utf-8")
    (folder / "ask.js").write_text(THEME)
    _page(folder, ("ask",))


def _section(record: Record) -> dict[str, str]:
    texts = [text for passage in record.passages for text in passage.texts if text]
    return {
        "location": record.id.replace(":", "%3A"),
        "title": " ".join(filter(None, (record.label, *record.title))),
        "text": "".join(f"<p>{text}</p>" for text in texts),
    }


def pagefind(catalogue: Catalogue, folder: Path) -> float:
    """Write a page for each record and language and let Pagefind index them; return its own seconds."""
    pages = folder / "pages"
    for number, record in enumerate(catalogue.records):
        for side, lang in enumerate(("en", "ja")):
            texts = [passage.texts[side] for passage in record.passages if passage.texts[side]]
            if texts or record.title[side]:
                target = pages / lang / str(number // 500) / f"{number}.html"
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(_html(record, lang, record.title[side], texts), encoding="utf-8")
    for lang in ("en", "ja"):
        rest = '<script src="ask.js"></script>'
        (folder / f"{lang}.html").write_text(_SHELL.format(lang=lang, rest=rest), encoding="utf-8")
    (folder / "ask.js").write_text(FINDER)
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(pages),
        "--output-path",
        str(folder / "pagefind"),
    ]
    before = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - before


def _html(record: Record, lang: str, title: str, texts: list[str]) -> str:
    body = "".join(f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>" for text in texts)
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{title}</title>'
        f"<body data-pagefind-body>"
        f'<h1>{record.label} {title}</h1><p data-pagefind-meta="id:{record.id}"></p>{body}'
    )


def _page(folder: Path, scripts: tuple[str, ...]) -> None:
    rest = "".join(f'<script src="{name}.js"></script>' for name in scripts)
    for lang in ("en", "ja"):
        (folder / f"{lang}.html").write_text(_SHELL.format(lang=lang, rest=rest), encoding="utf-8")


ENGINES = {"ours": ours, "theme": theme, "pagefind": pagefind}
