"""Which voices a site has, from its settings: their order for each language, and what each needs."""

from __future__ import annotations

from types import MappingProxyType

from .settings import ESPEAK_VOICES, SpeechSettings
from .voices import Aligned, Cast, Espeak, Google, Gtts, Kept, Piper, Voice, VoiceError

#: Languages without a voice of espeak-ng, and the one whose sounds are nearest: never heard, only compared with.
NEAREST = MappingProxyType({"nn": "nb", "no": "nb", "se": "smj", "sma": "smj", "smn": "fi", "sms": "fi", "so": "om"})
#: Runs that an engine is asked for at once: Piper loads its voice each time, the network fails between sentences.
ALL, ONE = 10_000, 1


def reference(lang: str) -> str:
    """The voice of espeak-ng that a reading in `lang` is compared with."""
    main = lang.split("-")[0].lower()
    return ESPEAK_VOICES.get(main) or NEAREST.get(main, "nb")


def cast(settings: SpeechSettings) -> Cast:
    """The site's voices, ready to speak; nothing is loaded or asked yet."""
    espeak = Espeak(settings.rate)
    names = {name: reference(name) for _, name in map(_split, settings.named("gtts"))}
    engines: dict[str, Voice] = {
        "espeak": espeak,
        "piper": Kept(Piper(settings.piper, settings.rate), settings.sounds, ALL),
        "gtts": Aligned(Kept(Gtts(Google(settings.gtts)), settings.sounds, ONE), espeak, names),
    }
    return Cast(engines)


def _split(voice: str) -> tuple[str, str]:
    engine, _, name = voice.partition(":")
    return engine, name


def unready(settings: SpeechSettings, voices: Cast) -> tuple[SpeechSettings, list[str]]:
    """The settings without the voices that cannot be used on this machine, and what is wrong with each.

    A language's only voice is kept: its pages then say what is wrong.
    """
    told = []
    for voice in (*settings.named("piper"), *settings.named("gtts")):
        try:
            voices.sign(voice)
        except VoiceError as error:
            told.append(str(error))
            settings = settings.without(voice) or settings
    return settings, told
