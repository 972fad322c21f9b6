"""A film's captions: files read and their faults told, or the day until which it may do without."""

from __future__ import annotations

import datetime
import os
import re
from dataclasses import replace

from plugins import document

from .captions import read_captions
from .cues import Captions
from .files import Finder
from .languages import language_of, own_name
from .model import Entry

#: `captions: mangler til 2027-01-31`
AWAITED = re.compile(r"mangler\b(?:\s+til)?(?:\s+og\s+med)?\s*(?P<day>.*)", re.IGNORECASE)

MISSING = "Filmen mangler teksting. Skriv captions: og navnet på en .vtt- eller .srt-fil. {}"
HOW = "Er den ikke klar, skriv captions: mangler til 31. januar 2027, med dagen den skal være ferdig."
LATE = "Tekstingen skulle vært klar {}. Legg den inn, eller ta bort filmen."
WAITING = "Filmen mangler teksting til {}. Siden sier det til den som ser."
NO_DAY = "«{}» sier ikke hvilken dag tekstingen kommer. Skriv for eksempel captions: mangler til 31. januar 2027."
SAME = "To tekstinger har samme språk ({}). Gi filene språk i navnet: film.nb.vtt, film.en.vtt."
UNREADABLE = "captions: «{}» kan ikke leses: {}."


def today() -> datetime.date:
    """The day of this build: SOURCE_DATE_EPOCH's where that is set, so that the same sources give the same site."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date() if epoch.isdigit() else datetime.date.today()


def find_captions(finder: Finder, lang: str, length: int | None) -> tuple[tuple[Captions, ...], bool]:
    """All captions of a film on a page in `lang`, the page's language first, and whether it is allowed to have none."""
    entries = finder.film.entries.get("captions", ())
    awaited = next((entry for entry in entries if AWAITED.fullmatch(entry.value)), None)
    if awaited:
        return (), _awaited(finder, awaited)
    if not entries:
        finder.tell(finder.film.line, "captions-missing", MISSING.format(HOW))
    found: list[Captions] = []
    for entry in entries:
        captions = read_file(finder, "captions", entry, lang, length)
        if captions and captions.lang in [each.lang for each in found]:
            finder.tell(entry.line, "film", SAME.format(own_name(captions.lang)))
        elif captions:
            found.append(captions)
    found = [each for each in found if each.cues]
    return tuple(sorted(found, key=lambda each: each.lang != lang)), False


def _awaited(finder: Finder, entry: Entry) -> bool:
    """Whether the day that captions are promised for has not passed."""
    try:
        day = document.read_date(AWAITED.fullmatch(entry.value)["day"])
    except ValueError:
        finder.tell(entry.line, "captions-missing", NO_DAY.format(entry.value))
        return False
    late = today() > day
    message = (LATE if late else WAITING).format(f"{day.day}.{day.month}.{day.year}")
    finder.tell(entry.line, "captions-missing" if late else "captions-awaited", message)
    return not late


def read_file(finder: Finder, key: str, entry: Entry, lang: str, length: int | None) -> Captions | None:
    """The captions of a file, its faults told with its own name and line; None where it is not there."""
    found = finder.find(key, entry)
    if not found:
        return None
    name = document.relative_name(found.file, finder.site.content)
    try:
        code, why = document.refused(found.file, name)
        data = b"" if code else found.file.read_bytes()
    except OSError as error:
        finder.tell(entry.line, "file-unreadable", UNREADABLE.format(entry.value, error.strerror or error))
        return None
    if code:
        finder.tell(entry.line, code, f"{key}: {why}")
        return None
    captions = read_captions(data, name, language_of(name, lang), length)
    finder.problems += (document.problem(name, fault.line, fault.code, fault.message) for fault in captions.faults)
    return replace(captions, faults=())
