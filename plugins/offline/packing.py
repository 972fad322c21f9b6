"""All that can be carried away: the ZIP for a stick, talking books and podcasts, from a site that is built."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins import document

from .book import bind, write_book
from .clips import clips, sections
from .feed.channel import COVER, Episode, channel, moment
from .feed.episode import chapters, transcript
from .stick import write_stick
from .themes import themes

BOOKS, FEEDS = "boker", "podkast"


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed: the ZIP and its size in bytes, how many books, and how many feeds (0 without an address)."""

    stick: Path
    size: int
    books: int
    feeds: int


def pack(site: document.Site, folder: Path, address: str = "", advance: Callable[[str], None] = lambda _: None) -> Packed:
    """Pack a site whose output is written into `folder`, which may not hold anything else.

    `address` is where the site is published ("https://example.no/", with the slash); without one there are no podcasts,
    since a feed must name whole addresses. `advance` is told the name of each file. Raises OSError.
    """
    stick = folder / f"{document.slugify(site.settings.name) or 'nettsted'}.zip"
    advance(stick.name)
    write_stick(site, stick)
    books = _books(site, folder / BOOKS, address, advance)
    feeds = _feeds(site, folder / FEEDS, address, advance) if address else 0
    return Packed(stick, stick.stat().st_size, books, feeds)


def _books(site: document.Site, folder: Path, address: str, advance: Callable[[str], None]) -> int:
    """A book for each page that belongs to a theme, and one for each theme; how many."""
    found = themes(site)
    pages = {page.document.file: page for theme in found for page in theme.pages}
    wanted = [(name_of(page, site), page.document.data["title"], page.document.data["lang"], (page,)) for page in pages.values()]
    wanted += [(f"tema-{theme.name}", f"{site.settings.name}: {theme.title}", theme.lang, theme.pages) for theme in found]
    for name, title, lang, inside in wanted:
        advance(f"{name}.epub")
        write_book(bind(title, lang, inside, name, site, address), folder / f"{name}.epub")
    return len(wanted)


def name_of(page: Any, site: document.Site) -> str:
    """A page's name among files: "yrker-sykepleier"."""
    return document.address(page.document, site).removesuffix("/index.html").replace("/", "-")


def _feeds(site: document.Site, folder: Path, address: str, advance: Callable[[str], None]) -> int:
    """A feed for each theme that can be heard, and beside it the chapters and transcripts of its pages; how many feeds."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(COVER, folder / COVER.name)
    heard = [theme for theme in themes(site) if any(clips(page, site) for page in theme.pages)]
    for theme in heard:
        advance(f"{theme.name}.xml")
        episodes = [_episode(page, site, address) for page in theme.pages if clips(page, site)]
        _write(folder / f"{theme.name}.xml", channel(theme, episodes, site, address, FEEDS))
        for each in episodes:
            _write(folder / f"{each.name}.json", chapters(each.sections, each.page.document.data["title"]))
            _write(folder / f"{each.name}.vtt", transcript(each.clips))
    return len(heard)


def _episode(page: Any, site: document.Site, address: str) -> Episode:
    found = clips(page, site)
    sound = page.speech.sound
    link = address + document.relative(document.address(page.document, site), "")
    size, length = site.files[sound].stat().st_size, site.data[page.speech.key]["ms"]
    return Episode(page, name_of(page, site), link, address + sound, size, length, found, tuple(sections(page, found)), moment(page))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
