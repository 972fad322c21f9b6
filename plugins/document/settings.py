"""The settings of a site, built once in `pelicanconf.py`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

ADDRESS = re.compile(r"https?://[^\s?#]+/")


@dataclass(frozen=True)
class Settings:
    """A site's name, its main language, the settings of the rooms, and its own address, "" where that is not known.

    `rights` is what others may do with the site, as text.

    Raises ValueError, saying where, what and what to do, for a value that cannot be used.
    """

    name: str
    lang: str = "nb"
    sound: bool = True
    rights: str = ""
    speech: Any = None
    plain: Any = None
    url: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("pelicanconf.py: name er tom. Skriv navnet på nettstedet.")
        if not LANGUAGE.fullmatch(self.lang):
            raise ValueError(f"pelicanconf.py: lang er «{self.lang}». Skriv en språkkode, for eksempel nb.")
        if self.url and not ADDRESS.fullmatch(self.url):
            raise ValueError(f"pelicanconf.py: url er «{self.url}». Skriv hele adressen til nettstedet, med / til slutt.")
