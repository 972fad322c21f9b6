"""A page's sentences with their times in its sound, from the same data that marks words in the browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plugins import document

FIELDS = 6


@dataclass(frozen=True, slots=True)
class Clip:
    """What is said from `since` to `until`, ms: the text of the Block `block` from `start` to `end`, UTF-16 units.

    `start` = `end` for a picture, of which `text` is "". Clips follow each other without a gap, so that pauses are heard.
    """

    block: str
    start: int
    end: int
    since: int
    until: int
    text: str


def clips(page: Any, site: document.Site) -> tuple[Clip, ...]:
    """The page's Clips in spoken order, () where it has no sound."""
    if not page.speech or not page.speech.sound:
        return ()
    data = site.data[page.speech.key]
    flat = data["sentences"]
    rows = [flat[at : at + FIELDS] for at in range(0, len(flat), FIELDS)]
    ends = [*(row[4] for row in rows[1:]), data["ms"]]
    blocks = {block.id: block for block in document.spoken_blocks(page)}
    return tuple(_clip(blocks[data["blocks"][row[0]]], row, end) for row, end in zip(rows, ends, strict=True) if end > row[4])


def _clip(block: document.Block, row: list[int], until: int) -> Clip:
    _, start, end, _, since, _ = row
    return Clip(block.id, start, end, since, until, " ".join(document.text_of(block, start, end).split()))


def sections(page: Any, found: tuple[Clip, ...]) -> list[tuple[int, str, str]]:
    """The page's parts, (ms, heading, its Block's id): the title, then each heading of the second level that is said."""
    heads = {block.id: " ".join(block.text.split()) for block in document.spoken_blocks(page) if block.kind in ("h1", "h2")}
    first = {each.block: each.since for each in reversed(found) if each.block in heads}
    return sorted((since, heads[block], block) for block, since in first.items())
