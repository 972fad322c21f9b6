"""What voices a site has, and a sample of each to listen to."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from ruamel.yaml import YAML

from plugins.document import Block

from .casting import cast
from .languages import name
from .lexicon import read_lexicon
from .make import make
from .script import script
from .settings import SpeechSettings, spoken_language
from .voices import Cast, VoiceError
from .voices.models import installed

SAMPLES = Path(__file__).with_name("samples.yaml")
#: The folder of samples within the store.
FOLDER = "prover"


@dataclass(frozen=True, slots=True)
class Listed:
    """A voice of a language: `fault` says why it cannot be used here, "" where it can."""

    lang: str
    language: str
    voice: str
    fault: str = ""


def inventory(settings: SpeechSettings) -> list[Listed]:
    """Every language's voices in order of choice, then the voices of Piper that lie here and are not in use."""
    voices = cast(settings)
    rows = [_listed(lang, voice, voices) for lang in settings.voices for voice in settings.choices(lang)]
    spare = [f"piper:{each}" for each in installed(settings.piper)]
    return rows + [_listed("", voice, voices) for voice in spare if voice not in settings.named("piper")]


def _listed(lang: str, voice: str, voices: Cast) -> Listed:
    try:
        voices.sign(voice)
    except VoiceError as error:
        return Listed(lang, name(lang), voice, str(error))
    return Listed(lang, name(lang or spoken_language(voice)), voice)


def sample_text(lang: str) -> str:
    """A sentence in the language, "" where we have none."""
    found = YAML(typ="safe", pure=True).load(SAMPLES.read_text(encoding="utf-8"))
    return str(found.get(lang.split("-")[0].lower(), ""))


def try_voice(settings: SpeechSettings, voice: str, lang: str, text: str) -> tuple[Path, float]:
    """The text said by a voice as on a page: an MP3 in the store's folder of samples, and its length in seconds.

    Raises VoiceError where the voice cannot say it, OSError where the store cannot be written.
    """
    chosen = replace(settings, voices={**settings.voices, lang: voice})
    lexicon, _ = read_lexicon(settings.lexicon)
    sentences = script([Block("prove", "p", text, lang)], chosen, lexicon)
    if not sentences:
        raise VoiceError("Teksten har ingenting som kan leses opp. Skriv noen ord.")
    made, _ = make(sentences, chosen, cast(chosen))
    path = settings.sounds.folder / FOLDER / f"{lang}-{voice.replace(':', '-')}.mp3"
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(made.path, path)
    return path, made.length / 1000
