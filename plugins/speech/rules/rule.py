"""A rule: a pattern tried where a word begins, and what is said for what it matched."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .language import Language

#: One blank, of any width, within a number or between a number and its unit.
BLANK = "[ \u00a0\u2007\u2009\u202f]"
DASH = "[–—−-]"
#: A number as written: groups of digits by blanks or full stops, a decimal comma.
GROUPS = rf"\d{{1,3}}(?:{BLANK}\d{{3}})+(?!\d)|\d{{1,3}}(?:\.\d{{3}})+(?![\d.])"
NUMBER = rf"(?:{GROUPS}|\d+)(?:,\d+)?"
#: How far, in characters, a rule looks round a match.
REACH = 60


@dataclass(frozen=True, slots=True)
class Rule:
    """`say(match, language)` gives the spoken form, or None where the rule does not hold after all."""

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str], Language], str | None]


def rule(pattern: str, say: Callable[[re.Match[str], Language], str | None]) -> Rule:
    """A Rule; its pattern must not match nothing."""
    return Rule(re.compile(pattern), say)


def before(match: re.Match[str], words: int = 1) -> list[str]:
    """The words just before a match, in lower case, nearest last."""
    return just_before(match).lower().replace(":", " ").replace("(", " ").split()[-words:]


def just_before(match: re.Match[str]) -> str:
    """The characters before a match, as far as a rule looks."""
    return match.string[max(0, match.start() - REACH) : match.start()]


def after(match: re.Match[str]) -> str:
    """What comes after a match, as far as a rule looks."""
    return match.string[match.end() : match.end() + REACH]


def digits(number: str) -> str:
    """A number's digits without the blanks and full stops between groups."""
    return re.sub(rf"{BLANK}|\.(?=\d{{3}})", "", number)


def one_by_one(number: str) -> str:
    """Digits said each for itself: 02800 -> 0 2 8 0 0."""
    return " ".join(re.sub(r"\D", "", number))


def follows_number(match: re.Match[str]) -> str:
    """The number that ends just before a match, "" where there is none."""
    found = re.search(rf"({NUMBER}|[½¼¾⅓⅔]){BLANK}?$", just_before(match))
    return digits(found[1]) if found else ""
