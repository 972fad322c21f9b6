"""What of a page is not said, word by word, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.document import Block, Sentence, Span, letters

from .languages import stretches
from .script import Captions, plain, shown_below
from .settings import SpeechSettings
from .tables import Tables

#: What a reader would call a word: letters or digits with nothing between.
CHUNK = re.compile(r"[^\W_]+")
#: Why words in spans of these kinds are not said.
SPANS = {"code": "kode", "note": "fotnotemerke", "back": "pil tilbake"}.items()


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A word, or a picture's whole text, that is not said: its Block, its characters (UTF-16), and the reason in bokmål.

    A picture's text has a place and no characters.
    """

    block: str
    start: int
    end: int
    text: str
    reason: str


def unsaid(blocks: Sequence[Block], sentences: Sequence[Sentence], settings: SpeechSettings) -> list[Unsaid]:
    """The words of Blocks, and the texts of their pictures, that no Word of `sentences` covers, in the order of the page."""
    said: dict[str, list[tuple[int, int]]] = {}
    for word in (word for sentence in sentences for word in sentence.words):
        said.setdefault(word.block, []).append((word.start, word.end))
    tables, heard, captions = Tables(blocks), _pictures(sentences), shown_below(blocks)
    found = []
    for block in blocks:
        own = [
            Unsaid(block.id, start, end, text, _reason(block, start, end, tables, settings))
            for start, end, text in _words(block)
            if not any(first < end and start < last for first, last in said.get(block.id, ()))
        ]
        own += [
            Unsaid(block.id, span.start, span.start, span.value, _picture_reason(block, span, tables, captions, settings))
            for span in block.spans
            if span.kind == "image" and CHUNK.search(span.value) and not _is_heard(block, span, heard)
        ]
        found += sorted(own, key=lambda each: each.start)
    return found


def _pictures(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The Sentences that say what a picture shows: they have a place and no letters."""
    return [sentence for sentence in sentences if sentence.start == sentence.end]


def _is_heard(block: Block, picture: Span, heard: Sequence[Sentence]) -> bool:
    text = plain(picture.value)
    return any((each.block, each.start) == (block.id, picture.start) and each.text.endswith(text) for each in heard)


def _picture_reason(block: Block, picture: Span, tables: Tables, captions: Captions, settings: SpeechSettings) -> str:
    if block.kind == "pre":
        return "kode"
    if tables.is_head(block):
        return "bilde i tabellens hode"
    if captions.get(block.inside[-1:]) == plain(picture.value):
        return "står i teksten under bildet"
    return "" if settings.voice(block.lang) else f"ingen stemme for {block.lang}"


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
