"""What pages and themes weigh before they are saved, about: what a save button tells."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins import document

from .themes import themes

#: The frame of a page, bytes: head, menu, player and foot.
FRAME = 16_000
LEAST = 100_000


@dataclass(frozen=True, slots=True)
class Offered:
    """A theme as it is offered: its pages' addresses, and their size as text ("2,4 MB")."""

    title: str
    pages: tuple[str, ...]
    size: str


@dataclass(frozen=True, slots=True)
class Saving:
    """What the templates tell: themes, and each page's size as text by its file."""

    themes: tuple[Offered, ...]
    sizes: Mapping[str, str]


def saving(site: document.Site) -> Saving:
    """Weigh every page of the site once."""
    weights = {page.document.file: weigh(page, site) for page in document.every_page(site)}
    found = [
        Offered(
            theme.title,
            tuple(document.address(page.document, site) for page in theme.pages),
            megabytes(sum(weights[page.document.file] for page in theme.pages)),
        )
        for theme in themes(site)
    ]
    return Saving(tuple(found), {file: megabytes(weight) for file, weight in weights.items()})


def weigh(page: Any, site: document.Site) -> int:
    """What saving a page fetches, bytes: its own text, its pictures, its sound and word times; the frame is a guess."""
    weight = FRAME + page.document.gist.size
    weight += sum(path.stat().st_size for path in dict.fromkeys(_pictures(page, site)))
    if page.speech and page.speech.sound:
        weight += site.files[page.speech.sound].stat().st_size + len(json.dumps(site.data[page.speech.key]))
    return weight


def _pictures(page: Any, site: document.Site) -> Iterator[Path]:
    file, data = page.document.file, page.document.data
    targets = [document.find(link.target, file, site.index) for link in page.document.links if link.attribute == "src"]
    targets += [document.find_named(data["picture"]["file"], file, site.index)] if data.get("picture") else []
    yield from (target.file for target in targets if target.file)


def megabytes(size: int) -> str:
    """Bytes as people read them: "0,4 MB"."""
    return f"{max(size, LEAST) / 1e6:.1f} MB".replace(".", ",")
