"""The browser that the tests run in: find it, or, on a Debian that lets us, install it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PACKAGES = ("chromium", "fonts-noto-cjk")
ADVICE = (
    "No Chromium for the browser tests: install one (on Debian: apt install chromium fonts-noto-cjk), "
    "or name one with CHROMIUM=path"
)


def find() -> str | None:
    """The path of a Chromium or Chrome; CHROMIUM in the environment comes first."""
    named = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else []
    found = (shutil.which(name) for name in (*named, *NAMES, *ELSEWHERE))
    return next((path for path in found if path), None)


def install() -> None:
    """Ask apt-get, as root or through a sudo that asks nothing; leave the rest to a person."""
    if not (Path("/etc/debian_version").exists() and shutil.which("apt-get")):
        return
    before = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if before and not shutil.which("sudo"):
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing {' and '.join(PACKAGES)} for the tests …", flush=True)
    for command in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", *PACKAGES]):
        subprocess.run([*before, "apt-get", *command], env=quiet, stdout=subprocess.DEVNULL, check=False)


def main() -> int:
    """Say what is missing; in CI that is a failure, elsewhere the browser tests are skipped."""
    if not find():
        install()
    if find():
        return 0
    print(ADVICE, file=sys.stderr)
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
