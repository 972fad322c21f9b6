"""What the owner of a site decides about its voice."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

#: Languages and the espeak-ng voice that speaks each. There is none for nn, se and so.
ESPEAK_VOICES: Mapping[str, str] = MappingProxyType(
    {
        code: code
        for code in [
            "nb",
            "en",
            "uk",
            "pl",
            "ar",
            "fa",
            "ti",
            "am",
            "om",
            "ku",
            "tr",
            "ur",
            "sw",
            "ru",
            "lt",
            "ro",
            "vi",
            "th",
            "fi",
            "sv",
            "da",
            "smj",
            "de",
            "fr",
            "es",
        ]
    }
)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Pauses:
    """Silence in ms after a heading, a list item or table row, a paragraph, a sentence and a table cell."""

    heading: int = 700
    item: int = 400
    paragraph: int = 500
    sentence: int = 250
    cell: int = 200


@dataclass(frozen=True)
class SpeechSettings:
    """How a site is read aloud.

    `voices` names the voice for each language; a language that is not there is not read. The shipped
    site reads nn with the nb voice and tells the listener. `rate` is in words a minute, `loudness` in
    LUFS, `ceiling` in dBTP. `workers` pages are made at once (0: one for each processor). Raises
    ValueError, saying where, what and what to do, for a value that cannot be used.
    """

    store: Path
    lexicon: Path
    voices: Mapping[str, str] = field(default_factory=lambda: {**ESPEAK_VOICES, "nn": "nb"})
    rate: int = 160
    pauses: Pauses = Pauses()
    loudness: float = -19.0
    ceiling: float = -1.0
    workers: int = 0

    def __post_init__(self) -> None:
        _within("rate", self.rate, 80, 400, "ord i minuttet")
        _within("loudness", self.loudness, -30, -10, "LUFS")
        _within("ceiling", self.ceiling, -9, -0.5, "dBTP")
        _within("workers", self.workers, 0, 64, "sider om gangen")
        for name in Pauses.__slots__:
            _within(f"pauses.{name}", getattr(self.pauses, name), 0, 5000, "millisekunder")
        for lang, voice in self.voices.items():
            if not LANGUAGE.fullmatch(str(lang)):
                raise ValueError(f"pelicanconf.py: voices har språket «{lang}». Skriv en språkkode, for eksempel nb.")
            if not isinstance(voice, str) or not LANGUAGE.fullmatch(voice):
                raise ValueError(f"pelicanconf.py: voices[{lang!r}] er «{voice}». Skriv navnet på en stemme, for eksempel nb.")

    def voice(self, lang: str) -> str:
        """The voice for a language ("en-GB" as "en" unless it has its own), "" where there is none."""
        main = lang.split("-")[0].lower()
        return self.voices.get(lang) or self.voices.get({"no": "nb"}.get(main, main), "")

    @property
    def at_once(self) -> int:
        """How many pages are made at once."""
        return self.workers or os.cpu_count() or 1


def _within(name: str, value: float, least: float, most: float, unit: str) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise ValueError(f"pelicanconf.py: {name} er «{value}». Skriv et tall fra {least} til {most} ({unit}).")
