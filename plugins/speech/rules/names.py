"""Abbreviations and acronyms: said in full, letter by letter, or as a word."""

from __future__ import annotations

import re

from .language import Language
from .rule import Rule, rule

ACRONYM = re.compile(r"([A-ZÆØÅ][A-ZÆØÅ]+|Ui[OBTSA]|PhD|IoT)(s|en|et|er|ene)?")
UNREADABLE = re.compile(r"[^AEIOUYÆØÅ]{3}")
SHORT, LONGEST = 3, 5
RANGE = r"(?P<low>[^\W_]+)\.?[–-](?P<high>[^\W_]+\.?)(?!\w|-)"
LEVEL = re.compile(r"(?i:vg|uke|nivå|[a-zæøå])?\d*")


def expand(text: str, at: int, end: int, language: Language) -> tuple[int, str] | None:
    """The abbreviation that starts at `at`: where it ends, and its words; None where there is none."""
    found = language.abbreviation_pattern.match(text, at, end)
    if not found:
        return None
    written = re.sub(r"\s", "", found[0])
    bare = written.rstrip(".").lower()
    rest = text[found.end() : end]
    if bare in language.not_last and not rest.strip(" .!?»\"')"):
        return None
    if bare in language.numbered and not rest.lstrip()[:1].isdigit():
        return None
    said = language.abbreviation_table[bare]
    return found.end(), said[0].upper() + said[1:] if written[0].isupper() and len(bare) > 1 else said


def spell(text: str) -> str:
    """Letter by letter."""
    return " ".join(text.upper())


def acronym(part: str, language: Language, shouting: bool) -> str | None:
    """An acronym letter by letter, None where it is read as it stands.

    Those without vowels the voice spells by itself. Two or three letters with a vowel, and four or
    five that cannot be read, are spelt, unless the language knows them as a word; where all is in
    capitals only those are that the language knows as spelt.
    """
    found = ACRONYM.fullmatch(part)
    if not found:
        return None
    name, ending = found[1], found[2] or ""
    upper = name.upper()
    if upper in language.words or upper in language.common:
        return None
    readable = not any(letter in language.vowels for letter in name.lower())
    readable = readable or len(name) > LONGEST or (len(name) > SHORT and not UNREADABLE.search(upper))
    if upper not in language.spelt and (shouting or readable):
        return None
    return spell(name) + (ending if ending in ("", "s") else f" {ending}")


def _range(match: re.Match[str], language: Language) -> str | None:
    """ "man–fre", "juni–august", "Vg1–Vg3", "A–Å"."""
    low, high = match["low"], match["high"].rstrip(".")
    if not language.to:
        return None
    if {low.lower(), high.lower()} <= language.ranges:
        days = language.weekdays
        return f"{days.get(low.lower(), low)} {language.to} {days.get(high.lower(), high)}"
    levels = "–" in match[0] and LEVEL.fullmatch(low) and LEVEL.fullmatch(high) and not low.isdigit()
    return f"{low} {language.to} {high}" if levels and (low[-1].isdigit() or low.isupper()) else None


RULES: tuple[Rule, ...] = (rule(RANGE, _range),)
