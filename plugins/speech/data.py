"""Word times for the browser: small integer arrays in a script named by its own content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from plugins.document import Sentence, Word

from .store import Made, key


def data(sentences: Sequence[Sentence], made: Made) -> dict[str, Any]:
    """The value of a page's data script.

    `blocks` are element ids in spoken order. `sentences` is flat, six ints each: index in `blocks`,
    start and end in its text, how many words follow, start and end in ms of the sound. `words` is
    flat, three ints each: start and length in that block's text, ms since the word before. A
    sentence with words of two blocks (a table's head, then the cell) is an entry for each; one
    whose words' times are not known has no words, and is marked whole. `on`, where there are any,
    lists the entries that go on with the sentence before them.
    """
    blocks: dict[str, int] = {}
    rows: list[int] = []
    words: list[int] = []
    on: list[int] = []
    times, last = iter(made.words), 0
    for sentence, since, until in zip(sentences, made.sentences[::2], made.sentences[1::2], strict=True):
        parts = [(block, found, [next(times) for _ in found]) for block, found in _by_block(sentence)]
        starts = _starts([(found, ms) for _, found, ms in parts], since, until)
        for (block, found, ms), begin, end in zip(parts, starts, [*starts[1:], until], strict=True):
            start, stop = (sentence.start, sentence.end) if block == sentence.block else _extent(found)
            known = [(word, at) for word, at in zip(found, ms, strict=True) if at >= 0]
            if found is not parts[0][1]:
                on.append(len(rows) // 6)
            rows += (blocks.setdefault(block, len(blocks)), start, stop, len(known), begin, end)
            for word, at in known:
                words += (word.start, word.end - word.start, at - last)
                last = at
    found = {"sound": f"sound/{made.hash}.mp3", "ms": made.length, "blocks": list(blocks), "sentences": rows, "words": words}
    return {**found, "on": on} if on else found


def _starts(parts: list[tuple[list[Word], list[int]]], since: int, until: int) -> list[int]:
    """When each block's part of a sentence begins: with its first word, or after its share of the words."""
    count, before, starts = sum(len(found) for found, _ in parts), 0, []
    for found, ms in parts:
        starts.append(ms[0] if ms[0] >= 0 else since + (until - since) * before // count)
        before += len(found)
    return starts


def _by_block(sentence: Sentence) -> Iterator[tuple[str, list[Word]]]:
    for block, words in groupby(sentence.words, key=lambda word: word.block):
        yield block, list(words)


def _extent(words: Sequence[Word]) -> tuple[int, int]:
    return min(word.start for word in words), max(word.end for word in words)


def data_key(value: dict[str, Any]) -> str:
    """The name of a data script: by its content, so that a cache never gives old times."""
    return key(value)[:16]
