"""Where in a page's file something of its front matter stands."""

from __future__ import annotations

import re

from .model import Document


def line_of_key(document: Document, key: str) -> int:
    """The line of a key at the top of the front matter, 1 where it is not found."""
    return next((number for number, line in _lines(document) if line.startswith(f"{key}:")), 1)


def line_of_entry(document: Document, key: str, text: str) -> int:
    """The line of one entry of the list below a key, else that of the key."""
    first = line_of_key(document, key)
    entry = re.compile(rf"(?<![\w/-]){re.escape(text)}(?![\w/-])")
    for number, line in _lines(document):
        if number > first and re.match(r"[\w-]|---", line):
            break
        if number >= first and entry.search(line.removeprefix(f"{key}:")):
            return number
    return first


def _lines(document: Document) -> enumerate:
    return enumerate(document.head.split("\n"), 1)
