"""Cues to the lines of a transcript: whole sentences, each with the time at which the film begins to say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .cues import Captions, Cue, plain

#: A line of the transcript ends with a sentence, or where nothing is said for so long, in ms, or at so many characters.
SILENCE, LONGEST = 1500, 280
#: A capital letter after so long, in ms, begins a new line: headings have no full stop.
BREATH = 300
ENDS = re.compile(r"[.?!…:;][\"'»”’)\]]*$")
DASH = re.compile(r"\s*[-–—]\s*\S")
VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
#: Cues by a machine follow each other at once, ms.
AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Said:
    """What is said (or seen) from `start` on, in ms, in the language `lang`."""

    start: int
    text: str
    lang: str


def transcript(captions: Captions, described: Captions | None = None, shows: str = "") -> list[Said]:
    """The lines of a film; what is seen stands where it is seen, after the words `shows`."""
    lines = [Said(start, text, captions.lang) for start, text in _sentences(captions)]
    if described:
        seen = [Said(start, f"{shows}: {text}", described.lang) for start, text in _sentences(described)]
        lines = sorted([*lines, *seen], key=lambda line: line.start)
    return lines


def _sentences(captions: Captions) -> Iterator[tuple[int, str]]:
    start, text, end, speaker = 0, "", 0, ""
    for at, until, part, voice in _parts(captions):
        silence = at - end
        apart = not text or ENDS.search(text) or silence > SILENCE or len(text) > LONGEST or DASH.match(part) or voice not in ("", speaker)
        apart = apart or (silence >= BREATH and part[:1].isupper())
        if apart and text:
            yield start, text
        if apart:
            start, text = at, f"{voice}: {part}" if voice not in ("", speaker) else part
        else:
            text = f"{text} {part}"
        end, speaker = until, voice or speaker
    if text:
        yield start, text


def _parts(captions: Captions) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, text, who says it) of each cue, and of each line of a talk between two."""
    before: Cue | None = None
    for cue in captions.cues:
        lines = cue.text.split("\n")
        if captions.rolling and before and cue.start - before.end <= AT_ONCE:
            lines = lines[_repeated(before.plain.split("\n"), cue.plain.split("\n")) :]
        before = cue
        groups = [[line] for line in lines] if all(DASH.match(plain(line)) for line in lines) else [lines]
        for group in groups:
            voice = VOICE.search(group[0]) if group else None
            text = " ".join(" ".join(map(plain, group)).split())
            if text:
                yield cue.start, cue.end, text, plain(voice[1]).strip() if voice else ""


def _repeated(before: Sequence[str], now: Sequence[str]) -> int:
    """How many of the first lines were the last lines of the cue before."""
    return next((count for count in range(min(len(before), len(now)), 0, -1) if before[-count:] == now[:count]), 0)
