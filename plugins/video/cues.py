"""What captions are made of: cues of clean WebVTT text, and what was wrong with the file they came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

TAG = re.compile(r"<[^>]*>")
STAMP = re.compile(r"<\d[\d:.]*>")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a line of a captions file: a Problem's code and its text in bokmål."""

    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption: shown from `start` to `end`, in ms; `text` is WebVTT (tags, entities); `line` is that of its times in the file."""

    start: int
    end: int
    text: str
    settings: str = ""
    line: int = 1

    @property
    def plain(self) -> str:
        """The text as it is seen, without tags, its lines parted by "\n"."""
        return plain(self.text)


@dataclass(frozen=True, slots=True)
class Captions:
    """A captions file, read: its cues in order of start, in the language `lang`."""

    file: str
    lang: str
    cues: tuple[Cue, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def rolling(self) -> bool:
        """Whether each cue repeats the last one's line, as captions by a machine do (they have times within the text)."""
        return any(STAMP.search(cue.text) for cue in self.cues)


def plain(text: str) -> str:
    """WebVTT text as it is seen."""
    return unescape(TAG.sub("", text))


def clock(ms: int) -> str:
    """A time as WebVTT writes it, "00:01:02.345"."""
    return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def write_vtt(cues: tuple[Cue, ...]) -> str:
    """Cues as a WebVTT file that every browser reads to the end."""
    return "\n\n".join(("WEBVTT", *_blocks(cues))) + "\n"


def _blocks(cues: tuple[Cue, ...]) -> Iterator[str]:
    for cue in cues:
        settings = f" {cue.settings}" if cue.settings else ""
        yield f"{clock(cue.start)} --> {clock(cue.end)}{settings}\n{cue.text}"
