"""The room's walk over the site: scripts, then sound for many pages at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins import document
from plugins.document import Problem, Site, problem

from .casting import cast, unready
from .languages import Note, unspoken
from .lexicon import Lexicon, read_lexicon
from .recordings import find_recordings, unused
from .saying import Spoken
from .short import publish, short_blocks, take_short
from .together import Job, fault, speak_all
from .voices import VoiceError

#: What is told where the sound is another than the site's owner chose, for a reason that no file of the site shows.
PASSING = frozenset({"voice-fallback", "ffmpeg-missing"})
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
    note: Note
    made: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What the build can tell: pages with sound, their length, and how many had to be made."""

    pages: int
    seconds: float
    made: int


def process(site: Site) -> None:
    """Give each page its `speech`, and each short text that a room above has asked for its sound in `site.heard`.

    A fault in one never touches the others.
    """
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


def may_be_better(problems: Iterable[Problem]) -> bool:
    """Whether the same site may sound better the next time: the network may be back, ffmpeg installed."""
    return any(each.code in PASSING for each in problems)


def _without_voice(page: Any, site: Site) -> Iterable[Problem]:
    if not _may_be_silent(page, site):
        return
    for lang, line in unspoken(document.spoken_blocks(page), site.settings.speech).items():
        message = f"Språket «{lang}» har ingen stemme her og blir ikke lest opp. Siden sier det til den som lytter."
        yield problem(page.document.file, line, "voice-missing", message)


def _may_be_silent(page: Any, site: Site) -> bool:
    """Whether some language of the page has no voice, told without its text."""
    around = document.languages(document.spoken_around(page))
    return not all(map(site.settings.speech.voice, {**around, **dict(page.document.gist.langs)}))


def _beside(file: str, site: Site) -> str:
    """A file's path as seen from the content folder, like every other in a Problem."""
    return Path(os.path.relpath(file, site.content)).as_posix()


def _speak(pages: list[Any], site: Site, lexicon: Lexicon, recordings: Mapping[str, Path]) -> None:
    """All pages and short texts at once."""
    voices, wanted = cast(site.settings.speech), list(site.wanted)
    settings, missing = unready(site.settings.speech, voices)
    site.problems += (problem(_beside(str(SETTINGS), site), 1, "voice-unready", message) for message in missing)
    jobs = [Job(document.spoken_blocks(page), recordings.get(page.document.file)) for page in pages]
    try:
        found = speak_all([*jobs, *(Job(short_blocks(*asked)) for asked in wanted)], settings, lexicon, voices)
    except VoiceError as error:
        site.problems.append(problem(_beside(str(SETTINGS), site), 1, "cluster", str(error)))
        return
    for page, job in zip(pages, found, strict=False):
        _take(job, page, site, page.document.file in recordings)
    for asked, job in zip(wanted, found[len(pages) :], strict=True):
        take_short(job, asked, site)


def _take(job: Future, page: Any, site: Site, recording: bool) -> None:
    """Put a page's sound where the templates and the browser find it, or say why there is none."""
    file = page.document.file
    code, message = fault(job, site.settings.speech.sounds)
    if code:
        site.problems.append(problem(file, 1, code, message))
        return
    spoken = job.result()
    page.speech = _speech(spoken, site)
    site.problems += (problem(file, 1, code, message) for code, message in spoken.told)
    if recording and not spoken.recorded:
        site.problems += _without_voice(page, site)


def _speech(spoken: Spoken, site: Site) -> Speech | None:
    if not spoken.made:
        return Speech("", "", 0, 0, spoken.note) if spoken.note else None
    length = spoken.made.length
    return Speech(publish(spoken, site), spoken.data["sound"], length / 1000, max(1, round(length / 60000)), spoken.note, spoken.new)
