"""Clips to one stretch of sound: silence trimmed, pauses put in, and where each word then starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .voices.protocol import Clip

#: Silence kept before and after each Clip, ms. Voiceless stops start up to 56 ms after their event
#: in the engine's sound; with the silence trimmed they start here.
MARGIN = 10
#: What is softer than this share of the Clip's loudest sample is silence.
SILENCE = 0.01
#: Silence of more than this within a Clip, ms, is a pause; less is the closing of a stop.
PAUSE = 80


@dataclass(frozen=True, slots=True)
class Joined:
    """A page's sound: 16-bit samples, and for each Clip its start, its end and its words' starts, in samples."""

    samples: NDArray[np.int16]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[tuple[int, ...], ...]


def trim(clip: Clip, rate: int) -> Clip:
    """The Clip with at most `MARGIN` ms of silence at either end; marks move with the sound."""
    loud = np.flatnonzero(np.abs(clip.samples.astype(np.int32)) > SILENCE * peak(clip.samples))
    if not len(loud):
        return clip
    margin = rate * MARGIN // 1000
    start, end = max(0, int(loud[0]) - margin), min(len(clip.samples), int(loud[-1]) + 1 + margin)
    marks = after_silence(np.array(clip.marks, np.int64), loud, rate)
    return Clip(clip.samples[start:end], tuple(int(mark) for mark in np.clip(marks - start, 0, end - start)))


def after_silence(marks: NDArray[np.int64], loud: NDArray[np.int64], rate: int) -> NDArray[np.int64]:
    """Marks in a pause within the Clip, as after a comma, moved to `MARGIN` ms before the next sound."""
    following = np.minimum(np.searchsorted(loud, marks), len(loud) - 1)
    silence = loud[following] - loud[np.maximum(following - 1, 0)]
    moved = np.where(silence > rate * PAUSE // 1000, np.maximum(marks, loud[following] - rate * MARGIN // 1000), marks)
    return np.maximum.accumulate(moved)


def peak(samples: NDArray[np.int16]) -> int:
    """The loudest sample's size."""
    return max(int(samples.max()), -int(samples.min())) if len(samples) else 0


def join(clips: Sequence[Clip], pauses: Sequence[int], rate: int) -> Joined:
    """Clips one after another, `pauses[i]` ms of silence after Clip i."""
    parts, starts, ends, words, at = [], [], [], [], 0
    for clip, pause in zip(clips, pauses, strict=True):
        trimmed = trim(clip, rate)
        silence = np.zeros(rate * pause // 1000, np.int16)
        parts += [trimmed.samples, silence]
        starts.append(at)
        ends.append(at + len(trimmed.samples))
        words.append(tuple(at + mark for mark in trimmed.marks))
        at = ends[-1] + len(silence)
    samples = np.concatenate(parts) if parts else np.zeros(0, np.int16)
    return Joined(samples, tuple(starts), tuple(ends), tuple(words))
