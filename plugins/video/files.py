"""The files that a film names: all below content/, and of kinds that browsers can show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from plugins import document
from plugins.document import Problem, Site

from .address import is_address
from .length import TYPES, Probe, probe
from .model import Entry, Source, Wanted

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg", ".gif"})

ELSEWHERE = "{}: «{}» er en adresse. Legg filen i innholdsmappen, og skriv navnet på den her."
KIND = "{}: «{}» kan ikke vises i nettlesere. Gjør den om til {}."
FILM_KINDS = "MP4 (H.264) eller WebM"
PICTURE_KINDS = "JPG, PNG, WebP eller SVG"
NO_FILM = "{}: «{}» er ikke en film. Eksporter den en gang til som MP4 (H.264)."
CODEC = "{}: «{}» er kodet som {}, som mange nettlesere ikke viser. Lag en MP4 med H.264 i tillegg eller i stedet."


@dataclass
class Finder:
    """Looks up the files of one film; what is wrong is kept in `problems`, what is used goes out with the site."""

    site: Site
    page: str
    film: Wanted
    problems: list[Problem] = field(default_factory=list)

    def tell(self, line: int, code: str, message: str) -> None:
        """Keep a Problem of the page's file."""
        self.problems.append(document.problem(self.page, line, code, message))

    def find(self, key: str, entry: Entry) -> document.Target | None:
        """Where a file is; None, and a Problem, where it is not there or not below content/."""
        if is_address(entry.value):
            self.tell(entry.line, "film-address", ELSEWHERE.format(key, entry.value[:80]))
            return None
        found = document.find_named(entry.value, self.page, self.site.index)
        if found.code:
            told = self.film.lead and key in ("file", "captions")  # by room document, which follows these keys
            if not told:
                self.tell(entry.line, found.code, f"{key}: {found.message}")
            return None
        if not found.file:
            self.tell(entry.line, "link-dead", f"{key}: «{entry.value}» er en side og ikke en fil.")
            return None
        return found

    def picture(self, key: str, entries: Iterable[Entry]) -> str:
        """The address in the output of a picture, "" for none."""
        for entry in entries:
            found = self.find(key, entry)
            if found and suffix(entry.value) not in PICTURES:
                self.tell(entry.line, "film-format", KIND.format(key, entry.value, PICTURE_KINDS))
            elif found:
                self.site.static[found.address] = found.file
                return found.address
        return ""

    def films(self, key: str, entries: Iterable[Entry]) -> tuple[tuple[Source, ...], int | None]:
        """The sources of a film's files, and the length in ms of the longest that tells it."""
        sources, lengths = [], []
        for entry in entries:
            found = self.find(key, entry)
            if not found:
                continue
            about = self.look(key, entry, found.file)
            if about:
                self.site.static[found.address] = found.file
                sources.append(Source(found.address, TYPES[suffix(entry.value)]))
                lengths += [about.length] if about.length else []
        return tuple(sources), max(lengths, default=None)

    def look(self, key: str, entry: Entry, file: Path) -> Probe | None:
        """What a film's file says of itself; None, and a Problem, where it is no film for browsers."""
        if suffix(entry.value) not in TYPES:
            self.tell(entry.line, "film-format", KIND.format(key, entry.value, FILM_KINDS))
            return None
        try:
            about = probe(file)
        except OSError:
            about = None
        if about is None:
            self.tell(entry.line, "film-format", NO_FILM.format(key, entry.value))
        elif not about.shown:
            self.tell(entry.line, "film-codec", CODEC.format(key, entry.value, about.codec))
        return about


def suffix(name: str) -> str:
    """The ending of a file's name, in small letters: ".mp4"."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()
