"""Words that few know: seldom used by others, not made of common words, and not explained."""

from __future__ import annotations

import re
from functools import lru_cache

from .frequency import zipf

#: A part of a compound is at least so long, and so common (words per billion as a power of ten).
SHORTEST_PART, COMMON_PART = 3, 3.0
JOINTS = ("", "s", "e")
#: Endings of inflection: with one of them off, the word is looked up once more.
ENDINGS = ("ene", "ane", "ens", "ens", "en", "et", "er", "ar", "a", "e", "n", "r", "t", "s", "de", "te", "ende", "ande")
#: Nynorsk has no frequencies of its own, so only words of Greek, Latin and French making are judged there: they are
#: spelt alike in both.
LOAN = re.compile(
    r"(?:sjon|isk|ering|erer|erast|tet|logi|iv|ent|ell|ment|ans|ens|ikk|al|abel|itt)(?:en|ar|er|ane|a|t|e)?$"
)
WORD = re.compile(r"[a-zæøåéèòôóü]+(?:-[a-zæøåéèòôóü]+)*")


@lru_cache(maxsize=50_000)
def is_rare(word: str, lang: str, limit: float) -> bool:
    """Whether a word in small letters is rarer than `limit`, in itself and as what it is made of."""
    if not WORD.fullmatch(word) or len(word) <= SHORTEST_PART or (lang == "nn" and not LOAN.search(word[2:])):
        return False
    return not _is_common(word, limit)


def _is_common(word: str, limit: float) -> bool:
    stems = [word, *(word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))]
    forms = [form for stem in stems if len(stem) >= SHORTEST_PART for form in (stem, f"{stem}e", f"{stem}r", f"{stem}er")]
    return any(zipf(form) >= limit for form in forms) or any(_is_compound(stem) for stem in stems) or _of_parts(word)


def _of_parts(word: str) -> bool:
    """ "pc-bruker" is what its parts are."""
    parts = word.split("-")
    return len(parts) > 1 and all(len(part) < SHORTEST_PART or zipf(part) >= COMMON_PART for part in parts)


@lru_cache(maxsize=20_000)
def _is_compound(word: str) -> bool:
    """Made of two or more common words, with or without a joint: "hjemme" + "sykepleie"."""
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        first, rest = word[:at], word[at:]
        if any(_is_part(first.removesuffix(joint)) for joint in JOINTS if first.endswith(joint)) and (_is_part(rest) or _is_compound(rest)):
            return True
    return False


def _is_part(word: str) -> bool:
    return len(word) >= SHORTEST_PART and zipf(word) >= COMMON_PART
