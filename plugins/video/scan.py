"""The lines of a captions file to cues, by hand and with a lenient eye: nothing that was written is left out without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .cues import Cue, Fault
from .markup import clean_text, is_top
from .timing import is_timing, read_timing

LOST, MENDED = "captions-lost", "captions-repaired"
#: What begins a file of captions, also where it is misspelt.
HEADER = re.compile(r"WEB ?VTT(?:[ \t].*)?", re.IGNORECASE)
EXACT = re.compile(r"WEBVTT(?:[ \t].*)?")
#: Blocks that hold no captions.
ASIDE = re.compile(r"(NOTE|STYLE|REGION)(?:[ \t].*)?")
NUMBER = re.compile(r"\s*\d+\s*")
ENDS = re.compile(r"[.!?…]\s*$")

BLANK_FIRST = "Filen må begynne med WEBVTT på aller første linje, ellers viser ingen nettleser teksten. Det er rettet."
SPELLING = "Øverste linje er skrevet «{}». Den er rettet til WEBVTT, ellers viser ingen nettleser teksten."
NO_HEADER = "Filen heter .vtt, men mangler WEBVTT øverst, og da viser ingen nettleser teksten. Det er satt inn."
BLANK_INSIDE = "En tom linje inni teksten gjør at nettlesere mister resten: «{}». Teksten er satt sammen."
NO_TIME = "Teksten «{}» har ingen tid og vises aldri. Skriv tiden på linjen over: 00:01:02.000 --> 00:01:04.500."
STYLES = "STYLE og REGION brukes ikke her. Siden har sin egen stil for teksting, så den som ser, kan velge."


class Scan:
    """One file on its way to cues: `cues`, `faults` and `vtt` (it says that it is WebVTT) when done."""

    def __init__(self, text: str, name: str) -> None:
        self.lines = text.split("\n")
        self.faults: list[Fault] = []
        self.vtt, start = self.header(name)
        self.timings = [at for at in range(start, len(self.lines)) if is_timing(self.lines[at])]
        self.count: int | None = None
        self.cues = list(self.all_cues(start))

    def tell(self, at: int, code: str, message: str) -> None:
        self.faults.append(Fault(at + 1, code, message))

    def header(self, name: str) -> tuple[bool, int]:
        """Whether the file says that it is WebVTT, and the first line after its head."""
        first = next((at for at, line in enumerate(self.lines) if line.strip()), 0)
        if not HEADER.fullmatch(self.lines[first].strip()):
            if name.lower().endswith(".vtt") and any(map(is_timing, self.lines)):
                self.tell(0, MENDED, NO_HEADER)
            return False, 0
        if first:
            self.tell(0, MENDED, BLANK_FIRST)
        if not EXACT.fullmatch(self.lines[first].strip()):
            self.tell(first, MENDED, SPELLING.format(self.lines[first].strip()))
        at = first + 1
        while at < len(self.lines) and self.lines[at] and not is_timing(self.lines[at]) and not self.before_timing(at):
            at += 1
        return True, at

    def before_timing(self, at: int) -> bool:
        """A number with times below it: a cue that stands right below the file's head."""
        return bool(NUMBER.fullmatch(self.lines[at])) and at + 1 < len(self.lines) and is_timing(self.lines[at + 1])

    def all_cues(self, start: int) -> Iterator[Cue]:
        """A cue for each line of times; text before the first has no time."""
        ends = [*self.timings, len(self.lines)]
        first = self.without_name(start, ends[0], opened=False) if self.timings else ends[0]
        for at, line in self.texts(start, first, opened=False):
            self.tell(at, LOST, NO_TIME.format(line.strip()[:40]))
        for at, end in zip(self.timings, ends[1:], strict=True):
            last = self.without_name(at + 1, end, opened=True) if end < len(self.lines) else end
            yield from self.cue(at, list(self.texts(at + 1, last, opened=True)))

    def cue(self, at: int, texts: list[tuple[int, str]]) -> Iterator[Cue]:
        """The cue whose times stand at a line, unless they cannot be read."""
        timing = read_timing(self.lines[at], self.vtt)
        for message in timing.mended:
            self.tell(at, MENDED, message)
        if timing.wrong:
            self.tell(at, LOST, timing.wrong)
            return
        for line, each in texts:
            for message in clean_text(each)[1]:
                self.tell(line, MENDED, message)
        written = "\n".join(each for _, each in texts)
        text = clean_text(written)[0]
        if text:
            settings = timing.settings or ("line:0" if is_top(written) else "")
            yield Cue(timing.start, timing.end, text, settings, at + 1)

    def without_name(self, start: int, end: int, opened: bool) -> int:
        """Where the text of the cue before ends: a number or a name may stand between it and the next times.

        A number right below a cue's times is its text ("2024"), unless it is the one that comes next and stands on the next times.
        """
        at = next((at for at in range(end - 1, start - 1, -1) if self.lines[at].strip()), None)
        if at is None:
            return end
        parted = at == start or not self.lines[at - 1].strip()
        below = at == end - 1
        number = int(self.lines[at]) if NUMBER.fullmatch(self.lines[at]) else None
        free = at > start or not opened
        following = number is not None and self.count is not None and number == self.count + 1 and (free or below)
        if number is not None and (following or (parted and free and (below or not opened))):
            self.count = number
            return at
        named = number is None and below and at > start and not self.lines[at - 1] and not ENDS.search(self.lines[at])
        return at if named and self.vtt and not ASIDE.match(self.lines[at]) else end

    def texts(self, start: int, end: int, opened: bool) -> Iterator[tuple[int, str]]:
        """(place, line) of the text between two lines of times; `opened` where it belongs to a cue."""
        at, gap, some = start, False, False
        while at < end:
            line = self.lines[at]
            aside = ASIDE.fullmatch(line.rstrip()) if gap or not opened else None
            if aside:
                at = self.skip(at, end, aside[1])
                continue
            if line.strip():
                if gap and some:
                    self.tell(at, MENDED, BLANK_INSIDE.format(line.strip()[:40]))
                yield at, line
                gap, some = False, opened
            elif not line:
                gap = True
            at += 1

    def skip(self, at: int, end: int, kind: str) -> int:
        """Past a comment or a style, to the empty line after it."""
        if kind != "NOTE":
            self.tell(at, MENDED, STYLES)
        while at < end and self.lines[at]:
            at += 1
        return at
