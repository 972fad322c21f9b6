"""The running text of a page: its sentences with their words, where plain language can be asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.document import Block, letters, sentences
from plugins.document import words as words_of

#: Languages whose words we know.
LANGS = ("nb", "nn")
#: Nothing is said about these: code, tables, quotes and notes.
APART = ("table", "quote", "footnotes")
KINDS = frozenset("p li dd figcaption".split())
#: Words that are code, in another language or an address are no words of the page.
FOREIGN = frozenset("code lang note back".split())


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a page as it is seen, with the words of it that are the page's own, and its line."""

    text: str
    words: tuple[str, ...]
    lang: str
    line: int
    block: Block


def running(blocks: Sequence[Block]) -> Iterator[Said]:
    """The sentences of paragraphs and lists in bokmål and nynorsk."""
    for block in blocks:
        if block.kind in KINDS and block.lang in LANGS and not any(part.startswith(APART) for part in block.inside):
            yield from _sentences(block)


def _sentences(block: Block) -> Iterator[Said]:
    shown, own = letters(block), letters(block, FOREIGN)
    for start, end in sentences(block):
        first, last = shown.index(start), shown.index(end)
        part = Block("", "p", own.text[first:last], block.lang)
        yield Said(" ".join(shown.text[first:last].split()), tuple(words_of(part)), block.lang, block.line, block)
