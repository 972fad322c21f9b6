"""Text of one language to tokens: the words to be said, each with its characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..lexicon import Lexicon
from . import addresses, dates, names, numbers, phones, signs
from .choice import rules_for
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
#: More capitals than this, and no small letter.
SHOUT = 8


@dataclass(frozen=True, slots=True)
class Token:
    """A word to be said: `start` and `end` are characters of the scanned text; `rest`: a short rest follows."""

    start: int
    end: int
    text: str
    spoken: str
    lang: str
    rest: bool = False


def scan(text: str, start: int, end: int, lang: str, lexicon: Lexicon) -> Iterator[Token]:
    """The tokens of `text[start:end]`, which is in `lang`; signs that are not said are passed over."""
    scanner, at = Scanner(text, start, end, rules_for(lang), lexicon), start
    while found := NEXT.search(text, at, end):
        at = found.start()
        said = scanner.word(at)
        if said and said[1]:
            last = said[0] - (said[0] == end and text[end - 1] == ".")  # the sentence's own full stop
            yield Token(at, last, bare(text[at:last]), said[1], lang)
        at = max(said[0] if said else 0, at + 1)


class Scanner:
    """A stretch of text, and what its language and the site's lexicon say of it."""

    def __init__(self, text: str, start: int, end: int, language: Language, lexicon: Lexicon) -> None:
        self.text, self.end = text, end
        self.language, self.lexicon = language, lexicon
        self.shouting = is_shouting(text[start:end])

    def word(self, at: int) -> tuple[int, str] | None:
        """The end and the spoken form of what begins at `at`; None for a sign that is not said."""
        word = WORD.match(self.text, at, self.end)
        if word and (said := self.lexicon.say(bare(word[0]), self.language.code)):
            joined = self.text[word.end() : min(word.end() + 1, self.end)] in JOINS  # "han/hun", "post@nav.no": more than its first word
            return (joined and self.ruled(at)) or (word.end(), said)
        if word and self.is_plain(word):
            return word.end(), self.parts(word[0])
        return self.ruled(at) or (word and (word.end(), self.parts(word[0])))

    def is_plain(self, word: re.Match[str]) -> bool:
        """Letters alone that no rule asks for: most words, and the fast way for them."""
        after = self.text[word.end() : word.end() + 1]
        return word[0].isalpha() and after not in JOINS and word[0].lower() not in self.language.asked_for

    def ruled(self, at: int) -> tuple[int, str] | None:
        """What the first rule that holds says."""
        for each in RULES:
            found = each.pattern.match(self.text, at, self.end)
            if found and (said := each.say(found, self.language)):
                return found.end(), said
        return names.expand(self.text, at, self.end, self.language)

    def parts(self, word: str) -> str:
        """A word as it stands, but for parts of it that are acronyms or in the lexicon: "IT-utvikleren"."""
        if word.isalpha() and word[1:].islower():
            return word
        parts = bare(word).split("-")
        said = [self.part(part) for part in parts]
        joined = said[0]
        for before, after in pairwise(said):
            joined += (" " if " " in before else "-") + after
        return joined

    def part(self, part: str) -> str:
        """One part of a word with hyphens."""
        code = self.language.code
        return self.lexicon.say(part, code) or names.acronym(part, self.language, self.shouting) or part


def is_shouting(text: str) -> bool:
    """All in capitals, so that capitals do not tell an acronym."""
    return sum(character.isupper() for character in text) > SHOUT and not any(map(str.islower, text))


def bare(word: str) -> str:
    """A word without quotes and brackets in it."""
    return word if word.isalnum() else QUOTES.sub("", word)
