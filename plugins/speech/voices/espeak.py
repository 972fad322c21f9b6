"""espeak-ng, the voice that is always there: one fresh process for each page."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import espeakng_loader
import numpy as np

from .espeak_worker import NO_VOICE
from .protocol import Clip, Run, VoiceError

WORKER = Path(__file__).with_name("espeak_worker.py")
#: Seconds to wait for a page: espeak needs about 1 ms for 10 letters.
PATIENCE, PATIENCE_PER_LETTER = 30, 0.01
ENDS = ".,:;?!"


class Espeak:
    """Voice by espeak-ng; `words_per_minute` is its speed. Many threads may share one."""

    name = "espeak-ng"
    rate = 22050

    def __init__(self, words_per_minute: int) -> None:
        self.words_per_minute = words_per_minute
        self.version = version("espeakng-loader")

    def speak(self, runs: Sequence[Run]) -> list[Clip]:
        """One Clip for each Run, in order. Raises VoiceError where the process dies or a voice is missing."""
        if not runs:
            return []
        texts = [lay_out(run.words) for run in runs]
        job = {"rate": self.words_per_minute, "runs": [[run.voice, text] for run, (text, _) in zip(runs, texts, strict=True)]}
        data, offset, clips = self._ask(json.dumps(job).encode(), sum(len(text) for text, _ in texts)), 0, []
        for _, places in texts:
            events, samples, offset = _frame(data, offset)
            clips.append(Clip(samples, tuple(marks(events, places, len(samples)))))
        return clips

    def _ask(self, job: bytes, letters: int) -> bytes:
        command = [sys.executable, "-I", "-S", str(WORKER), espeakng_loader.get_library_path(), espeakng_loader.get_data_path()]
        try:
            done = subprocess.run(command, input=job, capture_output=True, timeout=PATIENCE + PATIENCE_PER_LETTER * letters, check=False)
        except subprocess.TimeoutExpired:
            raise VoiceError("Stemmen ble ikke ferdig med siden. Bygg en gang til; hjelper det ikke, del siden i to.") from None
        if done.returncode == NO_VOICE:
            raise VoiceError(f"Stemmen «{done.stderr.decode(errors='replace')}» finnes ikke. Rett voices i pelicanconf.py.")
        if done.returncode:
            raise VoiceError(f"Stemmen stoppet midt i siden (kode {done.returncode}). Bygg en gang til; hjelper det ikke, del siden i to.")
        return done.stdout


def lay_out(words: Sequence[tuple[str, str]]) -> tuple[str, list[tuple[int, int]]]:
    """The text for the engine, and where each word lies in it."""
    text, places = "", []
    for spoken, after in words:
        places.append((len(text), len(text) + len(spoken)))
        text += f"{spoken}{after} "
    text = text[:-1]
    return (text if text.endswith(tuple(ENDS)) else f"{text},"), places


def _frame(data: bytes, offset: int) -> tuple[np.ndarray, np.ndarray, int]:
    """Events (character, sample) and samples of the frame at `offset`, and where the next begins."""
    if offset + 8 > len(data):
        raise VoiceError("Stemmen ga ikke fra seg hele siden. Bygg en gang til.")
    events, samples = np.frombuffer(data, "<u4", 2, offset)
    middle = offset + 8 + int(events) * 8
    end = middle + int(samples) * 2
    if end > len(data):
        raise VoiceError("Stemmen ga ikke fra seg hele siden. Bygg en gang til.")
    return np.frombuffer(data, "<i4", int(events) * 2, offset + 8).reshape(-1, 2), np.frombuffer(data, "<i2", int(samples), middle), end


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
    return _filled(points, places, length)


def _filled(points: list[tuple[int, int]], places: Sequence[tuple[int, int]], length: int) -> list[int]:
    """A rising sample for each word from those (place, sample) that are known."""
    rising = [(0, 0)] if not points or points[0][0] > 0 else []
    for place, sample in points:
        rising.append((place, max(sample, rising[-1][1]) if rising else sample))
    rising.append((places[-1][1], max(length, rising[-1][1])))
    starts, samples = zip(*rising, strict=True)
    return [int(np.interp(start, starts, samples)) for start, _ in places]
