"""Word times for a voice that tells none: its page is compared with espeak-ng's reading of the same words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..align import VERSION, Stretch, match
from .kept import Kept
from .protocol import Clip, Run, Voice, VoiceError

#: Samples of silence between two Clips, 300 ms, so that their ends are heard.
BETWEEN = 6615


class Aligned:
    """A voice without marks and one with them; `voices` gives the second's voice for each of the first's."""

    def __init__(self, voice: Kept, reader: Voice, voices: dict[str, str]) -> None:
        self.voice, self.reader, self.voices, self.rate = voice, reader, voices, voice.rate

    def sign(self, voice: str) -> str:
        """The voice, and how its words' places are found."""
        return f"{self.voice.sign(voice)} {VERSION} {self.reader.sign(self.voices.get(voice, voice))}"

    def name(self, run: Run) -> str:
        """The store's key of a Run's sound, where the voice has one."""
        return self.voice.name(run)

    def speak(self, runs: Sequence[Run]) -> list[Clip]:
        """One Clip for each Run, in order; without marks where its words' places are not certain. Raises VoiceError."""
        clips = self.voice.speak(runs)
        try:
            known = self.reader.speak([Run(self.voices.get(run.voice, run.voice), run.words) for run in runs])
        except VoiceError:
            return clips
        sound, starts = together(clips)
        reading, known_starts = together(known)
        stretches = [
            Stretch(start, start + len(clip.samples), tuple(start + mark for mark in clip.marks))
            for start, clip in zip(known_starts, known, strict=True)
        ]
        found = match(sound, reading, stretches)
        return [
            Clip(clip.samples, tuple(min(max(0, mark - start), len(clip.samples)) for mark in each.words) if each.fits else ())
            for clip, start, each in zip(clips, starts, found, strict=True)
        ]


def together(clips: Sequence[Clip]) -> tuple[np.ndarray, list[int]]:
    """Clips one after another with silence around them, and the sample at which each begins."""
    silence, parts, starts, at = np.zeros(BETWEEN, np.int16), [], [], BETWEEN
    for clip in clips:
        starts.append(at)
        parts += [silence, clip.samples]
        at += len(clip.samples) + BETWEEN
    return np.concatenate([*parts, silence]), starts
