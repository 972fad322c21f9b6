"""Text as the search compares it; the browser's `search-letters.js` does the same."""

from __future__ import annotations

import unicodedata

ALIKE = (("aa", "å"), ("ö", "ø"), ("ä", "æ"), ("é", "e"))


def is_letter(sign: str) -> bool:
    """Is it a letter or a digit of any script?"""
    return unicodedata.category(sign)[0] in "LN"


def lower(text: str) -> str:
    """A text written one way: NFC, lower case, without invisible signs, aa as å, ö as ø, ä as æ, é as e."""
    kept = "".join(sign for sign in unicodedata.normalize("NFC", text).lower() if unicodedata.category(sign) != "Cf")
    for seen, meant in ALIKE:
        kept = kept.replace(seen, meant)
    return kept


def normalise(text: str) -> str:
    """A text as titles are compared: its letters and digits, with nothing between them."""
    return "".join(filter(is_letter, lower(text)))
