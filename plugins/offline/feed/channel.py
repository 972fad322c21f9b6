"""A theme as a podcast: RSS 2.0 with what iTunes, Podcasting 2.0 and Podlove add to it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins import document

from ..clips import Clip
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
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["clock"] = clock
    about = {"theme": theme, "episodes": episodes, "settings": site.settings, "address": address, "place": f"{address}{place}/"}
    return environment.get_template("channel.xml").render(**about) + "\n"


def moment(page: Any) -> str:
    """The day that the page tells, at noon, as RSS wants it; "" where it tells none."""
    day = page.document.data.get("sources_read")
    if not isinstance(day, datetime.date):
        return ""
    return format_datetime(datetime.datetime.combine(day, datetime.time(12), datetime.UTC), usegmt=True)


def clock(ms: int) -> str:
    """Milliseconds as Podlove writes them: 1:02:03.045."""
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
