"""The word list of a site, `content/ordliste.yaml`: hard words and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from plugins.document import Problem, problem, read_yaml, slugify

from .anyof import any_of

FILE = "ordliste.yaml"
#: An explanation is for one breath.
MOST_WORDS = 25


def _text(value: Any) -> Any:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("her mangler det en tekst på én linje.")
    return " ".join(value.split())


Text = Annotated[str, BeforeValidator(_text)]


def _short(value: Any) -> Any:
    text = _text(value)
    if len(text.split()) > MOST_WORDS:
        raise ValueError(f"er lengre enn {MOST_WORDS} ord. Forklar kortere.")
    return text


class Entry(BaseModel):
    """One word as an editor writes it."""

    model_config = ConfigDict(extra="forbid")
    term: Text
    forms: list[Text] = []
    explanation: Annotated[str, BeforeValidator(_short)]
    nynorsk: Text | None = None
    english: Text | None = None
    synonyms: list[Text] = []


class WordList(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")
    words: list[Entry]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the list; `id` is the end of its address on the page of all words, `number` counts from 1."""

    id: str
    number: int
    entry: Entry


@dataclass(frozen=True)
class Words:
    """The list ready to be looked up: `pattern` finds any form, the longest first; `terms` by form in small letters.

    `within` finds a form of more than four letters as a part of a word.
    """

    terms: tuple[Term, ...] = ()
    forms: dict[str, Term] = field(default_factory=dict)
    pattern: re.Pattern[str] = re.compile(r"(?!)")
    within: re.Pattern[str] = re.compile(r"(?!)")

    def term(self, form: str) -> Term | None:
        """The term that a form belongs to, with or without a genitive s."""
        lower = form.lower()
        return self.forms.get(lower) or self.forms.get(lower.removesuffix("s"))


def read_words(content: Path, kept: Any = None) -> tuple[Words, list[Problem]]:
    """The word list of a content folder (empty where it has none), and what is wrong with the file; `kept` as for `read_yaml`."""
    path = content / FILE
    if not path.is_file():
        return Words(), []
    found, header, problems = read_yaml(path, FILE, WordList, "word-list", kept)
    if found is None:
        return Words(), problems
    return make_words(found.words), [*problems, *_double(found.words, header.lines)]


def make_words(entries: Iterable[Entry]) -> Words:
    """Words of entries; a form that stands twice belongs to the first."""
    terms = tuple(Term(slugify(entry.term), number, entry) for number, entry in enumerate(entries, 1))
    forms: dict[str, Term] = {}
    for term in terms:
        for form in _forms(term.entry):
            forms.setdefault(form.lower(), term)
    pattern = re.compile(rf"(?<![\w/-]){any_of(forms)}s?(?![\w-]|/\w)", re.IGNORECASE)
    return Words(terms, forms, pattern, re.compile(any_of(form for form in forms if len(form) > 4)))


def _forms(entry: Entry) -> Iterator[str]:
    yield from dict.fromkeys((entry.term, *entry.forms, *filter(None, (entry.nynorsk,))))


def _double(entries: list[Entry], lines: dict[tuple, int]) -> Iterator[Problem]:
    """A form of two words: which of them is meant?"""
    first: dict[str, int] = {}
    for number, entry in enumerate(entries):
        for form in dict.fromkeys(form.lower() for form in (entry.term, *entry.forms)):
            if first.setdefault(form, number) != number:
                message = f"«{form}» hører alt til «{entries[first[form]].term}». La formen stå under bare ett ord."
                yield problem(FILE, lines.get(("words", number), 1), "word-list", message)
