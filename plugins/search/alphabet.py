"""The list from A to Å: what stands there where no script runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from .letters import normalise
from .pages import Entry

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


@dataclass(frozen=True, slots=True)
class Line:
    """A title, or another name, and the page it leads to; `lang` is the page's."""

    text: str
    page: Any
    lang: str


def alphabet(entries: Iterable[Entry]) -> list[tuple[str, list[Line]]]:
    """Every title and other name below its first letter, in Norwegian order; digits and other scripts come last."""
    pages = [(entry.page, entry.page.document.data) for entry in entries]
    lines = [Line(text, page, data["lang"]) for page, data in pages for text in (data["title"], *(data.get("also_called") or ()))]
    return [(letter, list(group)) for letter, group in groupby(sorted(lines, key=_order), key=_letter)]


def _order(line: Line) -> list[int]:
    """Where a line belongs: by letters first, by the text itself among equals."""
    places = [LETTERS.find(letter) for letter in normalise(line.text)]
    return [*(place if place >= 0 else len(LETTERS) + ord(letter) for place, letter in zip(places, normalise(line.text), strict=True))]


def _letter(line: Line) -> str:
    first = normalise(line.text)[:1].upper()
    return "0–9" if first.isdigit() else first or "–"
