"""How common a word of bokmål is, by wordfreq's list (data/README.md)."""

from __future__ import annotations

import gzip
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

LIST = Path(__file__).parent / "data" / "frequencies.txt.gz"


def zipf(word: str) -> float:
    """How often a word in small letters is used: words per billion as a power of ten, 0 where it is not known.

    >>> zipf("kokk") > zipf("gryteskje")
    True
    """
    parts = [_known().get(part, 0.0) for part in word.split("-") if part]
    if len(parts) < 2 or not all(parts):
        return parts[0] if len(parts) == 1 else 0.0
    return max(0.0, round(-math.log10(sum(10**-part for part in parts)), 2))  # of several words together, as wordfreq has it


@cache
def _known() -> Mapping[str, float]:
    found: dict[str, float] = {}
    for line in gzip.decompress(LIST.read_bytes()).decode().splitlines():
        step, words = line.split(" ", 1)
        found.update(dict.fromkeys(words.split(" "), int(step) / 100))
    return MappingProxyType(found)
