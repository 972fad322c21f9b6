"""A Block's text as a listener meets it, each letter with its place in the text that is seen.

Invisible characters (soft hyphens, zero-width signs, BOM, controls) and footnote marks are not
said; letters in two parts (a + ring) are one. Places are UTF-16 code units of `Block.text`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from .model import Block

#: Characters that are not seen: Cf and controls but for line breaks and tabs, lone surrogates,
#: marks for emoji, fillers. The joiner between emoji goes too.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]+"
)
#: What makes the way from characters to UTF-16 units other than one to one.
OTHER = re.compile(INVISIBLE.pattern[:-2] + "\U00010000-\U0010ffff]")
#: Signs that mean the same to a listener.
ALIKE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u02bc": "’", "\u2018": "’"})
SEEN_ALIKE = re.compile(f"[{''.join(map(chr, ALIKE))}]")
SILENT = frozenset({"note", "back"})


@dataclass(frozen=True, slots=True)
class Letters:
    """`text` without what is not said, and for each of its characters where it starts and ends."""

    text: str
    starts: range | tuple[int, ...]
    ends: range | tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The UTF-16 range in the Block's text of the characters `start` to `end` (at least one)."""
        return self.starts[start], self.ends[end - 1]

    def index(self, unit: int) -> int:
        """The first character that starts at or after the UTF-16 offset `unit`."""
        if isinstance(self.starts, range):
            return min(max(unit, 0), len(self.text))
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.starts[middle] < unit else (low, middle)
        return low


def letters(block: Block, silent: Iterable[str] = SILENT) -> Letters:
    """The Letters of a Block, its spans of the kinds in `silent` blanked out."""
    text = block.text.translate(ALIKE) if SEEN_ALIKE.search(block.text) else block.text
    plain = not OTHER.search(text) and unicodedata.is_normalized("NFC", text)
    found = Letters(text, range(len(text)), range(1, len(text) + 1)) if plain else _cleaned(text)
    return _blanked(found, block, frozenset(silent)) if block.spans else found


def _cleaned(text: str) -> Letters:
    """Composed and without invisible characters, each letter's place kept."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    unit = 0
    for character in text:
        width = 2 if character > "\uffff" else 1
        if not INVISIBLE.match(character):
            composed = out and unicodedata.combining(character) and _one(out[-1] + character)
            if composed:
                out[-1], ends[-1] = composed, unit + width
            else:
                out.append(_one(character) or character)
                starts.append(unit)
                ends.append(unit + width)
        unit += width
    return Letters("".join(out), tuple(starts), tuple(ends))


def _one(text: str) -> str:
    """`text` composed, if that is one character, else nothing."""
    composed = unicodedata.normalize("NFC", text)
    return composed if len(composed) == 1 else ""


def _blanked(found: Letters, block: Block, silent: frozenset[str]) -> Letters:
    spans = [span for span in block.spans if span.kind in silent and span.end > span.start]
    if not spans:
        return found
    text = list(found.text)
    for span in spans:
        first, last = found.index(span.start), found.index(span.end)
        text[first:last] = " " * (last - first)
    return Letters("".join(text), found.starts, found.ends)
