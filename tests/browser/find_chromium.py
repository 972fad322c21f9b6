"""Find the Chromium that the tests drive; `--install` fetches one if there is none.

Prints its path. A missing browser is a failure of the tests, never a reason to leave some out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

VARIABLE = "LYTTEVEI_CHROMIUM"
#: Chromium without windows: the same engine, and a page of its own costs a third of the work, which tests ask for by the hundred.
LIGHT = "chromium-headless-shell"
#: What pupils' machines have, and pages are laid out with until their own font has come (theme.css); Debian's package of it.
ARIAL, ARIALS = "fonts-liberation", ("Arial", "Liberation Sans", "Helvetica", "Roboto")
COMMANDS = (LIGHT, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
MISSING = (
    "Fant ingen Chromium å prøve sidene i. Installer den (Debian: sudo apt install chromium, "
    "Mac: brew install --cask google-chrome), eller si hvor den ligger: LYTTEVEI_CHROMIUM=/sti/til/chromium make test"
)


def find() -> str | None:
    """The path of a Chromium that starts: the one named by LYTTEVEI_CHROMIUM, an installed one, or Playwright's own."""
    named = os.environ.get(VARIABLE)
    if named:
        return named if starts(named) else None
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[str]:
    """Where a Chromium may lie, best first."""
    yield from filter(None, map(shutil.which, COMMANDS))
    homes = (Path("/"), Path.home())
    yield from (str(path) for home in homes for path in (home / place.lstrip("/") for place in MAC) if path.exists())
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).exists():
        yield own


def starts(path: str) -> bool:
    """Whether the program opens an empty page; a Chromium without its libraries is found but does not."""
    command = [path, *flags(), "--headless", "--dump-dom", "about:blank"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"<html" in done.stdout


def flags() -> list[str]:
    """How Chromium is started: quiet, without net traffic of its own, and with no address but this machine's."""
    quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    quiet += ["--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    return [*quiet, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else quiet


def install() -> str | None:
    """Fetch Playwright's Chromium, else (as root on Debian) the system's; the path of what then starts."""
    print("Ingen Chromium her. Henter en, det tar et minutt eller to.", file=sys.stderr)
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    found = find()
    if not found:
        _run_apt("chromium")
    return found or find()


def has_arial() -> bool:
    """Whether there is a font like Arial, as far as can be asked."""
    if not shutil.which("fc-list"):
        return True
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout
    return any(name in listed for name in ARIALS)


def _run_apt(*packages: str) -> None:
    """Install packages of Debian's, where that may be done."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        _run(["apt-get", "update"])
        _run(["apt-get", "install", "--yes", "--no-install-recommends", *packages])


def _run(command: list[str]) -> None:
    """Run one try; its own talk is shown only where it fails, since the next try may do."""
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=1200, check=False, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    )
    if done.returncode:
        print(f"{' '.join(command)} lyktes ikke:\n{(done.stderr or done.stdout)[-600:]}", file=sys.stderr)


def main() -> None:
    """Print the path, or say what is missing and end with 1."""
    asked = "--install" in sys.argv[1:] and not os.environ.get(VARIABLE)
    missing = [*([] if shutil.which(LIGHT) else [LIGHT]), *([] if has_arial() else [ARIAL])]
    if asked and missing:
        _run_apt(*missing)
    found = find() or (install() if asked else None)
    if not found:
        raise SystemExit(MISSING)
    print(f"Prøver sidene i {found}")


if __name__ == "__main__":
    main()
