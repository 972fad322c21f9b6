"""A person's own recording of a page: where it lies, and which files belong to no page."""

from __future__ import annotations

import difflib
import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from plugins import document
from plugins.document import Problem, Site, problem

#: What a recording's name may end in, in order of choice where a page has several.
ENDINGS = ("wav", "flac", "m4a", "mp3", "ogg")
#: What other programs make; named so that nobody waits for a recording that is never heard.
FOREIGN = ("aac", "aif", "aiff", "amr", "opus", "webm", "wma", "3gp", "mp4", "mov", "caf")


def find_recordings(site: Site) -> dict[str, Path]:
    """The recording of each page that has one, by the page's file."""
    lying = _lying(site.settings.speech.recordings)
    found = {}
    for page in document.every_page(site):
        own = _named(page, site) or lying.get(_plain(_stem(page.document.file)))
        if own:
            found[page.document.file] = own
    return found


def _named(page: Any, site: Site) -> Path | None:
    """The file that the front matter's `audio` names, as room document has found it."""
    value = str(page.document.data.get("audio") or "")
    if not value or value.startswith("mangler") or site.index is None:
        return None
    return document.find_named(value, page.document.file, site.index).file


def _lying(folder: Path | None) -> dict[str, Path]:
    """Every recording in the folder by its name below it, without the ending."""
    found: dict[str, Path] = {}
    for path in filter(_is_inside(folder), _files(folder)):
        name, place = _plain(_stem(path.relative_to(folder).as_posix())), _place(path)
        if place < len(ENDINGS) and (name not in found or place < _place(found[name])):
            found[name] = path
    return found


def _files(folder: Path | None) -> Iterator[Path]:
    return document.find_files(folder) if folder and folder.is_dir() else iter(())


def _is_inside(folder: Path | None) -> Callable[[Path], bool]:
    """Whether a file is one of the folder's own: no symbolic link out of it, nothing that a reader would wait for."""
    return lambda path: path.is_file() and path.resolve().is_relative_to(folder.resolve())


def _place(path: Path) -> int:
    ending = path.suffix.lower().lstrip(".")
    return ENDINGS.index(ending) if ending in ENDINGS else len(ENDINGS)


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def unused(site: Site) -> Iterator[Problem]:
    """Files in the folder of recordings that no page is heard from, each with what to do."""
    folder = site.settings.speech.recordings
    pages = {_plain(_stem(page.document.file)): _stem(page.document.file) for page in site.pages}
    for path in _files(folder):
        name, ending = path.relative_to(folder).as_posix(), path.suffix.lower().lstrip(".")
        shown = Path(os.path.relpath(path, site.content)).as_posix()
        if not _is_inside(folder)(path):
            why = "Opptaket er ikke en vanlig fil, eller en snarvei ut av mappen for opptak. Legg selve filen der."
            yield problem(shown, 1, "recording-unused", why)
        elif ending in FOREIGN:
            yield problem(shown, 1, "recording-unused", f"Opptak av typen {ending} blir ikke brukt. Lagre det som m4a, mp3 eller wav.")
        elif ending in ENDINGS and _plain(_stem(name)) not in pages:
            near = difflib.get_close_matches(_stem(name), list(pages.values()), 1)
            hint = f" Mente du {near[0]}.{ending}?" if near else " Gi det samme navn og mappe som siden, for eksempel yrker/kokk.mp3."
            yield problem(shown, 1, "recording-unused", f"Opptaket hører ikke til noen side.{hint}")
