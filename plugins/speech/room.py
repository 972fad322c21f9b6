"""The room's walk over the site: scripts, then sound for many pages at once."""

from __future__ import annotations

import time
from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any

from plugins import document
from plugins.document import Problem, Sentence, Site, problem

from .data import data, data_key
from .languages import note, unspoken
from .lexicon import Lexicon, read_lexicon
from .make import make
from .progress import progress
from .script import script
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
    site.problems += faults
    if site.settings.sound:
        _speak(pages, site, lexicon, Espeak(site.settings.speech.rate))


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


def _speak(pages: list[Any], site: Site, lexicon: Lexicon, voice: Voice) -> None:
    settings = site.settings.speech
    with ThreadPoolExecutor(settings.at_once) as pool, progress(len(pages)) as advance:
        jobs: dict[Future, tuple[Any, list[Sentence]]] = {}
        try:
            for page in pages:
                sentences = script(document.spoken_blocks(page), settings, lexicon)
                jobs[pool.submit(make, sentences, settings, voice) if sentences else _nothing()] = page, sentences
            for _ in _finished(jobs):
                advance()
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    for job, (page, sentences) in jobs.items():
        _take(job, page, sentences, site)


def _nothing() -> Future:
    done: Future = Future()
    done.set_result(None)
    return done


def _finished(jobs: Iterable[Future]) -> Iterable[Future]:
    """Jobs as they end; short waits let Ctrl+C through."""
    left = set(jobs)
    while left:
        done, left = wait(left, timeout=0.5, return_when=FIRST_COMPLETED)
        yield from done
        time.sleep(0)


def _take(job: Future, page: Any, sentences: list[Sentence], site: Site) -> None:
    """Put a page's sound where the templates and the browser find it, or say why there is none."""
    told = note(document.spoken_blocks(page), site.settings.speech)
    try:
        result = job.result()
    except VoiceError as error:
        site.problems.append(problem(page.document.file, 1, "voice-died", str(error)))
    except OSError as error:
        message = f"Lyden kan ikke lagres i {site.settings.speech.store}: {error.strerror or error}. Gjør plass, eller gi deg selv lov til å skrive der."
        site.problems.append(problem(page.document.file, 1, "store", message))
    else:
        page.speech = _speech(result, sentences, told, site) if result else Speech("", "", 0, 0, told) if told else None


def _speech(result: tuple[Made, bool], sentences: list[Sentence], told: str, site: Site) -> Speech:
    made, new = result
    value = data(sentences, made)
    name = data_key(value)
    site.data[name] = value
    site.files[value["sound"]] = made.path
    return Speech(name, value["sound"], made.length / 1000, max(1, round(made.length / 60000)), told, new)
