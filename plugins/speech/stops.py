"""What the voice is given for the signs between words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .rules import Token

#: What a listener hears at signs within a sentence: the first of these that stands there.
STOPS = "?!;:"
COMMA = re.compile(r"[,()\[\]…—.→|•]|\s[–/-]|[–/-]\s")


def stops(text: str, tokens: Sequence[Token], end: int) -> list[str]:
    """What follows each token of a sentence that ends at `end`."""
    if not tokens:
        return []
    inner = (between(text[a.end : b.start]) or "," * a.rest for a, b in pairwise(tokens))
    return [*inner, last(text[tokens[-1].end : end])]


def between(gap: str) -> str:
    """For the signs between two words: brackets, dashes and dots are heard as a comma."""
    return next((sign for sign in STOPS if sign in gap), "," if COMMA.search(gap) else "")


def last(gap: str) -> str:
    """What ends a sentence: its own sign, else a full stop, so that the voice falls."""
    return next((sign for sign in "?!" if sign in gap), ":" if gap.rstrip("\"'»” \n").endswith(":") else ".")
