"""How well people's recordings match their pages, sentence by sentence; nothing is kept and nothing published."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins import document
from plugins.document import Problem, Site, problem

from .lexicon import Lexicon, read_lexicon
from .make import parts
from .recorded import compared, listen
from .recordings import find_recordings
from .script import script
from .settings import SpeechSettings
from .voices import RATE, Espeak, SoundFault, VoiceError

#: The middle of what the right text costs in another voice, 1.5 to 4.5 (`align.match`); above it there may be noise or a slip.
GOOD = 3.0


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence in a recording: its text, its line in the page's file, where it is said in seconds, and how well it matches.

    `match` is "good", "fair" or "other", where the recording says something else than the text.
    """

    text: str
    line: int
    start: float
    end: float
    match: str


def hear(page: Any, recording: Path, settings: SpeechSettings, lexicon: Lexicon) -> list[Heard]:
    """Each sentence of a page as its recording has it. Raises SoundFault where the file cannot be used, VoiceError without a voice."""
    blocks = document.spoken_blocks(page)
    own = compared(blocks, settings)
    sentences = script(blocks, own, lexicon)
    if not sentences:
        return []
    found = parts(sentences, own)
    _sound, placed = listen(found, Espeak(own.rate), recording)
    lines = {block.id: block.line for block in blocks}
    out = []
    for index, sentence in enumerate(sentences):
        said = [each for part, each in zip(found, placed, strict=True) if part.sentence == index]
        match = "other" if not all(each.fits for each in said) else "good" if max(each.cost for each in said) <= GOOD else "fair"
        out.append(Heard(" ".join(sentence.text.split()), lines.get(sentence.block, 1), said[0].start / RATE, said[-1].end / RATE, match))
    return out


def hear_all(site: Site, files: Container[str] | None = None) -> Iterator[tuple[str, Path, list[Heard], list[Problem]]]:
    """Each page that has a recording (of `files`, where they are given): its file, the recording, its sentences, what is wrong."""
    lexicon, pages = read_lexicon(site.settings.speech.lexicon)[0], {page.document.file: page for page in site.pages}
    for file, recording in sorted(find_recordings(site).items()):
        if files is not None and file not in files:
            continue
        try:
            sentences = hear(pages[file], recording, site.settings.speech, lexicon)
        except SoundFault as fault:
            yield file, recording, [], [problem(file, 1, fault.code, f"{fault} Siden blir lest av neste stemme.")]
        except VoiceError as error:
            yield file, recording, [], [problem(file, 1, "voice-died", str(error))]
        else:
            yield file, recording, sentences, [_mismatch(file, recording, each) for each in sentences if each.match == "other"]


def _mismatch(file: str, recording: Path, heard: Heard) -> Problem:
    shown = heard.text if len(heard.text) <= 60 else heard.text[:59].rstrip() + "…"
    where = f"Opptaket {recording.name} sier noe annet enn «{shown}», omtrent {clock(heard.start)} ut i det."
    message = f"{where} Der blir hele setningen markert. Les inn på nytt eller rett teksten."
    return problem(file, heard.line, "recording-mismatch", message)


def clock(seconds: float) -> str:
    """Seconds as people write them.

    >>> clock(75.4)
    '1:15'
    """
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
