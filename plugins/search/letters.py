"""Text as the search compares it; the browser's `search-letters.js` does the same."""

from __future__ import annotations

import re
import unicodedata

#: Where a sign may be loose; most texts have none beyond these.
LOOSE = re.compile("[\xad\u0300-\U0010ffff]")
ALIKE = (("aa", "å"), ("ö", "ø"), ("ä", "æ"), ("é", "e"))


def is_letter(sign: str) -> bool:
    """Is it a letter or a digit of any script?"""
    return sign.isalnum()


def is_loose(sign: str) -> bool:
    """Is it nothing by itself: a soft hyphen, a mark of direction, an accent that no letter took up?"""
    category = unicodedata.category(sign)
    return category == "Cf" or category[0] == "M"


def lower(text: str) -> str:
    """A text written one way: NFC, lower case, without invisible signs and loose accents, aa as å, ö as ø, ä as æ, é as e."""
    kept = unicodedata.normalize("NFC", text).lower()
    if LOOSE.search(kept):
        kept = "".join(sign for sign in kept if not is_loose(sign))
    for seen, meant in ALIKE:
        kept = kept.replace(seen, meant)
    return kept


def normalise(text: str) -> str:
    """A text as titles are compared: its letters and digits, with nothing between them."""
    return "".join(filter(is_letter, lower(text)))
