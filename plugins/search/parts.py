"""What comes when somebody goes to the search field, in parts that no phone needs long for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import ceil

from plugins.document import Kept, digest

from .pages import Entry

#: So many pages of a part are read in well under 50 ms, the time after which a person notices.
MOST_PAGES = 250


def parts(entries: Sequence[Entry], kept: Kept | None = None, lang: str = "") -> list[str]:
    """The entries in parts of one size (what a word is worth depends on how many pages there are), each as JSON.

    A part is {"shown": what results show of each page, "words": its full-text index}. It is a text and no value, since
    browsers read JSON several times faster than a script. One whose pages are as before is taken from `kept`.
    """
    count = ceil(len(entries) / MOST_PAGES)
    size = ceil(len(entries) / count) if count else 0
    starts = range(0, len(entries), size or 1)
    made_of = [repr([(entry.shown, entry.texts) for entry in entries[first : first + size]]) for first in starts]
    asked = [(str(first), digest(first, each)) for first, each in zip(starts, made_of, strict=True)]

    def make(number: int) -> str:
        return _part(entries[starts[number] : starts[number] + size], starts[number])

    return (kept or Kept()).remember(f"search {lang}", asked, make, least=1)


def _part(entries: Sequence[Entry], first: int) -> str:
    from .index import index  # here, since it is seldom wanted and takes its time to load

    part = {"shown": [entry.shown for entry in entries], "words": index((entry.texts for entry in entries), first)}
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))
