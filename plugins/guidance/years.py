"""Lengths of time as one says them."""

from __future__ import annotations

from collections.abc import Sequence

from .words import Words

#: From this share of a year on it is months; below, weeks.
MONTHS = 0.22


def amount(years: float, words: Words) -> str:
    """A length in years as text: "2 og et halvt år", "5,6 år", "9 måneder", "noen uker".

    >>> from .words import BOKMAL
    >>> [amount(years, BOKMAL) for years in (3, 2.5, 0.5, 5.6, 0.75, 0.1)]
    ['3 år', '2 og et halvt år', 'et halvt år', '5,6 år', '9 måneder', 'noen uker']
    """
    whole, rest = divmod(round(years, 2), 1)
    if rest == 0.5:
        return words.and_half.format(int(whole)) if whole else words.half
    if whole or not rest:
        return words.year.format(f"{years:.2f}".rstrip("0").rstrip(".").replace(".", ","))
    return words.months.format(round(years * 12)) if years >= MONTHS else words.weeks


def added(years: Sequence[float | None]) -> float | None:
    """The sum where every length is known; 0 stands for one that is not."""
    return sum(filter(None, years)) if years and all(years) else None
