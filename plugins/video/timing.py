"""The line that says when a cue is shown, in every way that people and programs write it."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: "-->" and what typewriters and Word make of it.
ARROW = r"(?:--?\s?>|[–—]\s?>|→)"
TIME = re.compile(r"(?:(?P<h>\d+):)?(?P<m>\d+):(?P<s>\d{1,2})(?:(?P<sign>[.,])(?P<ms>\d{1,9}))?")
LINE = re.compile(rf"\s*(?P<start>[\d:.,]+)\s*(?P<arrow>{ARROW})\s*(?P<end>[\d:.,]+)(?:\s+(?P<settings>.*))?")
#: A line that was meant to hold times: an arrow with something like 00:01 on one side of it.
MEANT = re.compile(rf"\s*\d+\s*:\s*\d+[^ ]*\s*{ARROW}.*|.*?(?:^|\s){ARROW}\s*\d+:\d+[\d:.,]*\s*|\s*[\d:.,]+\s*-->.*")
SETTING = re.compile(r"(?:line|position|size|align|vertical):[^\s:]+")
HOUR = 3_600_000
MOST_HOURS = 99

COMMA = "Tidene er skrevet med komma. Nettlesere viser ikke teksten da, så de er gjort om til punktum."
SHORT = "Tiden «{}» er skrevet for kort. Nettlesere viser ikke teksten da, så den er gjort om til «{}»."
ARROWS = "Pilen mellom tidene er skrevet «{}». Den er gjort om til «-->»."
UNREADABLE = "Tiden kan ikke leses: «{}». Skriv den slik: 00:01:02.000 --> 00:01:04.500."
SIXTY = "Tiden «{}» har mer enn 59 minutter eller sekunder. Rett tallene, ellers vises ikke teksten."
HOURS = "Tiden «{}» er over 99 timer. Rett timetallet, ellers vises ikke teksten."
BACKWARDS = "Teksten slutter før den begynner ({} --> {}), og vises aldri. Rett en av tidene."


@dataclass(frozen=True, slots=True)
class Timing:
    """Start and end in ms, WebVTT settings, what was mended, and what cannot be (then the times mean nothing)."""

    start: int = 0
    end: int = 0
    settings: str = ""
    mended: tuple[str, ...] = ()
    wrong: str = ""


def is_timing(line: str) -> bool:
    """Whether the line holds times, right or wrong."""
    return LINE.fullmatch(line) is not None or MEANT.fullmatch(line) is not None


def read_timing(line: str, vtt: bool) -> Timing:
    """The Timing of a line for which `is_timing` holds; `vtt` where the file says it is WebVTT, in which commas are a fault."""
    found = LINE.fullmatch(line)
    times = [TIME.fullmatch(found[name]) for name in ("start", "end")] if found else []
    if not found or not all(times):
        return Timing(wrong=UNREADABLE.format(line.strip()[:60]))
    for time in times:
        if int(time["s"]) > 59 or (time["h"] is not None and int(time["m"]) > 59):
            return Timing(wrong=SIXTY.format(time[0]))
        if _ms(time) >= (MOST_HOURS + 1) * HOUR:
            return Timing(wrong=HOURS.format(time[0]))
    start, end = map(_ms, times)
    if end <= start:
        return Timing(wrong=BACKWARDS.format(found["start"], found["end"]))
    settings = " ".join(SETTING.findall(found["settings"] or ""))
    return Timing(start, end, settings, tuple(_mended(found, times)) if vtt else ())


def _ms(time: re.Match) -> int:
    """Minutes over 59 without hours are minutes all the same: 75:00.000."""
    parts = int(time["h"] or 0) * 3600 + int(time["m"]) * 60 + int(time["s"])
    return parts * 1000 + int((time["ms"] or "").ljust(3, "0")[:3])


def _mended(found: re.Match, times: list[re.Match]) -> list[str]:
    """What a browser would not have read."""
    told = [COMMA] if any(time["sign"] == "," for time in times) else []
    told += [ARROWS.format(found["arrow"])] if found["arrow"] != "-->" else []
    for time in times:
        short = (time["h"] is None and len(time["m"]) != 2) or len(time["s"]) != 2 or len(time["ms"] or "") != 3
        short = short or (time["h"] is not None and len(time["m"]) != 2)
        if short:
            told.append(SHORT.format(time[0], _whole(time)))
    return told


def _whole(time: re.Match) -> str:
    hours = f"{int(time['h']):02}:" if time["h"] is not None else ""
    return f"{hours}{int(time['m']):02}:{int(time['s']):02}.{(time['ms'] or '').ljust(3, '0')[:3]}"
