"""The room's walk over the site: scripts, then sound for many pages at once."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins import document
from plugins.document import Problem, Site, problem

from .casting import cast, unready
from .data import data_key
from .languages import unspoken
from .lexicon import Lexicon, read_lexicon
from .progress import progress
from .recordings import find_recordings, unused
from .saying import Spoken, speak
from .voices import VoiceError

SETTINGS = Path(__file__).resolve().parents[2] / "pelicanconf.py"


@dataclass(frozen=True, slots=True)
class Speech:
    """A page's sound: the key of its data script, its address, its length, and what the listener should know.

    `sound` is "" where nothing can be said: then `note` tells why. `made` is False where the sound
    was in the store.
    """

    key: str
    sound: str
    seconds: float
    minutes: int
    note: str
    made: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What the build can tell: pages with sound, their length, and how many had to be made."""

    pages: int
    seconds: float
    made: int


def process(site: Site) -> None:
    """Give each page its `speech`; a fault in one page never touches the others."""
    pages, recordings = document.every_page(site), find_recordings(site)
    for page in pages:
        page.speech = None
        if page.document.file not in recordings:
            site.problems += _without_voice(page, site)
    site.problems += unused(site)
    lexicon, faults = read_lexicon(site.settings.speech.lexicon)
    site.problems += (replace(fault, file=_beside(fault.file, site)) for fault in faults)
    if site.settings.sound and not faults:
        _speak(pages, site, lexicon, recordings)


def write(site: Site) -> None:
    """Nothing: what this room made is in `site.files` and `site.data`."""


def summary(site: Site) -> Summary:
    """How much is read aloud on the site."""
    found = [page.speech for page in document.every_page(site) if page.speech and page.speech.sound]
    return Summary(len(found), sum(each.seconds for each in found), sum(each.made for each in found))


def _without_voice(page: Any, site: Site) -> Iterable[Problem]:
    for lang, line in unspoken(document.spoken_blocks(page), site.settings.speech).items():
        message = f"Språket «{lang}» har ingen stemme her og blir ikke lest opp. Siden sier det til den som lytter."
        yield problem(page.document.file, line, "voice-missing", message)


def _beside(file: str, site: Site) -> str:
    """A file's path as seen from the content folder, like every other in a Problem."""
    return Path(os.path.relpath(file, site.content)).as_posix()


def _speak(pages: list[Any], site: Site, lexicon: Lexicon, recordings: Mapping[str, Path]) -> None:
    """Many pages at once: threads that wait for voices and encoders; what each gives does not depend on the others."""
    voices = cast(site.settings.speech)
    settings, missing = unready(site.settings.speech, voices)
    site.problems += (problem(_beside(str(SETTINGS), site), 1, "voice-unready", message) for message in missing)
    with ThreadPoolExecutor(settings.at_once) as pool, progress(len(pages)) as advance:
        jobs = [
            pool.submit(speak, document.spoken_blocks(page), settings, lexicon, voices, recordings.get(page.document.file))
            for page in pages
        ]
        try:
            for _ in as_completed(jobs):
                advance()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    for page, job in zip(pages, jobs, strict=True):
        _take(job, page, site, page.document.file in recordings)


def _take(job: Future, page: Any, site: Site, recording: bool) -> None:
    """Put a page's sound where the templates and the browser find it, or say why there is none."""
    file, store = page.document.file, site.settings.speech.store
    try:
        spoken = job.result()
    except VoiceError as error:
        site.problems.append(problem(file, 1, "voice-died", str(error)))
    except OSError as error:
        site.problems.append(problem(file, 1, "store", f"Lyden kan ikke lagres i {store}: {_why(error)}"))
    else:
        page.speech = _speech(spoken, site)
        site.problems += (problem(file, 1, code, message) for code, message in spoken.told)
        if recording and not spoken.recorded:
            site.problems += _without_voice(page, site)


def _why(error: OSError) -> str:
    """What is wrong with the store, and what to do."""
    if error.errno == errno.ENOSPC:
        return "disken er full. Gjør plass, og bygg en gang til."
    if isinstance(error, PermissionError):
        return "du har ikke lov til å skrive der. Gi deg selv skrivetilgang til mappen."
    return f"{error.strerror or error}. Velg en mappe som kan skrives i, med store i pelicanconf.py."


def _speech(spoken: Spoken, site: Site) -> Speech | None:
    if not spoken.made:
        return Speech("", "", 0, 0, spoken.note) if spoken.note else None
    name, sound, length = data_key(spoken.data), spoken.data["sound"], spoken.made.length
    site.data[name] = spoken.data
    site.files[sound] = spoken.made.path
    return Speech(name, sound, length / 1000, max(1, round(length / 60000)), spoken.note, spoken.new)
