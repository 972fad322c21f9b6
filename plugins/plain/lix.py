"""Readability by LIX: long sentences and long words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.document import Block, sentences, words

#: A word is long when it has more letters than this (Björnsson 1968).
LONG = 6
LEVELS = ((25, "svært lett"), (35, "lett"), (45, "middels"), (55, "vanskelig"))


@dataclass(frozen=True, slots=True)
class Lix:
    """Counts of a text; `value` = words/sentences + 100 × long/words (Björnsson 1968), 0 without words."""

    words: int
    sentences: int
    long: int

    @property
    def value(self) -> float:
        return self.words / self.sentences + 100 * self.long / self.words if self.words and self.sentences else 0.0

    @property
    def level(self) -> str:
        """How hard the text is, in bokmål."""
        return next((name for most, name in LEVELS if self.value < most), "svært vanskelig")


def lix(blocks: Iterable[Block]) -> Lix:
    """The LIX counts of Blocks; headings and list items are sentences of their own, code is not read."""
    count = sentence_count = long = 0
    for block in blocks:
        if block.kind == "pre":
            continue
        found = [letters(word) for word in words(block)]
        count += len(found)
        long += sum(length > LONG for length in found)
        sentence_count += sum(1 for _ in sentences(block)) if found else 0
    return Lix(count, sentence_count, long)


def letters(word: str) -> int:
    """Letters and digits in a word, hyphens and invisible characters not counted."""
    return len(word) if word.isalnum() else sum(character.isalnum() for character in word)
