"""The room's walk over the site: scripts, then sound for many pages at once."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins import document
from plugins.document import Block, Problem, Site, problem

from .data import data, data_key
from .languages import note, unspoken
from .lexicon import Lexicon, read_lexicon
from .make import make
from .progress import progress
from .script import script
from .settings import SpeechSettings
from .store import Made
from .voices import Espeak, Voice, VoiceError


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
class Spoken:
    """What a page's job gives: the value of its data script, its sound in the store, and whether that was made now."""

    data: dict[str, Any]
    made: Made
    new: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """What the build can tell: pages with sound, their length, and how many had to be made."""

    pages: int
    seconds: float
    made: int


def process(site: Site) -> None:
    """Give each page its `speech`; a fault in one page never touches the others."""
    pages = document.every_page(site)
    for page in pages:
        page.speech = None
        site.problems += _without_voice(page, site)
    lexicon, faults = read_lexicon(site.settings.speech.lexicon)
    site.problems += (replace(fault, file=_beside(fault.file, site)) for fault in faults)
    if site.settings.sound and not faults:
        _speak(pages, site, lexicon)


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


def _speak(pages: list[Any], site: Site, lexicon: Lexicon) -> None:
    """Many pages at once: threads that wait for voices and encoders; what each gives does not depend on the others."""
    settings, voice = site.settings.speech, Espeak(site.settings.speech.rate)
    with ThreadPoolExecutor(settings.at_once) as pool, progress(len(pages)) as advance:
        jobs = [pool.submit(speak, document.spoken_blocks(page), settings, lexicon, voice) for page in pages]
        try:
            for _ in as_completed(jobs):
                advance()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    for page, job in zip(pages, jobs, strict=True):
        _take(job, page, site)


def speak(blocks: Sequence[Block], settings: SpeechSettings, lexicon: Lexicon, voice: Voice) -> Spoken | None:
    """The sound and word times of Blocks, from the store or made; None, and no voice asked, where nothing is said."""
    sentences = script(blocks, settings, lexicon)
    if not sentences:
        return None
    made, new = make(sentences, settings, voice)
    return Spoken(data(sentences, made), made, new)


def _take(job: Future, page: Any, site: Site) -> None:
    """Put a page's sound where the templates and the browser find it, or say why there is none."""
    file, store = page.document.file, site.settings.speech.store
    try:
        page.speech = _speech(job.result(), note(document.spoken_blocks(page), site.settings.speech), site)
    except VoiceError as error:
        site.problems.append(problem(file, 1, "voice-died", str(error)))
    except OSError as error:
        site.problems.append(problem(file, 1, "store", f"Lyden kan ikke lagres i {store}: {_why(error)}"))


def _why(error: OSError) -> str:
    """What is wrong with the store, and what to do."""
    if error.errno == errno.ENOSPC:
        return "disken er full. Gjør plass, og bygg en gang til."
    if isinstance(error, PermissionError):
        return "du har ikke lov til å skrive der. Gi deg selv skrivetilgang til mappen."
    return f"{error.strerror or error}. Velg en mappe som kan skrives i, med store i pelicanconf.py."


def _speech(spoken: Spoken | None, told: str, site: Site) -> Speech | None:
    if not spoken:
        return Speech("", "", 0, 0, told) if told else None
    name, sound, length = data_key(spoken.data), spoken.data["sound"], spoken.made.length
    site.data[name] = spoken.data
    site.files[sound] = spoken.made.path
    return Speech(name, sound, length / 1000, max(1, round(length / 60000)), told, spoken.new)
