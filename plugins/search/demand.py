"""What people look for on a national guidance site, and how often."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from .letters import normalise
from .tables import read_table

DEMAND = Path(__file__).resolve().parent / "data" / "demand.tsv"


@cache
def searches() -> Counter[str]:
    """How many searches each normalised term had."""
    counted: Counter[str] = Counter()
    for row in read_table(DEMAND):
        counted[normalise(row["term"])] += int(row["searches"] or 0)
    return counted


@cache
def occupations() -> Counter[str]:
    """How many searches each occupation had, by the term as it was typed."""
    counted: Counter[str] = Counter()
    for row in read_table(DEMAND):
        if row["kind"] == "yrke":
            counted[row["term"]] += int(row["searches"] or 0)
    return counted
