"""The words of a text as the full-text index has them; the browser's `search-words.js` does the same."""

from __future__ import annotations

from collections.abc import Iterator

from .letters import is_letter, lower

#: Signs that join two words into one: hyphens, dashes, slashes.
JOINTS = "-/\\\u2010\u2011\u2012\u2013\u2014\u2212"


def words(text: str) -> Iterator[str]:
    """The words, each run of letters and digits; of joined ones the whole too: "e-post" gives e, post, epost."""
    signs = (sign if is_letter(sign) else "-" if sign in JOINTS else " " for sign in lower(text))
    for chunk in "".join(signs).split():
        parts = [part for part in chunk.split("-") if part]
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)
