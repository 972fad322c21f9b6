"""Piper, neural voices on the site owner's machine (`pip install lyttevei[piper]`)."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .marks import filled, lay_out
from .models import Model, find_model
from .protocol import RATE, Clip, Run, VoiceError
from .resample import resample
from .worker import ask, frame

WORKER = Path(__file__).with_name("piper_worker.py")
#: Seconds to wait for a page: loading a voice, and then about 10 ms a letter on a slow machine.
PATIENCE, PATIENCE_PER_LETTER = 300, 0.1
#: The rate in words a minute at which voices speak as they were made.
NATURAL = 160
NOT_THERE = "Stemmene fra Piper er ikke installert. Kjør: pip install piper-tts onnx"


class Piper:
    """Voices that lie in `folder` as NAME.onnx and NAME.onnx.json; `words_per_minute` is their speed."""

    rate = RATE

    def __init__(self, folder: Path, words_per_minute: int) -> None:
        self.folder, self.scale = folder, NATURAL / words_per_minute
        self.models: dict[str, Model] = {}

    def model(self, voice: str) -> Model:
        """The files of a voice. Raises VoiceError, saying what to do, where they or Piper itself are not there."""
        if not (find_spec("piper") and find_spec("onnx")):
            raise VoiceError(NOT_THERE)
        if voice not in self.models:
            self.models[voice] = find_model(self.folder, voice)
        return self.models[voice]

    def sign(self, voice: str) -> str:
        """Piper's version, the voice's own bytes and the speed."""
        return f"piper {version('piper-tts')} {self.model(voice).hash} {self.scale:.3f}"

    def speak(self, runs: Sequence[Run]) -> list[Clip]:
        """One Clip for each Run, in order. Raises VoiceError where the process dies or a voice is missing."""
        clips: dict[int, Clip] = {}
        for voice in dict.fromkeys(run.voice for run in runs):
            own = [index for index, run in enumerate(runs) if run.voice == voice]
            clips.update(zip(own, self._speak(voice, [runs[index] for index in own]), strict=True))
        return [clips[index] for index in range(len(runs))]

    def _speak(self, voice: str, runs: Sequence[Run]) -> list[Clip]:
        job = {"scale": self.scale, "runs": [run.words for run in runs]}
        letters = sum(len(spoken) for run in runs for spoken, _ in run.words)
        data = ask(WORKER, ("-I",), (str(self.model(voice).path),), job, PATIENCE + PATIENCE_PER_LETTER * letters)
        offset, clips = 4, []
        rate = int(np.frombuffer(data, "<u4", 1)[0]) if len(data) >= offset else RATE
        for run in runs:
            events, samples, offset = frame(data, offset)
            clips.append(_clip(run, events, samples, rate))
        return clips


def _clip(run: Run, events: NDArray[np.int32], samples: NDArray[np.int16], rate: int) -> Clip:
    _, places = lay_out(run.words)
    points = [(places[word][0], int(sample) * RATE // rate) for word, sample in events.tolist()]
    sound = resample(samples, rate)
    return Clip(sound, tuple(filled(points, places, len(sound))))
