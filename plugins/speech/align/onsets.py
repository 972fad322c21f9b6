"""Where sound begins after silence and ends before it: there a word's start is known exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: Samples of a step, 5 ms, and of the shortest silence that is more than the closing of a stop, 80 ms.
STEP, SILENCE = 110, 1760
#: Samples, 100 ms, within which a start or an end is moved to an edge.
REACH = 2205
#: Samples before the edge, 10 ms, at which the word then starts: soft beginnings are heard before they are measured.
MARGIN = 220
#: How far, of the way in dB from a sound's background to its speech, silence reaches.
SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Edges:
    """The samples at which sound begins after silence, and those at which it ends before silence."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def start(self, samples: NDArray[np.float64]) -> NDArray[np.float64]:
        """The samples, those near a beginning moved there."""
        return np.maximum(0, nearest(samples, self.starts, -MARGIN))

    def end(self, samples: NDArray[np.float64]) -> NDArray[np.float64]:
        """The samples, those near an end moved there."""
        return nearest(samples, self.ends, MARGIN)


def nearest(samples: NDArray[np.float64], edges: NDArray[np.int64], shift: int) -> NDArray[np.float64]:
    """Each sample, or `shift` beside the nearest edge where that is within reach."""
    if not len(edges):
        return samples
    right = np.clip(np.searchsorted(edges, samples), 1, len(edges) - 1) if len(edges) > 1 else np.zeros(len(samples), int)
    left = np.maximum(right - 1, 0)
    closest = np.where(np.abs(edges[left] - samples) < np.abs(edges[right] - samples), edges[left], edges[right])
    return np.where(np.abs(closest - samples) <= REACH, closest + shift, samples)


def edges(sound: NDArray[np.int16]) -> Edges:
    """The edges of silences of more than `SILENCE` samples."""
    level = loudness(sound)
    low, high = np.percentile(level, [5, 95]) if len(level) else (0.0, 0.0)
    loud = np.flatnonzero(level > low + SHARE * (high - low)) if high > low else np.zeros(0, np.int64)
    if not len(loud):
        return Edges(loud, loud)
    gaps = np.flatnonzero(np.diff(loud) * STEP > SILENCE)
    starts, ends = np.append(loud[0], loud[gaps + 1]), np.append(loud[gaps], loud[-1])
    return Edges(starts * STEP, (ends + 1) * STEP)


def loudness(sound: NDArray[np.int16]) -> NDArray[np.float64]:
    """The level of each step in dB below full scale; 100 dB below it is the least that is told apart."""
    whole = sound[: len(sound) // STEP * STEP].reshape(-1, STEP)
    energy = np.einsum("ij,ij->i", whole, whole, dtype=np.float64) / STEP / 32768**2
    return 10 * np.log10(energy + 1e-10)
