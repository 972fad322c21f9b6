"""espeak-ng, the voice that is always there: one fresh process for each page."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import espeakng_loader
import numpy as np

from .marks import filled, lay_out
from .protocol import RATE, Clip, Run
from .worker import ask, frame

WORKER = Path(__file__).with_name("espeak_worker.py")
#: Seconds to wait for a page: espeak needs about 1 ms for 10 letters.
PATIENCE, PATIENCE_PER_LETTER = 30, 0.01
ENDS = tuple(".,:;?!")


class Espeak:
    """Voice by espeak-ng; `words_per_minute` is its speed. Many threads may share one."""

    rate = RATE

    def __init__(self, words_per_minute: int) -> None:
        self.words_per_minute = words_per_minute
        self.version = version("espeakng-loader")

    def sign(self, voice: str) -> str:
        """The engine, its version and its speed."""
        return f"espeak-ng {self.version} {self.words_per_minute} {voice}"

    def speak(self, runs: Sequence[Run]) -> list[Clip]:
        """One Clip for each Run, in order. Raises VoiceError where the process dies or a voice is missing."""
        if not runs:
            return []
        texts = [lay_out(run.words) for run in runs]
        job = {"rate": self.words_per_minute, "runs": [[run.voice, ended(text)] for run, (text, _) in zip(runs, texts, strict=True)]}
        patience = PATIENCE + PATIENCE_PER_LETTER * sum(len(text) for text, _ in texts)
        places = (espeakng_loader.get_library_path(), espeakng_loader.get_data_path())
        data, offset, clips = ask(WORKER, ("-I", "-S"), places, job, patience), 0, []
        for _, words in texts:
            events, samples, offset = frame(data, offset)
            clips.append(Clip(samples, tuple(marks(events, words, len(samples)))))
        return clips


def ended(text: str) -> str:
    """With a comma where no sign ends it: what is said goes on in another voice."""
    return text if text.endswith(ENDS) else f"{text},"


def marks(events: np.ndarray, places: Sequence[tuple[int, int]], length: int) -> list[int]:
    """The sample at which each word starts, rising.

    A word's is the first event in [start - 1, end): after a sentence's end events point to the blank
    before the word, and digits give several. A word without one ("in the" gives one for two) gets
    its share, by letters, of the time between its neighbours.
    """
    first: dict[int, int] = {}
    for place, sample in events.tolist():
        first.setdefault(place, sample)
    points = []
    for start, end in places:
        heard = [first[place] for place in range(start - 1, end) if place in first]
        if heard:
            points.append((start, min(heard)))
    return filled(points, places, length)
