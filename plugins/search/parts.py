"""What comes when somebody goes to the search field, in parts that no phone needs long for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from math import ceil

from .index import index
from .pages import Entry

#: So many pages of a part are read in well under 50 ms, the time after which a person notices.
MOST_PAGES = 250


def parts(entries: Sequence[Entry]) -> Iterator[str]:
    """The entries in parts of one size (what a word is worth depends on how many pages there are), each as JSON.

    A part is {"shown": what results show of each page, "words": its full-text index}. It is a text and no value, since
    browsers read JSON several times faster than a script.
    """
    count = ceil(len(entries) / MOST_PAGES)
    size = ceil(len(entries) / count) if count else 0
    for first in range(0, len(entries), size or 1):
        some = entries[first : first + size]
        part = {"shown": [entry.shown for entry in some], "words": index((entry.texts for entry in some), first)}
        yield json.dumps(part, ensure_ascii=False, separators=(",", ":"))
