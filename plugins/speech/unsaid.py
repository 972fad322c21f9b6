"""What of a page is not said, word by word, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.document import Block, Sentence, letters

from .languages import stretches
from .settings import SpeechSettings
from .tables import Tables

#: What a reader would call a word: letters or digits with nothing between.
CHUNK = re.compile(r"[^\W_]+")
#: Why words in spans of these kinds are not said.
SPANS = {"code": "kode", "note": "fotnotemerke", "back": "pil tilbake"}.items()


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A word that is not said: its Block, its characters (UTF-16), and the reason in bokmål."""

    block: str
    start: int
    end: int
    text: str
    reason: str


def unsaid(blocks: Sequence[Block], sentences: Sequence[Sentence], settings: SpeechSettings) -> list[Unsaid]:
    """The words of Blocks that no Word of `sentences` covers, in the order of the page."""
    said: dict[str, list[tuple[int, int]]] = {}
    for word in (word for sentence in sentences for word in sentence.words):
        said.setdefault(word.block, []).append((word.start, word.end))
    tables = Tables(blocks)
    return [
        Unsaid(block.id, start, end, text, _reason(block, start, end, tables, settings))
        for block in blocks
        for start, end, text in _words(block)
        if not any(first < end and start < last for first, last in said.get(block.id, ()))
    ]


def _words(block: Block) -> Iterator[tuple[int, int, str]]:
    """Each word that is seen, cut where a span that is not said begins or ends: start, end, and the text as it stands."""
    seen = letters(block, ())
    inner = {seen.index(place) for span in block.spans if span.kind in dict(SPANS) for place in (span.start, span.end)}
    for first, last in pairwise(sorted({0, len(seen.text), *inner})):
        for found in CHUNK.finditer(seen.text, first, last):
            yield *seen.place(*found.span()), found[0]


def _reason(block: Block, start: int, end: int, tables: Tables, settings: SpeechSettings) -> str:
    if block.kind == "pre":
        return "kode"
    for kind, reason in SPANS:
        if any(span.kind == kind and span.start < end and start < span.end for span in block.spans):
            return reason
    if tables.is_head(block):
        return "kolonnen er tom"
    seen = letters(block, ())
    lang = next(lang for first, last, lang in stretches(block, seen, 0, len(seen.text)) if seen.index(start) < last)
    return "" if settings.voice(lang) else f"ingen stemme for {lang}"
