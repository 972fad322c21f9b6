"""The captions of a film that the voice reads: its own words, cut where a telephone's screen is full."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from html import escape

from ..cues import Cue
from ..rules import WIDEST
from .scenes import Scene

#: Lines of a caption, and how long the last one of a sentence stays after it was said, ms.
LINES, AFTER = 2, 300


def cues_of(scenes: Sequence[Scene]) -> tuple[Cue, ...]:
    """A cue for each sentence, or several for a long one; each begins with the word that it begins with."""
    nexts = [*(scene.start for scene in scenes[1:]), None]
    return tuple(cue for scene, following in zip(scenes, nexts, strict=True) for cue in _cues(scene, following))


def _cues(scene: Scene, following: int | None) -> Iterator[Cue]:
    parts = list(_parts(scene.text))
    last = scene.end + AFTER if following is None else min(scene.end + AFTER, following)
    starts = [scene.start if first == 0 else _said(scene, first) for first, _ in parts]
    for (first, end), start, until in zip(parts, starts, [*starts[1:], last], strict=True):
        lines = textwrap.wrap(scene.text[first:end], WIDEST)
        yield Cue(start, until, escape("\n".join(lines), quote=False))


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of the text that fill at most two lines, parted at blanks."""
    at = 0
    while at < len(text):
        lines = textwrap.wrap(text[at:], WIDEST)[:LINES]
        end = at
        for word in " ".join(lines).split():
            end = text.index(word, end) + len(word)
        if end == at:
            return
        yield at, end
        at = end + len(text[end:]) - len(text[end:].lstrip())


def _said(scene: Scene, character: int) -> int:
    """When the word at a character is said."""
    return next((at for first, _, at in scene.words if first >= character), scene.end)
