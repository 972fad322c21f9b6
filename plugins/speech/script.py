"""What is said: Blocks to Sentences of Words, each with the characters it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plugins.document import Block, Sentence, Word
from plugins.document.letters import Letters, letters
from plugins.document.sentences import split, word_ranges

from .settings import SpeechSettings


def script(blocks: Sequence[Block], settings: SpeechSettings, lexicon: Mapping[str, str]) -> list[Sentence]:
    """The Sentences of a page in spoken order; words that no voice can say are left out."""
    return [sentence for block in blocks if block.kind != "pre" for sentence in _sentences(block, settings)]


def _sentences(block: Block, settings: SpeechSettings) -> Iterator[Sentence]:
    source = letters(block)
    for start, end in split(source, block):
        words = tuple(_words(block, source, start, end))
        first, last = source.place(start, end)
        if words and settings.voice(block.lang):
            yield Sentence(source.text[start:end], block.lang, block.id, first, last, words, settings.pauses.sentence)


def _words(block: Block, source: Letters, start: int, end: int) -> Iterator[Word]:
    for first, last in word_ranges(source.text[start:end]):
        text = source.text[start + first:start + last]
        yield Word(text, text, block.lang, block.id, *source.place(start + first, start + last))
