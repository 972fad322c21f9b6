"""Why front matter cannot be read, in an editor's words, and on which of its lines the cause stands."""

from __future__ import annotations

import re
from types import MappingProxyType

ENTRY = re.compile(r"\s*(?:- +)?(?P<key>\w[\w -]*):(?:\s+(?P<value>.*))?")
PAIRS = MappingProxyType({"[": "]", "{": "}"})


def unreadable(lines: list[str], at: int) -> tuple[int, str]:
    """The number of the line at fault, from 0, and what is wrong and what to do; `at` is where YAML gave up."""
    at = min(at, len(lines) - 1)
    for place in (at, at - 1):
        if place >= 0 and (why := _why(lines, place)):
            return place, f"Innledningen kan ikke leses her: «{lines[place].strip()}». {why}"
    seen = lines[at].strip() if lines else ""
    return max(at, 0), (
        f"Innledningen kan ikke leses her: «{seen}». Se etter et anførselstegn, en klamme eller et innrykk som er feil, "
        "eller sett teksten i anførselstegn."
    )


def _why(lines: list[str], at: int) -> str:
    line = lines[at]
    found = ENTRY.fullmatch(line)
    value = ((found["value"] if found else line.strip().removeprefix("- ")) or "").strip()
    if value[:1] in "\"'" and value and value.count(value[0]) % 2:
        return f"Anførselstegnet {value[0]} foran teksten mangler sin make. Sett {value[0]} bak teksten også, eller ta bort det foran."
    if (close := PAIRS.get(value[:1])) and value.count(value[0]) > value.count(close):
        return f"Klammen {value[0]} blir ikke lukket. Sett {close} til slutt."
    if not found and line.strip() and not line.lstrip().startswith(("-", "#")) and ":" not in line:
        first, _, rest = line.strip().partition(" ")
        return f"Det mangler et kolon etter navnet på opplysningen. Skriv for eksempel {first}: {rest or '...'}"
    before = ENTRY.fullmatch(lines[at - 1]) if at else None
    if found and before and before["value"] and _indent(line) > _indent(lines[at - 1]):
        return f"Linjen er rykket inn, men hører ikke til linjen over. Ta bort mellomrommene foran {found['key']}:"
    return ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
