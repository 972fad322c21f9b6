"""A pattern for any of many words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, takewhile

NOTHING = r"(?!)"
#: So deep may groups lie in each other: `re` goes one step down for each.
DEEPEST = 30


def any_of(words: Iterable[str], depth: int = 0) -> str:
    """A pattern that finds the longest of the words that stands at a place; nothing where there are none.

    Words that begin alike share their beginning, so that each letter of a text is looked at once, not once for each word.

    >>> any_of(["lærling", "lære", "lærer"])
    'lær(?:er?|ling)'
    """
    given = sorted(set(words))
    start = _beginning(given[0], given[-1]) if given else ""
    rest = [word.removeprefix(start) for word in given if word != start]
    if not rest:
        return re.escape(start) if given else NOTHING
    if depth == DEEPEST:
        either = "|".join(re.escape(word) for word in reversed(rest))  # of two that begin alike the longer comes first
    else:
        either = "|".join(any_of(group, depth + 1) for _, group in groupby(rest, _first))
    return re.escape(start) + _group(either, rest, optional=start in given)


def _beginning(one: str, other: str) -> str:
    """What two words begin with; of a sorted list, the first and the last tell it for all."""
    return one[: sum(1 for _ in takewhile(_alike, zip(one, other, strict=False)))]


def _alike(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _first(word: str) -> str:
    return word[0]


def _group(either: str, rest: list[str], optional: bool) -> str:
    if not optional:
        return f"(?:{either})"
    return f"{either}?" if len(rest) == 1 and len(rest[0]) == 1 else f"(?:{either})?"
