"""What the owner of a site decides about its voice."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from . import cluster, shared
from .store import Store
from .voices.cast import split
from .voices.google import GttsSettings

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
VOICE = re.compile(r"(?:(?:espeak:)?[a-z]{2,3}(?:-[A-Za-z0-9]+)*|gtts:[a-zA-Z]{2,3}(?:-[A-Za-z]+)?|piper:[a-z]{2,3}_[A-Z]{2}-[\w+-]+)")


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

    `voices` names the voice for each language, or several in order of choice: "nb" (espeak-ng),
    "piper:no_NO-talesyntese-medium", "gtts:no"; a language that is not there is not read. The shipped
    site reads nn with the nb voice and tells the listener. A page with a recording, in its front
    matter or in the folder `recordings`, is heard from that. `piper` is the folder of Piper's voices,
    `piper_address` where they come from. `rate` is in words a minute, `loudness` in LUFS, `ceiling`
    in dBTP. `workers` pages are made at once (0: one for each processor), or by a Dask cluster
    ("dask://scheduler:8786"). `store` is a folder, or an address that machines share ("s3://bucket/store");
    then `near` is the folder of what this machine has of it. Raises ValueError, saying where, what and
    what to do, for a value that cannot be used.
    """

    store: Path | str
    lexicon: Path
    voices: Mapping[str, str | Sequence[str]] = field(default_factory=lambda: {**ESPEAK_VOICES, "nn": "nb"})
    rate: int = 160
    pauses: Pauses = Pauses()
    loudness: float = -19.0
    ceiling: float = -1.0
    workers: int | str = 0
    recordings: Path | None = None
    piper: Path = Path("audio/voices")
    piper_address: str = "https://huggingface.co/rhasspy/piper-voices/resolve/main"
    gtts: GttsSettings = field(default_factory=GttsSettings)
    near: Path = Path("audio/store")

    def __post_init__(self) -> None:
        _within("rate", self.rate, 80, 400, "ord i minuttet")
        _within("loudness", self.loudness, -30, -10, "LUFS")
        _within("ceiling", self.ceiling, -9, -0.5, "dBTP")
        for name in Pauses.__slots__:
            _within(f"pauses.{name}", getattr(self.pauses, name), 0, 5000, "millisekunder")
        for lang in self.voices:
            if not LANGUAGE.fullmatch(str(lang)):
                raise ValueError(f"pelicanconf.py: voices har språket «{lang}». Skriv en språkkode, for eksempel nb.")
            for voice in self.choices(lang) or ("",):
                if not isinstance(voice, str) or not VOICE.fullmatch(voice):
                    raise ValueError(
                        f"pelicanconf.py: voices[{lang!r}] er «{voice}». Skriv navnet på en stemme, "
                        "for eksempel nb, gtts:no eller piper:no_NO-talesyntese-medium."
                    )
        self._check_machines()

    def _check_machines(self) -> None:
        if shared.is_address(self.store) and (missing := shared.usable(self.store)):
            raise ValueError(f"pelicanconf.py: store er «{self.store}». {missing}")
        if not cluster.is_address(self.workers):
            _within("workers", self.workers, 0, 64, "sider om gangen")
        elif missing := cluster.usable(self.workers):
            raise ValueError(f"pelicanconf.py: workers er «{self.workers}». {missing}")
        elif self.named("gtts"):
            raise ValueError("pelicanconf.py: voices har gtts, som ikke tåler mange maskiner. Ta den bort, eller sett workers til 0.")

    def choices(self, lang: str) -> tuple[str, ...]:
        """The voices for a language in order of choice ("en-GB" as "en" unless it has its own)."""
        main = lang.split("-")[0].lower()
        found = self.voices.get(lang) or self.voices.get({"no": "nb"}.get(main, main), ())
        return (found,) if isinstance(found, str) else tuple(found)

    def voice(self, lang: str) -> str:
        """The first choice for a language, "" where there is none."""
        return next(iter(self.choices(lang)), "")

    def named(self, engine: str) -> tuple[str, ...]:
        """Every voice of an engine that some language has among its choices."""
        found = dict.fromkeys(voice for lang in self.voices for voice in self.choices(lang))
        return tuple(voice for voice in found if split(voice)[0] == engine)

    def without(self, voice: str) -> SpeechSettings | None:
        """The same without a voice that failed, where others can take its place; None where they cannot."""
        left = {lang: tuple(each for each in self.choices(lang) if each != voice) or self.choices(lang) for lang in self.voices}
        changed = any(left[lang] != self.choices(lang) for lang in left)
        return replace(self, voices=left) if changed else None

    @property
    def sounds(self) -> Store:
        """Where the sound lies."""
        return Store(self.near, self.store) if shared.is_address(self.store) else Store(Path(self.store))

    @property
    def at_once(self) -> int:
        """How many pages are made at once on this machine."""
        return (self.workers if isinstance(self.workers, int) else 0) or os.cpu_count() or 1


def spoken_language(voice: str) -> str:
    """The language that a voice speaks: "nb" for "nb", "gtts:no" and "piper:no_NO-talesyntese-medium"."""
    main = re.split("[-_]", split(voice)[1])[0].lower()
    return {"no": "nb"}.get(main, main)


def _within(name: str, value: float, least: float, most: float, unit: str) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise ValueError(f"pelicanconf.py: {name} er «{value}». Skriv et tall fra {least} til {most} ({unit}).")
