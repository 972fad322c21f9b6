"""What every voice takes and gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

#: Samples a second of every Clip, whichever voice made it.
RATE = 22050


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
    """A voice gave no sound; the text says why, in bokmål, for the editor. `voice` is the one that failed, where known."""

    def __init__(self, text: str, voice: str = "") -> None:
        super().__init__(text)
        self.voice = voice


class Voice(Protocol):
    """An engine. `rate` is in samples a second."""

    rate: int

    def sign(self, voice: str) -> str:
        """What, besides the words, decides how its `voice` sounds: goes into the store's key."""

    def speak(self, runs: Sequence[Run]) -> list[Clip]:
        """One Clip for each Run, in order. Raises VoiceError."""


def text_of(words: Sequence[tuple[str, str]]) -> str:
    """The words of a Run as one text."""
    return " ".join(f"{spoken}{after}" for spoken, after in words)
