"""Google's online voice, for those who choose it: the text leaves the machine when the site is built."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from ..sound import trim
from .ffmpeg import HOW, find_ffmpeg
from .google import Google
from .protocol import RATE, Clip, Run, VoiceError, text_of
from .sound_file import SoundFault, read_sound

#: Characters that one question may hold.
MOST = 100
BREAKS = ",;:"


class Gtts:
    """Voice by Google; its voices are its codes for languages ("no" for bokmål). It tells no word times."""

    rate = RATE

    def __init__(self, google: Google) -> None:
        self.google = google
        self.version = version("gtts")

    def sign(self, voice: str) -> str:
        """The service and the language. Raises VoiceError where its answers could not be read."""
        if not find_ffmpeg():
            raise VoiceError(f"Stemmen på nett kan ikke brukes: {HOW}")
        return f"gtts {self.version} {voice}"

    def speak(self, runs: Sequence[Run]) -> list[Clip]:
        """One Clip for each Run, in order, without marks. Raises VoiceError."""
        return [self._speak(run) for run in runs]

    def _speak(self, run: Run) -> Clip:
        parts = [self._sound(self.google.ask(text, run.voice)) for text in pieces(text_of(run.words))]
        return Clip(np.concatenate(parts), ())

    def _sound(self, mp3: bytes) -> np.ndarray:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "svar.mp3"
            path.write_bytes(mp3)
            try:
                return trim(Clip(read_sound(path).samples, ()), RATE).samples
            except SoundFault as fault:
                raise VoiceError(f"Svaret fra stemmen på nett kan ikke leses. {fault}") from None


def pieces(text: str) -> list[str]:
    """The text in pieces of at most `MOST` characters: cut after a comma where one is, else at a blank, else anywhere."""
    found = []
    while len(text) > MOST:
        head = text[: MOST + 1]
        commas = [at for at, sign in enumerate(head[:-1]) if sign in BREAKS and head[at + 1] == " "]
        cut = (commas[-1] + 1) if commas else head.rfind(" ")
        cut = cut if cut > 0 else MOST
        found.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*found, text] if text else found
