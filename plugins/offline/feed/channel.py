"""A theme as a podcast: RSS 2.0 with what iTunes, Podcasting 2.0 and Podlove add to it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from plugins import document

from ..clips import Clip
from ..filling import fill
from ..themes import Theme

HERE = Path(__file__).parent
COVER = HERE / "cover.png"


@dataclass(frozen=True, slots=True)
class Episode:
    """A page as it is heard: addresses are whole; `bytes` the size of its sound, `length` in ms."""

    page: Any
    name: str
    link: str
    sound: str
    bytes: int
    length: int
    clips: tuple[Clip, ...]
    sections: tuple[tuple[int, str, str], ...]
    published: str


def channel(theme: Theme, episodes: list[Episode], site: document.Site, address: str, place: str) -> str:
    """The feed of a theme whose files lie at `address`, a whole one, in the folder `place` of the site at `address`."""
    return fill(HERE / "channel.xml", theme=theme, episodes=episodes, settings=site.settings, address=address, place=f"{address}{place}/")


def moment(page: Any) -> str:
    """The day that the page tells, at noon, as RSS wants it; "" where it tells none."""
    day = page.document.data.get("sources_read")
    if not isinstance(day, datetime.date):
        return ""
    return format_datetime(datetime.datetime.combine(day, datetime.time(12), datetime.UTC), usegmt=True)
