"""A page's HTML as XML with an element around each stretch of text that is spoken at a time: what books are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .model import Block, Document, Link
from .rendering import splice
from .utf16 import to_index, units
from .writer import VOID, escape, escape_attribute

TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
OPENING, CLOSING = re.compile(r"<[a-z][^<>]*>$"), re.compile(r"</[a-z0-9]+>")
#: The writer leaves these open, as HTML does.
OPEN = re.compile(rf"<({'|'.join(sorted(VOID))})\b([^>]*)>")
#: What XML may not hold at all.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text of the Block `block` from `start` to `end` (UTF-16 units), to be found by `id`."""

    id: str
    block: str
    start: int
    end: int


def mark(found: Document, stretches: Iterable[Stretch], resolve: Callable[[Link], str]) -> tuple[str, frozenset[str]]:
    """The page's body as XHTML with a `span` around each stretch, and the ids of those that got one.

    Stretches may not overlap. One that cannot be enclosed without cutting an element in two gets none.
    """
    blocks, placed = {block.id: block for block in found.blocks}, set()
    edits = [(link.start, link.end, escape_attribute(resolve(link))) for link in found.links]
    for each in stretches:
        place = _place(found.html, blocks[each.block], each) if each.block in blocks else None
        if place:
            placed.add(each.id)
            edits += [(place[0], place[0], f'<span id="{escape_attribute(each.id)}">'), (place[1], place[1], "</span>")]
    return to_xml(splice(found, sorted(edits, key=_order))), frozenset(placed)


def mark_text(block: Block, stretches: Iterable[Stretch]) -> str:
    """The text of a Block without elements of its own, as `mark` would give it."""
    out, at = [], 0
    for each in sorted(stretches, key=lambda each: each.start):
        start, end = to_index(block.text, each.start), to_index(block.text, each.end)
        out += (escape(block.text[at:start]), f'<span id="{escape_attribute(each.id)}">', escape(block.text[start:end]), "</span>")
        at = end
    return to_xml("".join((*out, escape(block.text[at:]))))


def to_xml(html: str) -> str:
    """HTML as our writer gives it, as XML."""
    return OPEN.sub(r"<\1\2/>", FORBIDDEN.sub("", html))


def text_of(block: Block, start: int, end: int) -> str:
    """The characters of a Block's text between two UTF-16 offsets."""
    return block.text[to_index(block.text, start) : to_index(block.text, end)]


def _order(edit: tuple[int, int, str]) -> tuple[int, bool]:
    """Where one stretch ends and the next begins, the end comes first."""
    return edit[0], edit[2].startswith("<span")


def _place(html: str, block: Block, wanted: Stretch) -> tuple[int, int] | None:
    """Where in the HTML a stretch begins and ends, with the elements that lie wholly within it."""
    start = next(_offsets(block, wanted.start, after=True), None)
    end = next(_offsets(block, wanted.end, after=False), None)
    if start is None or end is None or start >= end:
        return None
    closing, opening = _unbalanced(html[start:end])
    for _ in range(closing):
        before = OPENING.search(html, block.outer[0], start)
        if not before or before.start() == block.outer[0]:
            return None
        start = before.start()
    for _ in range(opening):
        following = CLOSING.match(html, end)
        if not following:
            return None
        end = following.end()
    return (start, end) if _unbalanced(html[start:end]) == (0, 0) else None


def _offsets(block: Block, offset: int, after: bool) -> Iterator[int]:
    """The place in the HTML of a place in the text: before the character there, or `after` False: behind the one before it."""
    for piece in block.pieces:
        length = units(piece.text)
        within = offset - piece.start
        if (0 <= within < length) if after else (0 < within <= length):
            yield piece.html + len(escape(piece.text[: to_index(piece.text, within)]))


def _unbalanced(html: str) -> tuple[int, int]:
    """How many elements end in the HTML that began before it, and how many begin that end after it."""
    closing = depth = 0
    for end, name in TAG.findall(html):
        if end and depth:
            depth -= 1
        elif end:
            closing += 1
        elif name not in VOID:
            depth += 1
    return closing, depth
