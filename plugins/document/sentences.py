"""Where sentences begin and end, and what is a word: one splitter for speech and readability.

A sentence ends at . ! ? or … where a listener would hear an end: not after "f.eks.", not within
"4,5", "08.30", "1. mars" or "nav.no". A Block's end and a line break (`br`) end one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .abbreviations import Abbreviations, abbreviations
from .letters import Letters, letters
from .model import Block

CLOSERS = "\"'»”’)\\]"
OPENERS = "\"'«“„‘(\\["
END = re.compile(rf"[.!?…؟۔።፧।]+[{CLOSERS}]*(?=\s|$)|(?<=[a-zæøå]{{3}})[.!?](?=[A-ZÆØÅ][a-zæøå]+[ ,])")
NEXT = re.compile(rf"[\s{OPENERS}–—-]*(.?)", re.DOTALL)
LAST = re.compile(rf"(?:\b[^\W\d_]{{1,2}}\.\s)*[^\s{OPENERS}]*$")
ORDINAL = re.compile(r"\d{1,3}|[IVX]+")
#: Digits in groups of three are one word, whatever blank stands between.
NUMBER = r"[+-]?\d{1,3}(?:[ \u00a0\u2007\u2009\u202f]\d{3})+(?![\d])(?:,\d+)?"
WORD = re.compile(rf"(?<![\w,.]){NUMBER}(?=\W|$)|\S+")
INNER = re.compile(r"\w(?:.*\w)?", re.DOTALL)
QUOTES = re.compile('["«»“”„]')
SAID = re.compile(r"[^\W_]")
UNBROKEN_LOWER = 6
#: How many characters back an abbreviation can begin.
REACH = 60


def sentences(block: Block) -> list[tuple[int, int]]:
    """The sentences of a Block that hold a word, each (start, end) in UTF-16 units of its text, trimmed."""
    source = letters(block)
    return [source.place(start, end) for start, end in sentence_ranges(source, block)]


def sentence_ranges(source: Letters, block: Block) -> Iterator[tuple[int, int]]:
    """The same as ranges of characters of `source.text`, for rooms that work on Letters."""
    start = 0
    for end in [*ends(source, block), len(source.text)]:
        text = source.text[start:end]
        first, last = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        if SAID.search(text):
            yield first, last
        start = end


def ends(source: Letters, block: Block) -> list[int]:
    """Where in `source.text` a sentence ends, rising; the end of the text is not among them."""
    text, known = source.text, abbreviations(block.lang)
    found = {source.index(span.start) for span in block.spans if span.kind == "break"}
    start = 0
    for mark in END.finditer(text):
        if ends_here(text[start : mark.start()], mark.group(), text[mark.end() : mark.end() + 40], known):
            start = mark.end()
            found.add(start)
    return sorted(found)


def ends_here(before: str, mark: str, after: str, known: Abbreviations) -> bool:
    """Does the sentence `before` end at `mark`, given what comes `after`?"""
    following = NEXT.match(after)[1]
    if mark[0] != "." or mark.startswith(".."):
        return not following.islower()
    last = LAST.search(before[-REACH:])[0]
    short = "".join(last.lower().split()).rstrip(".")
    if short in known.never:
        return False
    if short in known.may:
        return following.isupper()
    last = last.split()[-1] if last else ""
    if following.islower():
        return len(last) >= UNBROKEN_LOWER and last.isalpha() and last.islower()
    if ORDINAL.fullmatch(last):
        return not _ordinal(before, last, after, known)
    return not (len(last) == 1 and last.isupper() and _initial(before[:-1], known))


def _ordinal(before: str, last: str, after: str, known: Abbreviations) -> bool:
    """ "1. Søk jobb" begins with a number, "17. Mai" is a date; "i 2025. Nå" is neither."""
    word = re.match(r"\s*(\w*)", after)[1].lower()
    return before.strip() == last or word in known.months


def _initial(before: str, known: Abbreviations) -> bool:
    """ "Bjørn H. Hansen" and "H. Hansen", but not "klasse B. Du"."""
    previous = before.split()[-1:] or [""]
    return (previous[0][:1].isupper() and previous[0].lower() not in known.capitals) or not before.strip()


def words(block: Block) -> list[str]:
    """The words of a Block as they are seen, without quotes and punctuation round them."""
    return words_of(letters(block).text)


def words_of(text: str) -> list[str]:
    """The words of a cleaned text."""
    found = []
    for run in WORD.findall(text):
        if run.isalnum():  # nearly all of them
            found.append(run)
        elif inner := INNER.search(run):
            found.append(QUOTES.sub("", inner[0]))
    return found


def word_ranges(text: str) -> Iterator[tuple[int, int]]:
    """The words of a cleaned text as (start, end); "1 250 000,50" is one, signs alone are none."""
    for run in WORD.finditer(text):
        first = INNER.search(run[0])
        if first:
            yield run.start() + first.start(), run.start() + first.end()
