"""A film of a page as its editor wrote it; what it means is known to room video."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FilmBlock:
    """A `/// video` block as written: `entries` are (key, value, line), key "" for a line that is no setting.

    `number` counts from 1; the Block of its title has "film:<number>" in `inside`. `closed` is False where the last
    line, ///, is missing.
    """

    number: int
    title: str
    line: int
    entries: tuple[tuple[str, str, int], ...]
    closed: bool = True
