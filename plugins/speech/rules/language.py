"""What the rules need to know of a language: words and lists, no code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Language:
    """Words that stand for signs, and lists that the rules look things up in; "" or empty: no such rule.

    `abbreviations`: written form -> words; "?" at its end: the last full stop may be left out.
    `not_last`: abbreviations that are words of their own at a sentence's end ("Boksen er tom.").
    `numbered`: those that are words of their own where no number follows ("Say no.").
    `units`: sign after a number -> (one, few, many); few is for languages with three forms.
    `rates`: what follows a "/" -> words. `currency`: sign before or after a number -> unit.
    `neuter`: nouns that take `half_neuter`. `spelt`: acronyms said letter by letter though they
    could be read; `words`: those read as words. `common`: short words, never acronyms in capitals.
    `ranges`: what a dash between means "to". `phone_cues`, `date_cues`: words before a number that
    make it a telephone number or a date; `not_time`: those that make 8.30 a number.
    """

    code: str
    vowels: str = "aeiouyæøåäö"
    link: str = ""
    image: str = ""
    to: str = ""
    clock: str = ""
    minus: str = ""
    plus: str = ""
    point: str = ""
    or_word: str = ""
    and_or: frozenset[str] = frozenset()
    comma_groups: bool = False
    day_first: bool = True
    signs: Mapping[str, str] = field(default_factory=dict)
    paragraphs: tuple[str, str] = ("", "")
    months: tuple[str, ...] = ()
    short_months: Mapping[str, str] = field(default_factory=dict)
    weekdays: Mapping[str, str] = field(default_factory=dict)
    halves: Mapping[str, str] = field(default_factory=dict)
    denominators: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    numerators: Mapping[str, str] = field(default_factory=dict)
    half_neuter: str = ""
    neuter: frozenset[str] = frozenset()
    of: str = ""
    and_word: str = ""
    units: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    rates: Mapping[str, str] = field(default_factory=dict)
    currency: Mapping[str, str] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    not_last: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    with_slash: Mapping[str, str] = field(default_factory=dict)
    spelt: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    ranges: frozenset[str] = frozenset()
    phone_cues: frozenset[str] = frozenset()
    date_cues: frozenset[str] = frozenset()
    not_time: frozenset[str] = frozenset()

    def unit(self, sign: str, number: str) -> str:
        """The words for a unit's sign after `number`, in the form that the number asks for."""
        one, few, many = self.units[sign]
        whole = number.lstrip("-−–+").replace(" ", "")
        if self.code == "uk":
            return _slavic(whole, one, few, many)
        return one if whole == "1" else many

    @cached_property
    def abbreviation_pattern(self) -> re.Pattern[str]:
        """All abbreviations, longest first; a blank may stand between their parts ("f. eks.")."""
        return re.compile(rf"(?:{'|'.join(map(_written, sorted(self.abbreviations, key=len, reverse=True))) or '(?!)'})", re.IGNORECASE)

    @cached_property
    def asked_for(self) -> frozenset[str]:
        """Words in lower case with which an abbreviation, a unit, a currency or a range may begin."""
        starts = [re.match(r"[^.?/]*", key)[0] for key in self.abbreviations]
        more = (*self.units, *self.currency, *self.weekdays, *self.with_slash, "http", "https", "ftp", "mailto", "www")
        return frozenset(each.lower() for each in (*starts, *more))

    @cached_property
    def abbreviation_table(self) -> dict[str, str]:
        """Words by the written form in lower case, without its last full stop."""
        return {key.rstrip("?").rstrip(".").lower(): said for key, said in self.abbreviations.items()}


def _written(key: str) -> str:
    """The pattern of one abbreviation; "?" at its end lets the last full stop be left out."""
    parts = r"\.\s?".join(re.escape(part) for part in key.rstrip("?").rstrip(".").split("."))
    last = r"(?:\.|(?![\w-]))" if key.endswith("?") else r"\." if key.endswith(".") else ""
    return rf"{parts}{last}(?![^\W\d]|-\w)"


def _slavic(number: str, one: str, few: str, many: str) -> str:
    """1, 21, 31 ... one; 2–4, 22–24 ... few; the rest, 11–14 too, many. A fraction takes few."""
    if not number.isdigit():
        return few
    last, teen = number[-1], number[-2:-1] == "1"
    return one if last == "1" and not teen else few if last in "234" and not teen else many


def same(word: str) -> tuple[str, str, str]:
    """A unit with one form."""
    return word, word, word


def two(one: str, many: str) -> tuple[str, str, str]:
    """A unit with one form for 1 and one for the rest."""
    return one, many, many
