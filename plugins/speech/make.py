"""A page's Sentences to sound in the store, by one call to the voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from plugins.document import Sentence, Word

from . import mp3, store
from .settings import SpeechSettings
from .sound import Joined, join
from .voices import Run, Voice

#: Raised when the same words would give other bytes or other times than before.
FORMAT = 2
#: The start of a word whose place in the sound is not certain.
UNKNOWN = -1
#: Silence in ms where the voice changes within a sentence.
CHANGE = 40


@dataclass(frozen=True, slots=True)
class Part:
    """A Run with its place: which sentence, and the pause after it in ms."""

    run: Run
    sentence: int
    pause: int


def parts(sentences: Sequence[Sentence], settings: SpeechSettings) -> list[Part]:
    """The Runs of a page; a sentence in two languages is several."""
    return [part for index, sentence in enumerate(sentences) for part in _parts(index, sentence, settings)]


def _parts(index: int, sentence: Sentence, settings: SpeechSettings) -> Iterator[Part]:
    runs = [Run(voice, _said(words)) for voice, words in groupby(sentence.words, key=lambda word: settings.voice(word.lang))]
    for run in runs:
        yield Part(run, index, sentence.pause if run is runs[-1] else CHANGE)


def _said(words: Iterator[Word]) -> tuple[tuple[str, str], ...]:
    return tuple((word.spoken, word.after) for word in words)


def name(found: Sequence[Part], settings: SpeechSettings, voice: Voice) -> str:
    """The store's key: all that decides how the page sounds, nothing that does not."""
    signs = {name: voice.sign(name) for name in {part.run.voice for part in found}}
    said = [[signs[part.run.voice], part.run.words, part.pause] for part in found]
    return store.key([FORMAT, settings.loudness, settings.ceiling, said])


def make(sentences: Sequence[Sentence], settings: SpeechSettings, voice: Voice) -> tuple[store.Made, bool]:
    """The page's sound, from the store where it is there (then False), else made and kept there.

    Raises VoiceError where the voice fails, OSError where the store cannot be written.
    """
    found = parts(sentences, settings)
    key = name(found, settings, voice)
    made = settings.sounds.find(key)
    if made:
        return made, False
    from .loudness import level  # scipy takes a second to load: only where sound is made

    clips = voice.speak([part.run for part in found])
    joined = join(clips, [part.pause for part in found], voice.rate)
    sound = mp3.encode(level(joined.samples, voice.rate, settings.loudness, settings.ceiling), voice.rate)
    sentence_times, word_times = times(found, joined, voice.rate)
    return settings.sounds.keep(key, sound, mp3.to_ms(len(joined.samples), voice.rate), sentence_times, word_times), True


def times(found: Sequence[Part], joined: Joined, rate: int) -> tuple[list[int], list[int]]:
    """Start and end of each sentence (flat) and the start of each word (-1 where it is not known), in ms of the sound."""
    sentences: list[int] = []
    for _, group in groupby(range(len(found)), key=lambda index: found[index].sentence):
        places = list(group)
        sentences += (mp3.to_ms(joined.starts[places[0]], rate), mp3.to_ms(joined.ends[places[-1]], rate))
    words = [run or (UNKNOWN,) * len(part.run.words) for part, run in zip(found, joined.words, strict=True)]
    return sentences, [sample if sample == UNKNOWN else mp3.to_ms(sample, rate) for run in words for sample in run]
