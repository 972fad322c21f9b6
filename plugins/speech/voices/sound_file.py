"""A sound file of any kind as the samples of a Clip: WAV by libsndfile, all else by pydub and ffmpeg."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .codec import codec
from .ffmpeg import HOW, find_ffmpeg
from .protocol import RATE
from .resample import resample

#: Seconds that are read at once, so that memory does not grow with the rate and the channels of a file.
WAVE_PART, PART = 60, 600
LONGEST = 2 * 60 * 60
WAVES = (b"RIFF", b"RF64", b"FORM")
BROKEN = "Lydfilen {name} kan ikke leses: den er skadet eller ingen lydfil. Ta opp eller kopier den på nytt."


class SoundFault(Exception):
    """A sound file that cannot be used: `code` is the Problem's, the text says why and what to do, in bokmål."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code


@dataclass(frozen=True, slots=True)
class Sound:
    """One channel of 16-bit samples at `RATE` a second; `top` in Hz is the highest that the file could hold."""

    samples: NDArray[np.int16]
    top: float


def unreadable(path: Path, error: OSError) -> SoundFault:
    """What is told of a file that may not be read, or that a broken disk does not give."""
    return SoundFault("recording-unreadable", f"Lydfilen {path.name} kan ikke leses: {error.strerror}. Gi den lesetilgang.")


def read_sound(path: Path) -> Sound:
    """The sound of a file. Raises SoundFault where it is empty, broken, endless or needs a program that is not there."""
    try:
        with path.open("rb") as file:
            head = file.read(4)
    except OSError as error:
        raise unreadable(path, error) from None
    if not head:
        raise SoundFault("recording-unreadable", f"Lydfilen {path.name} er tom. Ta opp eller kopier den på nytt.")
    found, length, top = [], 0, RATE / 2
    for part, rate in _waves(path) if head in WAVES else _decoded(path):
        found.append(part)
        length, top = length + len(part), rate / 2
        if length > LONGEST * RATE:
            raise SoundFault("recording-length", f"Lydfilen {path.name} er lengre enn {LONGEST // 3600} timer. Del siden og opptaket.")
    if not length:
        raise SoundFault("recording-unreadable", f"Lydfilen {path.name} har ingen lyd i seg. Ta opp eller kopier den på nytt.")
    return Sound(np.concatenate(found), top)


def _waves(path: Path) -> Iterator[tuple[NDArray[np.int16], int]]:
    """Parts of a WAV or AIFF file, each resampled with a second of its neighbours, so that no seam is heard; and its rate."""
    import soundfile  # only where a recording is read

    try:
        with soundfile.SoundFile(path) as file:
            rate = file.samplerate
            for at in range(0, file.frames, WAVE_PART * rate):
                before = min(at, rate)
                file.seek(at - before)
                block = np.nan_to_num(file.read(before + (WAVE_PART + 1) * rate, "float32", always_2d=True).mean(axis=1))
                sound = resample(np.clip(block, -1, 1) * 32767, rate)[before * RATE // rate :]
                yield sound[: WAVE_PART * RATE], rate
    except (soundfile.LibsndfileError, RuntimeError, ValueError):
        raise SoundFault("recording-unreadable", BROKEN.format(name=path.name)) from None


def _pydub() -> tuple[Any, type[Exception]]:
    """pydub's reader and its error, loaded only where needed and without its remarks, which are not for editors."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
        from pydub.exceptions import CouldntDecodeError
    return AudioSegment, CouldntDecodeError


def _decoded(path: Path) -> Iterator[tuple[NDArray[np.int16], int]]:
    """Parts of any other file. pydub is told the codec, or it would look for ffprobe."""
    program = find_ffmpeg()
    if not program:
        raise SoundFault("ffmpeg-missing", f"Lydfilen {path.name} trenger programmet ffmpeg for å bli lest: {HOW}")
    segment, broken = _pydub()
    reader = type("Reader", (segment,), {"converter": program})
    at, kind = 0, codec(path)
    while at is not None:
        try:
            part = reader.from_file(str(path), codec=kind, start_second=at, duration=PART)
        except (broken, OSError, struct.error, IndexError, EOFError):
            if at:
                return  # the file ended where the part before it did
            raise SoundFault("recording-unreadable", BROKEN.format(name=path.name)) from None
        at = at + PART if part.duration_seconds > PART - 1 else None
        sound = np.array(part.set_channels(1).set_sample_width(2).get_array_of_samples(), np.int16)
        yield resample(sound, part.frame_rate), part.frame_rate
