"""The frames of a film, one after another: the drawing of each moment, a soft change between scenes, and the bar of progress."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .draw import BAR_HEIGHT, BAR_TOP, BRAND, HEIGHT, REST, WIDTH, Drawer, bars
from .scenes import Scene

#: Frames a second, and how long a change from one scene to the next takes, ms.
RATE, CHANGE = 25, 280
#: A scene is there so long before its first word, ms, and the last so long after its last.
BEFORE, AFTER = 250, 1200


def length_of(scenes: Sequence[Scene]) -> int:
    """How long the film is, ms."""
    return scenes[-1].end + AFTER


def frames(scenes: Sequence[Scene], drawer: Drawer) -> Iterator[NDArray[np.uint8]]:
    """Each frame as rows of pixels of three bytes."""
    starts = [0, *(max(0, scene.start - BEFORE) for scene in scenes[1:])]
    end, places = length_of(scenes), bars(len(scenes))

    @lru_cache(maxsize=3)
    def drawn(number: int, word: int | None) -> NDArray[np.uint8]:
        return np.asarray(drawer.scene(scenes[number], number, word))

    for count in range(end * RATE // 1000):
        ms = count * 1000 // RATE
        number = max(at for at, start in enumerate(starts) if start <= ms)
        frame = drawn(number, said(scenes[number], ms)).copy()
        share = (ms - starts[number]) / CHANGE
        if number and share < 1:
            frame = blend(drawn(number - 1, None), frame, share)
        until = starts[number + 1] if number + 1 < len(starts) else end - AFTER // 2
        progress(frame, places, number, min(1.0, (ms - starts[number]) / (until - starts[number])))
        yield frame


def said(scene: Scene, ms: int) -> int | None:
    """The index of the word that is being said; none before and after the sentence."""
    if ms >= scene.end:
        return None
    return max((at for at, (_, _, start) in enumerate(scene.words) if start <= ms), default=None)


def blend(before: NDArray[np.uint8], after: NDArray[np.uint8], share: float) -> NDArray[np.uint8]:
    """A frame between two, `share` of the way to the second, softly at both ends."""
    soft = share * share * (3 - 2 * share)
    return (before * (1 - soft) + after * soft).astype(np.uint8)


def progress(frame: NDArray[np.uint8], places: Sequence[tuple[int, int]], number: int, share: float) -> None:
    """Draw the bar into a frame: whole for scenes that are over, partly for the one that is shown."""
    for at, (left, right) in enumerate(places):
        done = right if at < number else left + round((right - left) * share) if at == number else left
        _pill(frame, left, right, right, REST)
        if done > left:
            _pill(frame, left, right, done, BRAND)


def _pill(frame: NDArray[np.uint8], left: int, right: int, until: int, colour: str) -> None:
    """A bar with round ends, drawn only as far as `until`, each edge pixel by how much of it is covered."""
    rows, columns = np.mgrid[BAR_TOP : BAR_TOP + BAR_HEIGHT, left : min(until, WIDTH)]
    radius = BAR_HEIGHT / 2
    nearest = np.clip(columns + 0.5, left + radius, right - radius)
    away = np.hypot(columns + 0.5 - nearest, rows + 0.5 - (BAR_TOP + radius))
    cover = np.clip(radius + 0.5 - away, 0, 1)[..., None]
    rgb = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)])
    part = frame[BAR_TOP : BAR_TOP + BAR_HEIGHT, left : min(until, WIDTH)]
    part[:] = (part * (1 - cover) + rgb * cover).astype(np.uint8)


def shape() -> tuple[int, int]:
    """Width and height of a frame, pixels."""
    return WIDTH, HEIGHT
