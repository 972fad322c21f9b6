"""One page's sound: from its recording where it has one, else from the first of its voices that answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.document import Block, Sentence

from .casting import cast, unready
from .data import data
from .languages import Note, note
from .lexicon import Lexicon, read_lexicon
from .make import make
from .recorded import compared, mismatch, record, unplaced, voice_mismatch
from .script import script
from .settings import SpeechSettings
from .store import Made
from .voices import SoundFault, Voice, VoiceError

Told = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a page's job gives: the value of its data script, its sound in the store, and whether that was made now.

    `data` and `made` are None where nothing is said. `note` is for the listener, `told` (a Problem's
    code and text) for the editor; `recorded` where a person is heard.
    """

    data: dict[str, Any] | None
    made: Made | None
    new: bool
    note: Note
    told: Told = ()
    recorded: bool = False


def speak(blocks: Sequence[Block], settings: SpeechSettings, lexicon: Lexicon, voice: Voice, recording: Path | None = None) -> Spoken:
    """The sound and word times of Blocks, from the store or made; no voice is asked where nothing is said.

    Raises VoiceError where no voice can say them, OSError where the store cannot be written.
    """
    told: Told = ()
    if recording:
        try:
            return _recorded(blocks, settings, lexicon, recording)
        except SoundFault as fault:
            told = ((fault.code, f"{fault} Siden blir lest av neste stemme."),)
    sentences = script(blocks, settings, lexicon)
    if not sentences:
        return Spoken(None, None, False, note(blocks, settings), told)
    made, new, used, lost = say(sentences, settings, voice)
    told += tuple(("voice-fallback", f"{error} Det er lest av neste stemme.") for error in lost)
    if wrong := unplaced(sentences, made):
        told += (("voice-mismatch", voice_mismatch(wrong, sentences)),)
    return Spoken(data(sentences, made), made, new, note(blocks, used), told)


def aloud(blocks: Sequence[Block], settings: SpeechSettings) -> Spoken:
    """Some Blocks by themselves, read by the site's voices. Raises VoiceError and OSError as `speak` does."""
    voices = cast(settings)
    return speak(blocks, unready(settings, voices)[0], read_lexicon(settings.lexicon)[0], voices)


def _recorded(blocks: Sequence[Block], settings: SpeechSettings, lexicon: Lexicon, file: Path) -> Spoken:
    own = compared(blocks, settings)
    sentences = script(blocks, own, lexicon)
    if not sentences:
        return Spoken(None, None, False, ())
    made, new = record(sentences, own, file)
    wrong = unplaced(sentences, made)
    told = (("recording-mismatch", mismatch(wrong, sentences, file)),) if wrong else ()
    return Spoken(data(sentences, made), made, new, (), told, recorded=True)


def say(sentences: Sequence[Sentence], settings: SpeechSettings, voice: Voice) -> tuple[Made, bool, SpeechSettings, list[VoiceError]]:
    """Sound by the first choices that answer: it, whether it was made now, the settings that held, and what failed before.

    A page changes voice as a whole, so that no page has two in one language.
    """
    lost: list[VoiceError] = []
    while True:
        try:
            return *make(sentences, settings, voice), settings, lost
        except VoiceError as error:
            rest = settings.without(error.voice)
            if rest is None:
                raise VoiceError(" ".join(map(str, [*lost, error])), error.voice) from None
            lost.append(error)
            settings = rest
