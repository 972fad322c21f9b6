"""What a result shows of a page, and the texts that lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plugins import document

from .demand import searches
from .letters import normalise
from .titles import Title

#: Pages that are ways to other pages: nobody looks for them.
WAYS = ("home", "search/page")
#: Lines that say what a part of the page is about.
HEADINGS = ("h2", "h3", "h4", "h5", "h6", "summary")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the search has it: its title with its demand, its texts by field of the index, what a result shows."""

    page: Any
    title: Title
    texts: dict[str, str]
    shown: dict[str, Any]


def entries(site: document.Site) -> list[Entry]:
    """The pages that can be found, most wanted first."""
    found = [entry(page, site) for page in document.every_page(site) if page.document.data.get("template") not in WAYS]
    return sorted(found, key=lambda each: -each.title.searches)


def entry(page: Any, site: document.Site) -> Entry:
    """All that the search needs of one page; `shown["lines"]` are its summary's sentences, then its headings."""
    data = page.document.data
    names, summary = tuple(data.get("also_called") or ()), [block.text for block in document.summary_blocks(page)]
    headings = [block.text for block in page.document.blocks if block.kind in HEADINGS]
    texts = {
        "title": "\n".join([data["title"], *names]),
        "headings": "\n".join([*(data.get("tags") or ()), *headings]),
        "summary": "\n".join(summary),
    }
    shown = {
        "address": document.address(page.document, site),
        "kind": data["kind"],
        "lang": data["lang"],
        "lines": [*summary, *headings],
        **dict(_picture(page, site)),
        **dict(_heard(page, site)),
    }
    return Entry(page, Title(data["title"], demand(data["title"], *names), names), texts, shown)


def demand(*names: str) -> int:
    """How many searches there were for any of the names."""
    return sum(searches()[name] for name in {normalise(name) for name in names})


def _picture(page: Any, site: document.Site) -> Iterator[tuple[str, str]]:
    picture = page.document.data.get("picture")
    if picture:
        yield "picture", document.find_named(picture["file"], page.document.file, site.index).address


def _heard(page: Any, site: document.Site) -> Iterator[tuple[str, list]]:
    """What says the page's title and its first sentence: [key of its word times, from the Block, to the Block]."""
    if not (page.speech and page.speech.sound):
        return
    said = site.data[page.speech.key]["blocks"]
    first = [id for id in ("tittel", "kort-1") if id in said]
    if first:
        yield "heard", [page.speech.key, first[0], first[-1]]
