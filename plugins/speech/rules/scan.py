"""Text of one language to tokens: the words to be said, each with its characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..lexicon import Lexicon
from . import addresses, dates, names, numbers, phones, signs
from .language import Language
from .rule import Rule

RULES: tuple[Rule, ...] = (
    *addresses.RULES, *dates.RULES[:3], *phones.RULES, *dates.RULES[3:], *signs.RULES[:3], *names.RULES, *numbers.RULES, *signs.RULES[3:],
)  # fmt: skip
#: A word as written: letters and digits, joined by hyphens, apostrophes and full stops, quotes within.
WORD = re.compile(r"\w+(?:(?:[»\"”’)]?[-'’·][«\"“(]?|[.:](?=\w\w))\w+)*(?:[-'’](?=\s|$))?")
NEXT = re.compile(r"[^\s\"'«»“”„‘’(\[{]|\((?=\+\d)")
QUOTES = re.compile('["«»“”„()]')
#: After a word, these may make it part of something longer.
JOINS = frozenset("/–—-@")


@dataclass(frozen=True, slots=True)
class Token:
    """A word to be said: `start` and `end` are characters of the scanned text."""

    start: int
    end: int
    text: str
    spoken: str
    lang: str = ""


def scan(text: str, start: int, end: int, language: Language, lexicon: Lexicon) -> Iterator[Token]:
    """The tokens of `text[start:end]`, which is in `language`; signs that are not said are passed over."""
    shouting, at = is_shouting(text[start:end]), start
    while found := NEXT.search(text, at, end):
        at = found.start()
        token = _token(text, at, end, language, lexicon, shouting)
        if token and token.spoken:
            yield token
        at = max(token.end if token else at + 1, at + 1)


def is_shouting(text: str) -> bool:
    """All in capitals, so that capitals do not tell an acronym."""
    return sum(character.isupper() for character in text) > 8 and not any(map(str.islower, text))


def _token(text: str, at: int, end: int, language: Language, lexicon: Lexicon, shouting: bool) -> Token | None:
    word = WORD.match(text, at, end)
    if word and (said := lexicon.say(QUOTES.sub("", word[0]), language.code)):
        return _made(text, at, word.end(), said)
    if not (word and is_plain(word, language)):
        for each in RULES:
            found = each.pattern.match(text, at, end)
            if found and (said := each.say(found, language)):
                return _made(text, at, found.end(), said)
        if expanded := names.expand(text, at, end, language):
            return _made(text, at, *expanded)
    return _made(text, at, word.end(), _parts(word[0], language, lexicon, shouting)) if word else None


def is_plain(word: re.Match[str], language: Language) -> bool:
    """Letters alone that no rule asks for: most words, and the fast way for them."""
    after = word.string[word.end() : word.end() + 1]
    return word[0].isalpha() and after not in JOINS and word[0].lower() not in language.asked_for


def _made(text: str, start: int, end: int, spoken: str) -> Token:
    return Token(start, end, QUOTES.sub("", text[start:end]), spoken)


def _parts(word: str, language: Language, lexicon: Lexicon, shouting: bool) -> str:
    """A word as it stands, but for parts of it that are acronyms or in the lexicon: "IT-utvikleren"."""
    bare = QUOTES.sub("", word)
    parts = bare.split("-")
    said = [lexicon.say(part, language.code) or names.acronym(part, language, shouting) or part for part in parts]
    if said == parts:
        return bare
    joined = said[0]
    for before, after in zip(said, said[1:], strict=False):
        joined += (" " if " " in before else "-") + after
    return joined
