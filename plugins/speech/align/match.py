"""Where each word is said in a sound, by another voice's reading of the same text whose words are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .features import HIGHEST, HOP, features
from .onsets import Edges, edges
from .warp import STEP, Path, longer, refine, warp

#: Raised when the same sound and text would give other times than before.
VERSION = 1
#: Distances are told on a scale on which the text said backwards, the same sounds in a wrong order, costs this.
BACKWARDS = 5.0
#: Above this a stretch says something else than the text: the same text in other voices costs 1.5 to 4.5.
FOREIGN = 4.6
#: A stretch whose speed, against that of the middle one, lies outside these has words too few or too many.
SLOWEST, FASTEST = 0.7, 1.5


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the known reading, in samples: its start, its end and its words' starts."""

    start: int
    end: int
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The same stretch in the sound, and whether the sound says there what the text says."""

    start: int
    end: int
    words: tuple[int, ...]
    cost: float
    speed: float

    @property
    def fits(self) -> bool:
        """Whether the words' places can be trusted."""
        return self.cost <= FOREIGN and SLOWEST <= self.speed <= FASTEST


def match(sound: NDArray[np.int16], known: NDArray[np.int16], stretches: Sequence[Stretch], top: float = HIGHEST) -> list[Found]:
    """Each stretch of `known` in `sound` (both at 22,050 samples a second; `top` in Hz, see `features`)."""
    reading, heard = features(known, top), features(sound, top)
    short, short_heard = longer(reading), longer(heard)
    coarse, distances = warp(short, short_heard)
    scale = BACKWARDS / backwards(short, short_heard, stretches)
    costs = [scale * distances[part].mean() for part in along(coarse, stretches, HOP * STEP)]
    path, _ = refine(coarse, reading, heard)
    speeds = [_speed(path[part]) for part in along(path, stretches, HOP)]
    middle, near = float(np.median(speeds)) or 1.0, edges(sound)
    return [
        _found(each, path, near, cost, speed / middle) for each, cost, speed in zip(stretches, costs, speeds, strict=True)
    ]


def backwards(reading: NDArray[np.float32], heard: NDArray[np.float32], stretches: Sequence[Stretch]) -> float:
    """What two readings cost that have the same sounds in a wrong order: the mean distance within stretches."""
    path, distances = warp(reading[::-1], heard)
    path[:, 0] = len(reading) - 1 - path[:, 0]
    inside = np.zeros(len(reading), bool)
    for each in stretches:
        inside[each.start // (HOP * STEP) : each.end // (HOP * STEP) + 1] = True
    spoken = distances[inside[path[:, 0]]]
    return float(spoken.mean()) if len(spoken) and spoken.any() else BACKWARDS


def along(path: Path, stretches: Sequence[Stretch], hop: int) -> list[slice]:
    """The part of a path that belongs to each stretch; never empty."""
    starts = np.searchsorted(path[:, 0], [each.start // hop for each in stretches])
    ends = np.searchsorted(path[:, 0], [each.end // hop for each in stretches], "right")
    return [slice(min(int(start), len(path) - 1), max(int(start) + 1, int(end))) for start, end in zip(starts, ends, strict=True)]


def _speed(path: Path) -> float:
    """Frames of the sound for each frame of the known reading."""
    return float((path[-1, 1] - path[0, 1] + 1) / (path[-1, 0] - path[0, 0] + 1))


def _found(stretch: Stretch, path: Path, near: Edges, cost: float, speed: float) -> Found:
    rows, firsts = np.unique(path[:, 0], return_index=True)
    known = np.array([stretch.start, *stretch.words, stretch.end])
    samples = np.interp(known / HOP, rows, path[firsts, 1]) * HOP
    starts = np.maximum.accumulate(near.start(samples[:-1]))
    end = max(int(near.end(samples[-1:])[0]), int(starts[-1]) + HOP)
    return Found(int(starts[0]), end, tuple(map(int, starts[1:])), float(cost), speed)
