"""Clips of costly voices, kept sentence by sentence: one changed sentence costs one synthesis."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import numpy as np

from ..store import Store, key
from .protocol import Clip, Run, Voice

#: Raised when the same words would give another Clip than before.
FORMAT = 1


class Kept:
    """A voice whose Clips lie in the store as FLAC, with their words' starts; asked `batch` Runs at a time for what is missing."""

    def __init__(self, voice: Voice, store: Store, batch: int) -> None:
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

    def _find(self, name: str) -> Clip | None:
        """The Clip, proved: a file that was cut or swapped is made again."""
        import soundfile  # only where there is a costly voice

        found = self.store.read(name, "flac")
        try:
            samples, rate = soundfile.read(BytesIO(found[0]), dtype="int16") if found else (None, 0)
            return Clip(samples, tuple(map(int, found[1]["marks"]))) if rate == self.rate else None
        except (ValueError, KeyError, TypeError, soundfile.LibsndfileError):
            return None

    def _keep(self, name: str, clip: Clip) -> None:
        import soundfile

        file = BytesIO()
        soundfile.write(file, np.asarray(clip.samples, np.int16), self.rate, format="FLAC", subtype="PCM_16")
        self.store.write(name, "flac", file.getvalue(), {"marks": list(clip.marks)})
