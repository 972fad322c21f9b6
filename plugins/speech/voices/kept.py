"""Clips of costly voices, kept sentence by sentence: one changed sentence costs one synthesis."""

from __future__ import annotations

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np

from ..store import digest, key, write_whole
from .protocol import Clip, Run, Voice

#: Raised when the same words would give another Clip than before.
FORMAT = 1


class Kept:
    """A voice whose Clips lie in the store as FLAC, with their words' starts; asked `batch` Runs at a time for what is missing."""

    def __init__(self, voice: Voice, store: Path, batch: int) -> None:
        self.voice, self.store, self.batch, self.rate = voice, store, batch, voice.rate

    def sign(self, voice: str) -> str:
        """As the voice itself."""
        return self.voice.sign(voice)

    def name(self, run: Run) -> str:
        """The store's key of a Run."""
        return key(["clip", FORMAT, self.sign(run.voice), run.words])

    def speak(self, runs: Sequence[Run]) -> list[Clip]:
        """One Clip for each Run, in order; what was said before a failure is kept. Raises VoiceError, OSError."""
        names = [self.name(run) for run in runs]
        clips = {name: self._find(name) for name in names}
        missing = [name for name, clip in clips.items() if clip is None]
        wanted = dict(zip(names, runs, strict=True))
        for at in range(0, len(missing), self.batch):
            group = missing[at : at + self.batch]
            for name, clip in zip(group, self.voice.speak([wanted[name] for name in group]), strict=True):
                self._keep(name, clip)
                clips[name] = clip
        return [clips[name] for name in names]

    def _path(self, name: str) -> Path:
        return self.store / name[:2] / f"{name}.flac"

    def _find(self, name: str) -> Clip | None:
        """The Clip, proved: a file that was cut or swapped is made again."""
        import soundfile  # only where there is a costly voice

        path = self._path(name)
        try:
            told, data = json.loads(path.with_suffix(".json").read_bytes()), path.read_bytes()
            samples, rate = soundfile.read(BytesIO(data), dtype="int16")
            whole = digest(data) == told["flac"] and rate == self.rate
            return Clip(samples, tuple(map(int, told["marks"]))) if whole else None
        except (OSError, ValueError, KeyError, TypeError, soundfile.LibsndfileError):
            return None

    def _keep(self, name: str, clip: Clip) -> None:
        import soundfile

        path, file = self._path(name), BytesIO()
        soundfile.write(file, np.asarray(clip.samples, np.int16), self.rate, format="FLAC", subtype="PCM_16")
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, file.getvalue())
        told = {"flac": digest(file.getvalue()), "marks": list(clip.marks)}
        write_whole(path.with_suffix(".json"), json.dumps(told, separators=(",", ":")).encode())
