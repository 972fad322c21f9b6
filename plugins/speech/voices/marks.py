"""Where each word starts in a Clip, from what an engine tells of some of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Places = Sequence[tuple[int, int]]


def lay_out(words: Sequence[tuple[str, str]]) -> tuple[str, list[tuple[int, int]]]:
    """The words as one text, and where each lies in it."""
    text, places = "", []
    for spoken, after in words:
        places.append((len(text), len(text) + len(spoken)))
        text += f"{spoken}{after} "
    return text[:-1], places


def filled(points: Sequence[tuple[int, int]], places: Places, length: int) -> list[int]:
    """A rising sample for each word from the (place, sample) that are known.

    A word without one gets its share, by letters, of the time between its neighbours.
    """
    rising = [(0, 0)] if not points or points[0][0] > 0 else []
    for place, sample in points:
        rising.append((place, max(sample, rising[-1][1]) if rising else sample))
    rising.append((places[-1][1], max(length, rising[-1][1])))
    starts, samples = zip(*rising, strict=True)
    return [int(np.interp(start, starts, samples)) for start, _ in places]
