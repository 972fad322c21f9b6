"""What the browser needs to find titles by bad spelling."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from math import log10
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True, slots=True)
class Title:
    """A title, how often it is searched for, and what else it is called."""

    text: str
    searches: int = 0
    names: tuple[str, ...] = ()


def title_data(titles: Iterable[Title]) -> dict[str, Any]:
    """The data of `search-titles.js`; `titles` come most wanted first.

    `popularity` is log10 of the number of searches, to one decimal.
    """
    titles = list(titles)
    return {
        "titles": [title.text for title in titles],
        "popularity": [round(log10(1 + title.searches), 1) for title in titles],
        "names": {number: list(title.names) for number, title in enumerate(titles) if title.names},
        "costs": json.loads((DATA / "costs.json").read_text(encoding="utf-8")),
    }


def most_wanted(titles: Iterable[Title]) -> list[Title]:
    """The titles in the order that the browser wants them."""
    return sorted(titles, key=lambda title: -title.searches)
