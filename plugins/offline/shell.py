"""The shell: the files that every page stands on, each by the hash of its bytes, and the pages to have at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins import document

#: What pages load; licences lie there for people, and icons for the telephone, which keeps them itself.
LOADED = frozenset({".css", ".js", ".svg", ".png", ".webp", ".woff2"})
ICON = "offline-icon"
#: Fonts that few readers choose: each is stored when it is first used.
CHOSEN = ("theme-lexend", "theme-opendyslexic")
THEME = "theme"
HOME, SEARCH, OFFLINE = "index.html", "sok/index.html", "uten-nett/index.html"


@dataclass(frozen=True, slots=True)
class Shell:
    """`files` are (path in the output, version), `pages` addresses, `offline` that of the page for those without a network, or ""."""

    files: tuple[tuple[str, str], ...]
    pages: tuple[str, ...]
    offline: str


def shell(site: document.Site) -> Shell:
    """The shell of a site whose output is written."""
    files = tuple((f"{THEME}/{path.name}", document.version(path.read_bytes())) for path in _loaded(site.output / THEME))
    pages = tuple(address for address in (HOME, SEARCH) if address in site.addresses)
    return Shell(files, pages, OFFLINE if OFFLINE in site.addresses else "")


def _loaded(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix in LOADED and not path.name.startswith((ICON, *CHOSEN)):
            yield path
