"""The whole site for a USB stick: one ZIP with something to open, and a letter that says how."""

from __future__ import annotations

from pathlib import Path

from plugins import document

from .filling import fill
from .zipping import write_zip

HERE = Path(__file__).parent / "on_stick"
#: The folder of the site in the ZIP; what a person opens lies beside it.
INSIDE = "nettsted"
#: Old editors on Windows read æøå right after this mark, and know line ends by these two.
MARK, LINE = "\ufeff", "\r\n"


def write_stick(site: document.Site, goal: Path) -> None:
    """Write the site that lies in `site.output` as a ZIP; the same bytes for the same site. Raises OSError."""
    paths = sorted(path for path in site.output.rglob("*") if path.is_file())
    inner = {f"{INSIDE}/{path.relative_to(site.output).as_posix()}": path for path in paths}
    write_zip(goal, {"LES-MEG.txt": letter(site), "start.html": front(site), **inner})


def letter(site: document.Site) -> bytes:
    """LES-MEG.txt: what this is and how it is opened."""
    return (MARK + _fill("letter.txt", site)).replace("\n", LINE).encode()


def front(site: document.Site) -> bytes:
    """start.html, which leads to the site's first page."""
    return _fill("start.html", site).encode()


def first_page(site: document.Site) -> str:
    """The address of the page to begin with."""
    return "index.html" if "index.html" in site.addresses else min(site.addresses)


def _fill(name: str, site: document.Site) -> str:
    pages = len(document.every_page(site))
    return fill(HERE / name, settings=site.settings, first=f"{INSIDE}/{first_page(site)}", pages=pages)
