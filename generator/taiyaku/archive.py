"""The offline edition as one ZIP archive, the same bytes for the same site, and checksums of a release."""

import hashlib
import sys
import time
import zipfile
from pathlib import Path

from taiyaku import __version__, words

# The earliest moment that a ZIP can hold: the archive must not depend on when it was made.
MOMENT = time.gmtime(315532800)[:6]


def write_zip(site: Path, target: Path, top: str) -> int:
    """Write every file of `site` into `target` under one folder `top`; return how many.

    Only a host serves a 404 page, and its addresses may begin at the host's root: a folder goes without.
    """
    files = sorted(p for p in site.rglob("*") if p.is_file() and p != site / "404.html")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w") as archive:
        for file in files:
            archive.writestr(_entry(f"{top}/{file.relative_to(site).as_posix()}"), file.read_bytes())
    unfinished.replace(target)
    return len(files)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix, wherever it is made: the field is part of the bytes
    entry.external_attr = 0o100644 << 16
    return entry


def checksums(folder: Path) -> None:
    """Write `SHA256SUMS` of a folder's files."""
    each = sorted(path for path in folder.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in each]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def main() -> None:
    """`python -m taiyaku.archive SITE FOLDER`: write the archive named after the edition and the version."""
    site, folder = Path(sys.argv[1]), Path(sys.argv[2])
    with words.speaking(words.collection(Path())[0]):
        name = f"{words.slug()}-{__version__}-offline"
    target = folder / f"{name}.zip"
    count = write_zip(site, target, name)
    print(f"{target}: {count} files, {target.stat().st_size / 1_000_000:.1f} MB")


if __name__ == "__main__":
    main()
