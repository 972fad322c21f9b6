"""Many pages and short texts voiced at once."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from plugins.document import Block, unwritable

from .lexicon import Lexicon
from .progress import progress
from .saying import speak
from .settings import SpeechSettings
from .voices import Voice, VoiceError

ELSEWHERE = "Velg en mappe som kan skrives i, med store i pelicanconf.py."


@dataclass(frozen=True, slots=True)
class Job:
    """Blocks to be said in one sound, and the recording of them, if there is one."""

    blocks: Sequence[Block]
    recording: Path | None = None


def speak_all(jobs: Sequence[Job], settings: SpeechSettings, lexicon: Lexicon, voice: Voice) -> list[Future]:
    """A finished Future of a Spoken for each Job: what it gives, or raises, does not depend on the others.

    Threads only wait for voices and encoders. When stopped, what is done is kept, and the rest is not begun.
    """
    with ThreadPoolExecutor(settings.at_once) as pool, progress(len(jobs)) as advance:
        found = [pool.submit(speak, job.blocks, settings, lexicon, voice, job.recording) for job in jobs]
        try:
            for _ in as_completed(found):
                advance()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return found


def fault(job: Future, store: Path) -> tuple[str, str]:
    """The code and message of what went wrong with a Job, ("", "") for nothing; other errors are raised."""
    error = job.exception()
    if isinstance(error, VoiceError):
        return "voice-died", str(error)
    if isinstance(error, OSError):
        return "store", f"Lyden kan ikke lagres i {store}: {unwritable(error, ELSEWHERE)}"
    if error:
        raise error
    return "", ""
