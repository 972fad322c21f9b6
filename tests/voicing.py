"""Speech made for tests of voices: sentences to say, readings by one voice and by another, and sound files of every kind."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import soundfile

from plugins.speech.sound import Joined, join
from plugins.speech.voices import RATE, Espeak, Run
from plugins.speech.voices.ffmpeg import find_ffmpeg

NORWEGIAN = (
    "Du kan bli kokk, tømrer eller elektriker. Søk før første mars! Lønna er ganske god i året. "
    "Vet du ikke hva du vil bli? Snakk med rådgiveren på skolen, helst i god tid før fristen. "
    "Som sykepleier hjelper du folk som er syke. Du gir medisin og følger med på hvordan de har det. "
    "Arbeidet kan være tungt, men det gir mye tilbake. Du må like å snakke med mennesker og tåle å se blod. "
    "Etter videregående tar du en bachelor på tre år. Spør en voksen du stoler på om råd."
)
OTHER = (
    "Sveising er skittent og bråkete. Hendene blir svarte, og gnistene brenner små hull i jakka. "
    "Karim begynte med sommerjobb i havna da han var seksten. I dag leder han et lag på elleve. "
    "De reparerer enorme skip i tørrdokk. Vinteren er verst, fordi stålet blir så kaldt at det biter. "
    "Timelønna er grei, særlig om natta. Kollegene blir din andre familie. Brannfaren er stor, så alle går kurs."
)
ENGLISH = (
    "You can become a cook, a carpenter or an electrician. Apply before the first of March! The pay is quite good. "
    "Talk to the counsellor at school, well before the deadline. As a nurse you help people who are ill. "
    "You give medicine and watch how they are doing. The work can be hard, but it gives a lot back."
)


def runs(text: str, voice: str) -> list[Run]:
    """A Run for each sentence of the text."""
    sentences = re.findall(r"[^.!?]+[.!?]", text)
    return [Run(voice, tuple(re.fullmatch(r"(.*?)([,.!?]?)", word).groups() for word in each.split())) for each in sentences]


@cache
def reading(text: str, voice: str, rate: int = 160, pauses: tuple[int, ...] = (250,)) -> Joined:
    """The text read by a voice of espeak-ng, with these pauses in ms, over and over."""
    clips = Espeak(rate).speak(runs(text, voice))
    return join(clips, [pauses[index % len(pauses)] for index in range(len(clips))], RATE)


def errors(found: Sequence[Sequence[int]], known: Sequence[Sequence[int]]) -> np.ndarray:
    """How far, in ms, each word's start lies from where it is."""
    return np.abs(np.concatenate(found) - np.concatenate(known)) * 1000 / RATE


def write(path: Path, samples: np.ndarray, rate: int = RATE, **more: str) -> Path:
    """A sound file by libsndfile, of the kind that its name says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, samples, rate, **more)
    return path


def convert(source: Path, target: Path, *options: str) -> Path:
    """A sound file by ffmpeg."""
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([find_ffmpeg(), "-y", "-loglevel", "error", "-i", str(source), *options, str(target)], check=True)
    return target
