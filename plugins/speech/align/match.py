"""Where each word is said in a sound, by another voice's reading of the same text whose words are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .features import HIGHEST, HOP, features
from .onsets import Edges, edges
from .warp import STEP, Frames, Path, longer, refine, warp

#: Raised when the same sound and text would give other times than before.
VERSION = 1
#: Distances are told on a scale on which the text said backwards, the same sounds in a wrong order, costs this.
BACKWARDS = 5.0
#: Above this a stretch says something else than the text: the same text in other voices costs 1.5 to 4.5.
#: Where the rest of the sound is nearer to the text, half of the way from there to `BACKWARDS` is enough.
FOREIGN = 4.6
#: Above this, pauses included, the whole is another text: 1.5 to 4.3 for the same, 4.4 to 5.2 for others.
OTHER_TEXT = 4.4
#: A stretch whose speed, against that of the middle one, lies outside these has words too few or too many.
SLOWEST, FASTEST = 0.7, 1.5
#: Of a stretch of less than a second, a heading of one word, neither says much: then only `BACKWARDS` is too much.
SHORT = 22050


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the known reading, in samples: its start, its end and its words' starts."""

    start: int
    end: int
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The same stretch in the sound; `fits` where the sound says there what the text says, so that the words can be trusted."""

    start: int
    end: int
    words: tuple[int, ...]
    cost: float
    speed: float
    fits: bool


def match(sound: NDArray[np.int16], known: NDArray[np.int16], stretches: Sequence[Stretch], top: float = HIGHEST) -> list[Found]:
    """Each stretch of `known` in `sound` (both at 22,050 samples a second; `top` in Hz, see `features`)."""
    reading, heard = features(known, top), features(sound, top)
    coarse, costs, whole = judge(longer(reading), longer(heard), stretches)
    path, _ = refine(coarse, reading, heard)
    speeds = [_speed(path[part]) for part in along(path, stretches, HOP)]
    first = path[np.insert(np.diff(path[:, 0]) > 0, 0, True)]  # where each frame of the reading first meets the sound
    middle, near = float(np.median(speeds)) or 1.0, edges(sound)
    most = min(FOREIGN, (float(np.median(costs)) + BACKWARDS) / 2)
    found = []
    for each, cost, speed in zip(stretches, costs, speeds, strict=True):
        fits = whole <= OTHER_TEXT and _fits(each, cost, speed / middle, most)
        found.append(Found(*_place(each, first, near), cost, speed / middle, fits))
    return found


def _fits(stretch: Stretch, cost: float, speed: float, most: float) -> bool:
    if stretch.end - stretch.start < SHORT:
        return cost <= BACKWARDS
    return cost <= most and SLOWEST <= speed <= FASTEST


def judge(reading: Frames, heard: Frames, stretches: Sequence[Stretch]) -> tuple[Path, list[float], float]:
    """The path through two readings, what each stretch costs, and what the whole does; on the scale of `BACKWARDS`."""
    path, distances = warp(reading, heard)
    wrong, wrong_distances = warp(reading[::-1], heard)
    hop = HOP * STEP
    inside = np.zeros(len(reading), bool)
    for each in stretches:
        inside[each.start // hop : each.end // hop + 1] = True
    spoken = wrong_distances[inside[len(reading) - 1 - wrong[:, 0]]]
    scale = BACKWARDS / max(1e-6, float(spoken.mean()) if len(spoken) else 0.0)
    costs = [float(scale * distances[part].mean()) for part in along(path, stretches, hop)]
    return path, costs, BACKWARDS * float(distances.mean()) / max(1e-6, float(wrong_distances.mean()))


def along(path: Path, stretches: Sequence[Stretch], hop: int) -> list[slice]:
    """The part of a path that belongs to each stretch; never empty."""
    starts = np.searchsorted(path[:, 0], [each.start // hop for each in stretches])
    ends = np.searchsorted(path[:, 0], [each.end // hop for each in stretches], "right")
    return [slice(min(int(start), len(path) - 1), max(int(start) + 1, int(end))) for start, end in zip(starts, ends, strict=True)]


def _speed(path: Path) -> float:
    """Frames of the sound for each frame of the known reading."""
    return float((path[-1, 1] - path[0, 1] + 1) / (path[-1, 0] - path[0, 0] + 1))


def _place(stretch: Stretch, path: Path, near: Edges) -> tuple[int, int, tuple[int, ...]]:
    """Start, end and words of a stretch in the sound, rising."""
    known = np.array([stretch.start, *stretch.words, stretch.end])
    samples = np.interp(known / HOP, path[:, 0], path[:, 1]) * HOP
    starts = np.maximum.accumulate(near.start(samples[:-1]))
    end = max(int(near.end(samples[-1:])[0]), int(starts[-1]) + HOP)
    return int(starts[0]), end, tuple(map(int, starts[1:]))
