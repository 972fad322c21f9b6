"""Text offsets as the browser counts them: UTF-16 code units, two for an emoji."""

from __future__ import annotations


def units(text: str) -> int:
    """The length of `text` in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_index(text: str, offset: int) -> int:
    """The index in `text` of the character at a UTF-16 `offset` (inside a pair: of that character)."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return offset
    at = 0
    for index, character in enumerate(text):
        at += 2 if character > "\uffff" else 1
        if at > offset:
            return index
    return len(text)
