"""Many pages and short texts voiced at once."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from plugins.document import Block, unwritable

from . import cluster
from .lexicon import Lexicon
from .progress import progress
from .saying import Spoken, speak
from .settings import SpeechSettings
from .store import Store
from .voices import Voice, VoiceError

ELSEWHERE = "Velg en mappe som kan skrives i, med store i pelicanconf.py."


@dataclass(frozen=True, slots=True)
class Job:
    """Blocks to be said in one sound, and the recording of them, if there is one."""

    blocks: Sequence[Block]
    recording: Path | None = None


def speak_all(jobs: Sequence[Job], settings: SpeechSettings, lexicon: Lexicon, voice: Voice) -> list[Future]:
    """A finished Future of a Spoken for each Job: what it gives, or raises, does not depend on the others.

    Threads only wait for voices and encoders, or for other machines. When stopped, what is done is kept, and the rest is not begun.
    Raises VoiceError where other machines are asked and do not answer.
    """
    with ExitStack() as open_, progress(len(jobs)) as advance:
        elsewhere, at_once = None, settings.at_once
        if cluster.is_address(settings.workers) and len(jobs) > 1:  # one text is said here sooner than it is sent
            elsewhere, at_once = open_.enter_context(cluster.ask(settings, lexicon, voice))

        def spoken(job: Job) -> Spoken:
            if elsewhere and not job.recording:  # a recording lies here
                return elsewhere(job.blocks)
            return speak(job.blocks, settings, lexicon, voice, job.recording)

        pool = open_.enter_context(ThreadPoolExecutor(at_once))
        found = [pool.submit(spoken, job) for job in jobs]
        try:
            for _ in as_completed(found):
                advance()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return found


def fault(job: Future, store: Store) -> tuple[str, str]:
    """The code and message of what went wrong with a Job, ("", "") for nothing; other errors are raised."""
    error = job.exception()
    if isinstance(error, VoiceError):
        return "voice-died", str(error)
    if isinstance(error, OSError):
        return "store", f"Lyden kan ikke lagres i {store}: {unwritable(error, ELSEWHERE)}"
    if error:
        raise error
    return "", ""
