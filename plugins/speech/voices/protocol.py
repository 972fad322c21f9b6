"""What every voice takes and gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Run:
    """Words that one voice says in one breath; each is (what is spoken, the punctuation after it)."""

    voice: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Clip:
    """The sound of a Run: 16-bit samples, one channel, and the sample at which each word starts."""

    samples: NDArray[np.int16]
    marks: tuple[int, ...]


class VoiceError(Exception):
    """The voice gave no sound; the text says why, in bokmål, for the editor."""


class Voice(Protocol):
    """An engine. `rate` is in samples a second; `name` and `version` go into the store's key."""

    name: str
    version: str
    rate: int

    def speak(self, runs: Sequence[Run]) -> list[Clip]:
        """One Clip for each Run, in order. Raises VoiceError."""
