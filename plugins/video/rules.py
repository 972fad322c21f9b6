"""What is wrong with cues that can be read: never seen, in the wrong order, too fast or too wide to read."""

from __future__ import annotations

import itertools

from .cues import STAMP, Cue, Fault

#: A grown-up reads about 17 characters a second; after these two a caption is hard to follow.
FASTEST, WIDEST = 20, 42
#: A caption may stay this long after the film, in ms: films are measured to the frame.
GRACE = 500

PAST = "Teksten begynner {} inn i filmen, men filmen er bare {} lang. Rett tiden, ellers vises den aldri."
OVER = "Teksten står lenger enn filmen varer ({}). Sjekk at tekstingen hører til denne filmen."
ORDER = "Teksten begynner før den som står over i filen. De er satt i riktig rekkefølge."
FAST = "Teksten går fort: {} tegn i sekundet. Høyst {} er lett å rekke å lese. Del den, eller la den stå lenger."
WIDE = "Tekstlinjen er lang: {} tegn. Høyst {} får plass på en telefon. Del den i to linjer."


def check_cues(cues: tuple[Cue, ...], length: int | None) -> tuple[tuple[Cue, ...], list[Fault]]:
    """The cues in order of their start, and their faults; `length` is the film's in ms, None where it is not known."""
    faults = [Fault(after.line, "captions-repaired", ORDER) for before, after in itertools.pairwise(cues) if after.start < before.start]
    if length:
        faults += _past(cues, length)
    if not any(STAMP.search(cue.text) for cue in cues):
        faults += [fault for cue in cues for fault in _hard(cue)]
    return tuple(sorted(cues, key=lambda cue: (cue.start, cue.line))), faults


def _past(cues: tuple[Cue, ...], length: int) -> list[Fault]:
    faults = [Fault(cue.line, "captions-lost", PAST.format(_said(cue.start), _said(length))) for cue in cues if cue.start >= length]
    over = [cue for cue in cues if cue.start < length < cue.end - GRACE]
    return faults + [Fault(cue.line, "captions-hard", OVER.format(_said(length))) for cue in over]


def _hard(cue: Cue) -> list[Fault]:
    """Remarks about one cue. Captions by a machine repeat each line, and nobody can be asked to write them better."""
    text = cue.plain
    speed = round(len(text.replace("\n", " ")) * 1000 / (cue.end - cue.start))
    widest = max(len(line) for line in text.split("\n"))
    faults = [Fault(cue.line, "captions-hard", FAST.format(speed, FASTEST))] if speed > FASTEST else []
    return faults + ([Fault(cue.line, "captions-hard", WIDE.format(widest, WIDEST))] if widest > WIDEST else [])


def _said(ms: int) -> str:
    """A time as a person writes it, "1:02"."""
    return f"{ms // 60000}:{ms // 1000 % 60:02}"
