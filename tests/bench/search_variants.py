"""The ways in which people type that no list of misspellings has, made from titles and from real misspellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from math import ceil
from zlib import crc32

from plugins.search.letters import normalise

Pair = tuple[str, str]
KEYBOARD = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "Ae", "Ø": "O", "Å": "A"})
LONG_KEYBOARD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})


def variants(titles: Sequence[str]) -> dict[str, list[Pair]]:
    """What was typed and what was meant, by the way it was typed; titles come most wanted first."""
    letters = [title for title in titles if re.search("[æøå]", title, re.IGNORECASE)]
    return {
        "right": [(title, title) for title in titles],
        "UPPER CASE": [(title.upper(), title) for title in titles],
        "NFD": [(unicodedata.normalize("NFD", title), title) for title in titles],
        "soft hyphen": [(f"{title[:4]}\u00ad{title[4:]}", title) for title in titles],
        "ae o a": [(title.translate(KEYBOARD), title) for title in letters],
        "ae oe aa": [(title.translate(LONG_KEYBOARD), title) for title in letters],
        "split": [(f"{title[:at]} {title[at:]}", title) for title in titles for at in (3, len(title) // 2) if at < len(title)],
        "joined": [(re.sub(r"[ -]", "", title), title) for title in titles if re.search(r"[ -]", title)],
        "inflected": [(form, title) for title in titles for form in inflections(title)],
    }


def inflections(title: str) -> Iterable[str]:
    """ "sykepleieren", "sykepleiere", "sykepleierne" ... as a Norwegian noun."""
    if title.endswith("er"):
        return (f"{title}en", f"{title}e", f"{title}ne")
    return (f"{title}n", f"{title}r", f"{title}ne") if title.endswith("e") else (f"{title}en", f"{title}er", f"{title}ene")


def half_typed(pairs: Iterable[Pair], share: float = 0.5) -> list[Pair]:
    """The first half of what was typed, three letters at least."""
    return [(typed[: max(3, ceil(len(typed) * share))], meant) for typed, meant in ((normalise(typed), meant) for typed, meant in pairs)]


def first_letters(titles: Sequence[str], most_wanted: int = 300, count: int = 3) -> list[Pair]:
    """The first letters of the most wanted titles."""
    return [(normalise(title)[:count], title) for title in titles[:most_wanted]]


def halves(pairs: Iterable[Pair]) -> tuple[list[Pair], list[Pair]]:
    """The pairs in two parts with no word meant in both; which part is a matter of the word alone."""
    parts: tuple[list[Pair], list[Pair]] = ([], [])
    for pair in pairs:
        parts[crc32(normalise(pair[1]).encode()) % 2].append(pair)
    return parts
