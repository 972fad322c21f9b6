"""Hard words where they stand: each first time in its section becomes a button that explains it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.document import Block, Insertion, is_whole, letters

from .wordlist import Term, Words

#: Where a word may be explained: running text, never a heading, a fold's title, code or a figure's text.
KINDS = frozenset("p li dd td".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 summary".split())
#: What already has a meaning of its own for a press or a listener.
TAKEN = frozenset("link code abbr lang note back".split())


def explained(blocks: Sequence[Block], words: Words) -> tuple[tuple[Insertion, ...], tuple[Term, ...]]:
    """The buttons of a page, and the terms that they explain, in the page's order."""
    found = list(_matches(blocks, words))
    terms = tuple({term.id: term for _, _, _, term in found}.values())
    buttons = (
        Insertion("around", block.id, start, end, "plain/word.html", {"term": term}) for block, start, end, term in found
    )
    return tuple(buttons), terms


def _matches(blocks: Sequence[Block], words: Words) -> Iterator[tuple[Block, int, int, Term]]:
    told: set[str] = set()
    for block in blocks:
        if block.kind in HEADINGS:
            told = set()
        elif block.kind in KINDS:
            for start, end, term in _in_block(block, words):
                if term.id not in told:
                    told.add(term.id)
                    yield block, start, end, term


def _in_block(block: Block, words: Words) -> Iterator[tuple[int, int, Term]]:
    """Where terms stand in a Block, UTF-16 units, and may be pressed."""
    source = letters(block)
    for match in words.pattern.finditer(source.text):
        start, end = source.place(match.start(), match.end())
        term = words.term(match[0])
        if term and is_whole(block, start, end) and not _is_taken(block, start, end) and _is_it(match[0], term):
            yield start, end, term


def _is_taken(block: Block, start: int, end: int) -> bool:
    return any(span.kind in TAKEN and span.start < end and start < span.end for span in block.spans)


def _is_it(text: str, term: Term) -> bool:
    """A short form in capitals ("NAV", "Vg1") is no word in small letters ("nav")."""
    short = next((form for form in term.entry.forms or [term.entry.term] if form.lower() == text.lower()), "")
    return not re.fullmatch(r"[A-ZÆØÅ]{2,}", short) or text[:2].isupper() or text == short
