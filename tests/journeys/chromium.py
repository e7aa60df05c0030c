"""Finds a Chromium for the browser journeys. As a program, installs one if need be and prints it.

Looks at CHROMIUM, then the PATH, then Playwright's own. Installs from the system's packages where
this is root on a Debian, else asks Playwright to fetch its own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The path of a Chromium on this machine, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for name in NAMES:
        if found := shutil.which(name):
            return found
    return _playwrights_own()


def _playwrights_own() -> str | None:
    """The Chromium that `playwright install` put in its cache, if it did."""
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright")
    found = sorted(cache.glob("chromium*/chrome-*/*chrom*")) + sorted(
        cache.glob("chromium-*/chrome-mac*/*.app/Contents/MacOS/*")
    )
    return next((str(path) for path in found if os.access(path, os.X_OK) and path.is_file()), None)


def install_chromium() -> None:
    """Tries the system's packages, then Playwright; says on standard error what it tries."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        _try("the system's packages", ["apt-get", "update", "-qq"])
        _try(
            "the system's packages",
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
            + ["chromium", "fonts-liberation", "fonts-noto-core"],
        )
    if not find_chromium():
        _try("Playwright", [sys.executable, "-m", "playwright", "install", "chromium"])


def _try(source: str, command: list[str]) -> None:
    print(f"Installing Chromium from {source}.", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if done.returncode:
        print((done.stderr or done.stdout).strip()[-600:], file=sys.stderr)


if __name__ == "__main__":
    if not find_chromium():
        install_chromium()
    print(find_chromium() or "")
