"""Pages written by workers; one that would come out as it did last time is linked from the old output instead.

What a page's HTML depends on is told by two keys: that of the page (its file, and what the rooms found of it), and that of all that
templates may see of the site besides (`visible`). Pages with a template of their own see more, and are always written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins import document

#: The template of a page that sees of other pages no more than `visible` tells.
ORDINARY = "page"


@dataclass
class Old:
    """The last build's pages: each address with its key and how its file was left (size, time, number)."""

    output: Path | None = None
    code: str = ""
    pages: dict[str, tuple[str, int, int, int]] = field(default_factory=dict)

    def link(self, address: str, key: str, goal: Path) -> bool:
        """Put the old file of a page at `goal`, if it stands and was made of the same; was it?"""
        known = self.pages.get(address)
        if not known or known[0] != key or self.output is None:
            return False
        goal.parent.mkdir(parents=True, exist_ok=True)
        try:
            if _left(self.output / address) != list(known[1:]):
                return False
            os.link(self.output / address, goal)
            if _left(goal) == list(known[1:]):
                return True
            goal.unlink()
        except OSError:
            return False  # no links on this disk, or another build has just taken the old output away
        return False


def read_old(file: Path, output: Path, code: str) -> Old:
    """What was kept of the last build in `file`; nothing where there is none."""
    try:
        pages = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        pages = {}
    return Old(output, code, pages)


def left(output: Path, keys: dict[str, str]) -> dict[str, list[int]]:
    """How each page that has a key was left in the folder: size, time, number. Neither changes when the folder takes another name."""
    return {address: _left(output / address) for address, key in keys.items() if key}


def write_old(file: Path, site: document.Site) -> None:
    """Keep each page's key and how its file was left."""
    pages = {address: (site.keys[address], *found) for address, found in site.left.items()}
    file.write_text(json.dumps(pages), encoding="utf-8")


def _left(path: Path) -> list[int]:
    found = path.stat()
    return [found.st_size, found.st_mtime_ns, found.st_ino]


def print_pages(site: document.Site, old: Old, render: Callable[[Any], str], context: dict[str, Any]) -> dict[str, str]:
    """Write every page of the site that has an address; gives each address' key, "" for what is always written anew."""
    pages = [page for page in document.every_page(site) if page.save_as]
    seen = document.digest(old.code, visible(site, context)) if old.code else ""
    keys = {page.save_as: page_key(page, site, seen) if seen and page.template == ORDINARY else "" for page in pages}
    new = [page for page in pages if not old.link(page.save_as, keys[page.save_as], site.output / page.save_as)]

    def write(number: int) -> None:
        page = new[number]
        path = site.output / page.save_as
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render(page), encoding="utf-8", newline="\n")

    for _ in map(write, range(len(new[:1]))):  # here, so that workers find every template ready
        pass
    for _ in document.share(write, range(1, len(new))):
        pass
    return keys


def page_key(page: Any, site: document.Site, seen: str) -> str:
    """All that a page's HTML is made from."""
    plain = page.plain.made if page.plain else ""
    weight = site.offline.sizes.get(page.document.file, "") if site.offline else ""
    return document.digest(seen, page.key, plain, weight, page.video, page.guidance, page.speech)


def visible(site: document.Site, context: dict[str, Any]) -> str:
    """What an ordinary page's template may see of the site: every page's front matter, summary, address and sound, and the rooms' keys."""
    pages = [
        (page.document.file, page.save_as, page.template, page.document.gist.front, page.plain and page.plain.made, page.speech)
        for page in site.pages
    ]
    files = [sorted(site.index.files), *(_bytes(path) for path in sorted(site.content.glob("*.yaml")))]
    rest = [site.settings, site.versions, site.heard, context["SETTINGS"], _search(site.search), _guide(site.guidance), _words(site.words)]
    return repr(pages) + document.in_full([files, rest])


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def _search(found: Any) -> Any:
    """The keys of the search's data and where it leads, for each language."""
    if found is None:
        return None
    some = {"": found, **found.others}
    return {lang: [each.titles, each.parts, each.address, [page.save_as for page in each.people]] for lang, each in some.items()}


def _guide(found: Any) -> Any:
    """Where room guidance's own pages lie, and for whom they are."""
    if found is None:
        return None
    tools = {name: page.save_as for name, page in found.tools.items()}
    audiences = [[each.id, each.name, each.words, each.rights and each.rights.save_as] for each in found.audiences]
    return [tools, audiences, found.table, found.site_url]


def _words(found: Any) -> Any:
    return [found.page and found.page.save_as, [term.number for term in found.words.terms]] if found else None
