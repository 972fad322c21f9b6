"""The scenes of a film: a sentence each, from the words and times that the voice gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence on the screen: said from `start` to `end`, ms; `words` are (first character, end, ms at which it is said).

    `title` for the page's name, which is drawn bigger.
    """

    text: str
    start: int
    end: int
    words: tuple[tuple[int, int, int], ...]
    title: bool = False


def scenes_of(times: Mapping[str, Any], texts: Mapping[str, str], title: str) -> list[Scene]:
    """The scenes of a page's word times (the value of its data script) and the texts of its Blocks by id; `title` is the title's id."""
    flat, words, at, scenes = times["sentences"], iter(_threes(times["words"])), 0, []
    for row in range(0, len(flat), 6):
        block, start, end, count, since, until = flat[row : row + 6]
        id_ = times["blocks"][block]
        units = texts[id_].encode("utf-16-le")
        said = []
        for _ in range(count):
            first, length, step = next(words)
            at += step
            said.append((_characters(units, start, first), _characters(units, start, first + length), at))
        text = units[2 * start : 2 * end].decode("utf-16-le")
        scenes.append(Scene(text, since, until, tuple(said), id_ == title))
    return scenes


def _threes(flat: list[int]) -> list[tuple[int, int, int]]:
    return [tuple(flat[at : at + 3]) for at in range(0, len(flat), 3)]


def _characters(units: bytes, start: int, end: int) -> int:
    """How many characters there are between two places in UTF-16."""
    return len(units[2 * start : 2 * end].decode("utf-16-le"))
