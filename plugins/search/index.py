"""The full-text index: built here by lunr.py, read by lunr.js in the browser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from lunr.builder import Builder
from snowballstemmer.norwegian_stemmer import NorwegianStemmer

from .words import words

#: The fields of a page, and how much a word in each counts.
FIELDS = {"title": 10, "headings": 3, "summary": 2}


def index(pages: Iterable[Mapping[str, str]], first: int = 0) -> dict[str, Any]:
    """The serialised index of pages, numbered from `first`, each a text by field.

    lunr.py's own language support is not used: it fetches word lists while building, and its trimmer eats digits and
    æøå. Its Builder takes lists of ready stems.
    """
    stem = cache(NorwegianStemmer().stemWord)
    builder = Builder()
    for name, boost in FIELDS.items():
        builder.field(name, boost)
    for number, page in enumerate(pages, first):
        builder.add({"id": number, **{name: [stem(word) for word in words(page[name])] for name in FIELDS}})
    return _for_browser(builder.build().serialize())


def _for_browser(made: dict[str, Any]) -> dict[str, Any]:
    """Words in the order of UTF-16, as lunr.js demands; Python's own differs beyond U+FFFF."""
    return {**made, "invertedIndex": sorted(made["invertedIndex"], key=lambda entry: entry[0].encode("utf-16-be"))}
