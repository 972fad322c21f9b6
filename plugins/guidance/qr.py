"""A code of the page's address, for a school that hands out paper; drawn by segno, which has no needs of its own."""

from __future__ import annotations

from pathlib import Path

import segno

from plugins import document

FOLDER = "kode"


def code_name(address: str) -> str:
    """Where the code of a page lies in the output, for example "kode/3f0a....svg"."""
    return f"{FOLDER}/{document.version(address.encode())}.svg"


def page_url(address: str, site_url: str) -> str:
    """A page's address on the web, as one writes it; "" where the site's own is not known."""
    return site_url + address.removesuffix("index.html") if site_url else ""


def write_codes(site: document.Site) -> None:
    """An SVG for each page."""
    for address in site.addresses if site.settings.url else ():
        path: Path = site.output / code_name(address)
        path.parent.mkdir(parents=True, exist_ok=True)
        code = segno.make(page_url(address, site.settings.url), error="m", micro=False)
        code.save(str(path), scale=4, border=2, xmldecl=False)
