"""Pages to a book: what each chapter holds, and what it is called in the book."""

from __future__ import annotations

import datetime
import hashlib
import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins import document

from ..clips import Clip, clips, sections

#: The time of books whose pages tell no day.
UNKNOWN = datetime.date(2000, 1, 1)
DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page in a book: `name` is that of its files without an ending; `length` that of its sound, ms."""

    page: Any
    name: str
    clips: tuple[Clip, ...]
    sections: tuple[tuple[int, str, str], ...]
    sound: Path | None
    length: int

    @property
    def data(self) -> dict[str, Any]:
        """The page's front matter."""
        return self.page.document.data


@dataclass(frozen=True, slots=True)
class Book:
    """Chapters below a title; `id` is the same from version to version, `modified` is not."""

    title: str
    lang: str
    chapters: tuple[Chapter, ...]
    id: str
    modified: str
    publisher: str
    rights: str
    site: document.Site
    address: str

    @property
    def spoken(self) -> list[Chapter]:
        """The chapters that can be heard."""
        return [each for each in self.chapters if each.sound]


def bind(title: str, lang: str, pages: Iterable[Any], key: str, site: document.Site, address: str = "") -> Book:
    """A book of `pages`; `key` tells it from the site's others, `address` is where the site is published, "" if nowhere."""
    chapters = tuple(_chapter(number, page, site) for number, page in enumerate(pages, 1))
    settings = site.settings
    id_ = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{address or settings.name}#{key}')}"
    return Book(title, lang, chapters, id_, modified(chapters, title), settings.name, settings.rights, site, address)


def _chapter(number: int, page: Any, site: document.Site) -> Chapter:
    found = clips(page, site)
    sound = site.files[page.speech.sound] if found else None
    length = site.data[page.speech.key]["ms"] if found else 0
    return Chapter(page, f"s{number:03}-{page.document.slug}", found, tuple(sections(page, found)), sound, length)


def modified(chapters: tuple[Chapter, ...], title: str) -> str:
    """When the book was changed, as EPUB wants it: the same for the same content, another for another.

    The day is the last that its pages tell; the time of day stands for the contents, since readers keep the book that
    they have where both are as before.
    """
    days = [day for each in chapters if isinstance(day := each.data.get("sources_read"), datetime.date)]
    told = [title, *([each.page.document.source, each.clips and each.page.speech.sound] for each in chapters)]
    seconds = int.from_bytes(hashlib.sha256(json.dumps(told).encode()).digest()[:8], "big") % DAY
    moment = datetime.datetime.combine(max(days, default=UNKNOWN), datetime.time()) + datetime.timedelta(seconds=seconds)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
