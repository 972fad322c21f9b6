"""A page's HTML with what the rooms add and every address resolved, without a second parse."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from .model import Block, Document, Insertion, Link
from .utf16 import to_index, units
from .writer import escape, escape_attribute

Fill = Callable[[str, dict[str, Any]], str]


def render(document: Document, insertions: Iterable[Insertion], resolve: Callable[[Link], str], fill: Fill | None = None) -> str:
    """`document.html` with each link's address by `resolve` and each Insertion's template by `fill`.

    `fill(template, values)` gives HTML; an Insertion around a text finds that text as HTML in its
    values as `text`. Raises ValueError for an Insertion that does not lie within one text node.
    """
    edits = [(link.start, link.end, 0, escape_attribute(resolve(link))) for link in document.links]
    blocks = {block.id: block for block in document.blocks}
    edits += [_edit(number, each, blocks[each.block], fill) for number, each in enumerate(insertions, 1)]
    return splice(document, [(start, end, text) for start, end, _, text in sorted(edits, key=lambda edit: edit[:3])])


def splice(document: Document, edits: Iterable[tuple[int, int, str]]) -> str:
    """`document.html` with `edits` made, each (start, end, text), sorted. Raises ValueError where two overlap."""
    out, at = [], 0
    for start, end, text in edits:
        if start < at:
            raise ValueError(f"{document.file}: two insertions overlap at {start}.")
        out += (document.html[at:start], text)
        at = end
    return "".join((*out, document.html[at:]))


def is_whole(block: Block, start: int, end: int) -> bool:
    """Whether the text from `start` to `end` lies within one text node, so that something can be put around it."""
    return any(piece.start <= start < end <= piece.start + units(piece.text) for piece in block.pieces)


def _edit(number: int, insertion: Insertion, block: Block, fill: Fill | None) -> tuple[int, int, int, str]:
    if fill is None:
        raise ValueError("an Insertion needs a way to fill its template.")
    if insertion.place == "around":
        start, end, text = _within(insertion, block)
        return start, end, number, fill(insertion.template, {**insertion.values, "text": text})
    at = block.outer[0] if insertion.place == "before" else block.outer[1]
    return at, at, number, fill(insertion.template, insertion.values)


def _within(insertion: Insertion, block: Block) -> tuple[int, int, str]:
    """The HTML place of a stretch of text and that text as HTML."""
    for piece in block.pieces:
        if piece.start <= insertion.start < insertion.end <= piece.start + units(piece.text):
            first = to_index(piece.text, insertion.start - piece.start)
            last = to_index(piece.text, insertion.end - piece.start)
            start = piece.html + len(escape(piece.text[:first]))
            text = escape(piece.text[first:last])
            return start, start + len(text), text
    raise ValueError(f"{block.id}: {insertion.start}–{insertion.end} does not lie within one text node.")
