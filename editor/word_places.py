"""Where in a Word document something stands, by the words beside it, and where that is on the page made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

#: So many words beside a thing say where it is.
BESIDE = 6


@dataclass(frozen=True)
class Lost:
    """What a page does not carry, as told in bokmål, and the text of the paragraph where it stood ("" where it has no place)."""

    said: str
    near: str = ""


def lost_at(said: str, near: str, end: str = ".") -> Lost:
    """What was lost, with the words that it stands at."""
    return Lost(f"{said}, {place(near)}{end}", near)


def place(text: str) -> str:
    """Where something is, by the words it stands at."""
    return f"ved «{shorten(text)}»" if text else "først i dokumentet"


def shorten(text: str) -> str:
    """A text as far as its first 60 characters."""
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"


def split(text: str) -> list[str]:
    """The words and numbers of a text, small, without what stands between them."""
    return re.findall(r"\w+", re.sub("[\u00ad\u200b-\u200f\u2060]", "", text).casefold())


def line_of(near: str, markdown: str) -> int:
    """The line of the page, from 1, with most of the first words of `near`; 0 where none has them."""
    wanted = split(near)[:BESIDE]
    lines = [f" {' '.join(split(unescape(re.sub(r'[*]|</?su[bp]>', '', line))))} " for line in markdown.split("\n")]
    start = next((at for at, line in enumerate(markdown.split("\n")) if at and line == "---"), 0)
    for count in range(len(wanted), 0, -1):
        for at in range(start, len(lines)):
            if f" {' '.join(wanted[:count])} " in lines[at]:
                return at + 1
    return 0
