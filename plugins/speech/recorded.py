"""A page heard in a person's own voice: its recording, with the time of each word found by alignment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from plugins.document import Block, Sentence, languages

from . import mp3, store
from .casting import reference
from .make import UNKNOWN, Part, parts, times
from .settings import SpeechSettings
from .sound import Joined, join
from .voices import RATE, Espeak, Sound, SoundFault, read_sound, unreadable

if TYPE_CHECKING:
    from .align import Found

#: Raised when the same recording and text would give other bytes or other times than before.
FORMAT = 1
#: Silence kept before and after the recording, in samples: half a second.
AROUND = RATE // 2
#: The level in dB below full scale that the loudest twentieth of a recording must reach to be sound at all.
SILENT = -60.0
#: How much longer and shorter than the machine's reading a person's may be.
LONGEST, SHORTEST = 3.0, 0.4


def compared(blocks: Sequence[Block], settings: SpeechSettings) -> SpeechSettings:
    """Settings in which every language of the page has a voice to be compared with: a person may say what no machine can."""
    return replace(settings, voices={lang: reference(lang) for lang in languages(blocks)})


def record(sentences: Sequence[Sentence], settings: SpeechSettings, file: Path) -> tuple[store.Made, bool]:
    """The page's sound from its recording; False where it was in the store. `settings` as from `compared`.

    Raises SoundFault where the recording cannot be used, VoiceError where there is nothing to compare
    it with, OSError where the store cannot be written.
    """
    found, voice = parts(sentences, settings), Espeak(settings.rate)
    key = name(found, settings, voice, file)
    made = settings.sounds.find(key)
    if made:
        return made, False
    from .loudness import level  # scipy takes a second to load: only where sound is made

    sound, heard = listen(found, voice, file)
    placed = place(found, heard, sound)
    encoded = mp3.encode(level(sound.samples, RATE, settings.loudness, settings.ceiling), RATE)
    sentence_times, word_times = times(found, placed, RATE)
    return settings.sounds.keep(key, encoded, mp3.to_ms(len(sound.samples), RATE), sentence_times, word_times), True


def name(found: Sequence[Part], settings: SpeechSettings, voice: Espeak, file: Path) -> str:
    """The store's key: the recording's bytes, the words, and what they are compared with. Raises SoundFault where it cannot be read."""
    from .align import VERSION

    try:
        data = store.digest(file.read_bytes())
    except OSError as error:
        raise unreadable(file, error) from None
    said = [[voice.sign(part.run.voice), part.run.words, part.sentence] for part in found]
    return store.key(["recording", FORMAT, VERSION, data, settings.loudness, settings.ceiling, said])


def trimmed(sound: Sound, file: Path) -> Sound:
    """The recording without the silence around it. Raises SoundFault where there is nothing else."""
    from .align import edges, loudness

    level = loudness(sound.samples)
    if not len(level) or np.percentile(level, 95) < SILENT:
        raise SoundFault("recording-silent", f"Opptaket {file.name} er stille. Se etter om mikrofonen var på, og les inn på nytt.")
    near = edges(sound.samples)
    if not len(near.starts):
        return sound
    return Sound(sound.samples[max(0, int(near.starts[0]) - AROUND) : int(near.ends[-1]) + AROUND], sound.top)


def _fits_in_length(sound: Sound, known: Joined, file: Path) -> None:
    ratio = len(sound.samples) / max(1, len(known.samples))
    if not SHORTEST <= ratio <= LONGEST:
        long, wanted = round(len(sound.samples) / RATE), round(len(known.samples) / RATE)
        message = f"Opptaket {file.name} varer {long} s, men teksten tar omtrent {wanted} s å lese. Er det opptaket av en annen side?"
        raise SoundFault("recording-length", message)


def listen(found: Sequence[Part], voice: Espeak, file: Path) -> tuple[Sound, list[Found]]:
    """A recording without the silence around it, and each Part in it; raises SoundFault and VoiceError as `record` does."""
    from .align import Stretch, match

    sound = trimmed(read_sound(file), file)
    known = join(voice.speak([part.run for part in found]), [part.pause for part in found], RATE)
    _fits_in_length(sound, known, file)
    stretches = [
        Stretch(start + AROUND, end + AROUND, tuple(word + AROUND for word in words))
        for start, end, words in zip(known.starts, known.ends, known.words, strict=True)
    ]
    return sound, match(sound.samples, np.pad(known.samples, AROUND), stretches, sound.top)


def place(found: Sequence[Part], placed: Sequence[Found], sound: Sound) -> Joined:
    """Where each Part is said in the recording; no words for a sentence that says something else than its text."""
    wrong = {part.sentence for part, each in zip(found, placed, strict=True) if not each.fits}
    words = tuple(() if part.sentence in wrong else each.words for part, each in zip(found, placed, strict=True))
    starts = np.maximum.accumulate([each.start for each in placed])
    ends = np.maximum(starts, [each.end for each in placed])
    following = np.append(starts[1:], len(sound.samples))
    return Joined(sound.samples, tuple(map(int, starts)), tuple(map(int, np.minimum(ends, following))), words)


def unplaced(sentences: Sequence[Sentence], made: store.Made) -> list[Sentence]:
    """The sentences whose words have no times, since the recording says something else there."""
    times_left = iter(made.words)
    return [each for each in sentences if UNKNOWN in [next(times_left) for _ in each.words]]


def mismatch(wrong: Sequence[Sentence], sentences: Sequence[Sentence], file: Path) -> str:
    """What the editor is told of them, in bokmål."""
    told = f"Opptaket {file.name} stemmer ikke med teksten i {_where(wrong, sentences)}."
    return f"{told} Der blir hele setningen markert. Les inn på nytt eller rett teksten."


def voice_mismatch(wrong: Sequence[Sentence], sentences: Sequence[Sentence]) -> str:
    """The same of a voice that tells no times, where what it says is not what stands there."""
    told = f"Stemmen sier noe annet enn teksten i {_where(wrong, sentences)}."
    return f"{told} Der blir hele setningen markert. Hør på den, og rett ordene i uttale.yaml eller velg en annen stemme."


def _where(wrong: Sequence[Sentence], sentences: Sequence[Sentence]) -> str:
    first = wrong[0].text if len(wrong[0].text) <= 60 else wrong[0].text[:59].rstrip() + "…"
    count = f"{len(wrong)} av {len(sentences)} setninger" if len(sentences) > 1 else "setningen"
    return f"{count}, først «{first}»"
