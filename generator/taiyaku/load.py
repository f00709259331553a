"""The only reader of the disk: manifests, glossary, timeline, texts."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from . import yamlfile
from .model import (
    Changes,
    Corpus,
    Document,
    Glossary,
    Ledger,
    Manifest,
    Mechanisms,
    Phrases,
    Problem,
    Refused,
    Source,
    Text,
    Timeline,
)

_EMPTY = "no document.yaml below it; run `taiyaku new <id>`"
PUBLISHED = "corpus/published.jsonl"
_UNSEEN = {
    "^\ufeff": ("a byte order mark", "save the file as UTF-8 without one"),
    "\r": ("a Windows line end", "save the file with Unix line ends"),
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]": ("a control character", "remove it"),
}
T = TypeVar("T")


def load(root: Path) -> tuple[Corpus, tuple[Problem, ...]]:
    """Read the corpus below `root` (the folder that holds `corpus/` and `glossary.yaml`).

    Returns it with the problems that keep nobody from reading on.  Raises
    `Refused` with the problems of all files together where one cannot be read.
    """
    problems: list[Problem] = []
    faults: list[Problem] = []
    folders = sorted(path.parent for path in root.glob("corpus/*/document.yaml"))
    documents = [_document(root, folder, problems, faults) for folder in folders]
    glossary = _read(root, "glossary.yaml", Glossary, problems)
    timeline = _read(root, "corpus/timeline.yaml", Timeline, problems)
    phrases = _optional(root, "corpus/phrases.yaml", Phrases, problems)
    mechanisms = _optional(root, "corpus/mechanisms.yaml", Mechanisms, problems)
    ledger = _ledger(root, problems)
    if not folders:
        problems.append(Problem(file="corpus", line=1, message=_EMPTY))
    if problems or glossary is None or timeline is None:
        raise Refused((*problems, *faults))
    ordered = sorted((d for d in documents if d), key=lambda d: (d.manifest.order, d.manifest.id))
    corpus = Corpus(
        documents=tuple(ordered),
        glossary=glossary,
        timeline=timeline,
        ledger=ledger,
        phrases=phrases or Phrases(),
        mechanisms=mechanisms or Mechanisms(),
    )
    return corpus, tuple(faults)


def _ledger(root: Path, problems: list[Problem]) -> Ledger:
    """Read the published ids (one JSON object a line) and the declared changes; both may be missing."""
    name = "corpus/changes.yaml"
    declared = _read(root, name, Changes, problems) if (root / name).exists() else None
    declared = declared or Changes()
    path, published = root / PUBLISHED, {}
    text = path.read_text("utf-8", errors="replace") if path.exists() else ""
    for number, line in enumerate(text.splitlines(), 1):
        try:
            entry = json.loads(line)
            published[entry.pop("id")] = entry
        except (ValueError, KeyError, AttributeError):
            what = "this line is no published id; restore it from version control"
            problems.append(Problem(file=PUBLISHED, line=number, message=what))
    return Ledger(published=published, changes=declared.changes, aliases=declared.aliases)


def _read(root: Path, name: str, shape: type[T], problems: list[Problem]) -> T | None:
    try:
        return yamlfile.read(root / name, name, shape)
    except Refused as refused:
        problems.extend(refused.problems)
        return None


def _optional(root: Path, name: str, shape: type[T], problems: list[Problem]) -> T | None:
    """Read a file that an edition may do without."""
    return _read(root, name, shape, problems) if (root / name).exists() else None


def _document(root: Path, folder: Path, problems: list[Problem], faults: list[Problem]) -> Document | None:
    name = (folder / "document.yaml").relative_to(root).as_posix()
    manifest = _read(root, name, Manifest, problems)
    if manifest is None:
        return None
    if manifest.id != folder.name:
        what = f"`id` is {manifest.id!r} but the folder is {folder.name!r}; write `id: {folder.name}`"
        problems.append(Problem(file=name, line=manifest.at("id"), message=what))
    sources = [_source(root, folder, name, text, problems, faults) for text in manifest.texts]
    return Document(path=name, manifest=manifest, sources=tuple(source for source in sources if source))


def _source(
    root: Path, folder: Path, name: str, text: Text, problems: list[Problem], faults: list[Problem]
) -> Source | None:
    path = folder / text.file
    if not path.is_file():
        what = f"there is no file {text.file!r} in {folder.name}/; put it there or correct `file`"
        problems.append(Problem(file=name, line=text.line, message=what))
        return None
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest != text.sha256:
        what = f"{text.file} is not the file declared; if the change is meant, write `sha256: {digest}`"
        faults.append(Problem(file=name, line=text.line, message=what))
    relative = path.relative_to(root).as_posix()
    try:
        content = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = f"byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8 and renew its sha256"
        problems.append(Problem(file=relative, line=line, message=what))
        return None
    faults.extend(_unclean(relative, content))
    return Source(path=relative, declared=text, text=content, ranges=_ranges(name, text, content, problems))


def _unclean(name: str, content: str) -> Iterator[Problem]:
    """Yield what an editor does not see in a text: a byte order mark, line ends, control characters."""
    for mark, (found, advice) in _UNSEEN.items():
        if at := re.search(mark, content):
            line = content.count("\n", 0, at.start()) + 1
            what = f"{found} stands here; {advice}, and renew the sha256"
            yield Problem(file=name, line=line, message=what)


def _ranges(name: str, text: Text, content: str, problems: list[Problem]) -> tuple[tuple[str, int, int], ...]:
    """Return (language, start, end) for each declared part, tiling the file."""
    starts: list[tuple[str, int]] = []
    for part in text.parts:
        at = ("\n" + content).find("\n" + part.starts) if part.starts else 0
        if at < 0:
            what = f"no line of {text.file} starts with {part.starts!r}; copy the line's first words"
            problems.append(Problem(file=name, line=part.line, message=what))
            continue
        starts.append((part.lang, 0 if not starts else at))
    ends = [start for _, start in starts[1:]] + [len(content)]
    return tuple((lang, start, end) for (lang, start), end in zip(starts, ends, strict=False))
