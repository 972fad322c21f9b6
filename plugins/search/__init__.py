"""Room search: pages found by people who spell badly.

Takes every page's title, other names, tags, summary, headings and sound. Gives `site.search` (the list from A to Å, the
page of results, pages where a person answers) and data scripts: the titles, and in parts what results show and the
full-text index.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plugins import document, speech

from .alphabet import Line, alphabet
from .demand import occupations
from .letters import normalise
from .pages import entries
from .parts import parts
from .titles import title_data

__all__ = ["Search", "normalise", "occupations", "process", "write"]


@dataclass(frozen=True, slots=True)
class Search:
    """What templates need: the keys of the data scripts, the address of the results, the list A–Å, pages with people."""

    titles: str
    parts: list[str]
    address: str
    letters: list[tuple[str, list[Line]]]
    people: list[Any]


def process(site: document.Site) -> None:
    """Make the search data of all pages, where the site has a page for results (`template: search/page`)."""
    results = [page for page in document.every_page(site) if page.document.data.get("template") == "search/page"]
    if not results:
        return
    found = entries(site)
    titles = _store(site, title_data(entry.title for entry in found))
    keys = [_store(site, part) for part in parts(found)]
    address = document.address(results[0].document, site)
    people = [page for page in document.every_page(site) if page.document.data["kind"] == "hjelp"]
    site.search = Search(titles, keys, address, alphabet(found), people)


def write(site: document.Site) -> None:
    """Nothing: what this room made is in `site.data`."""


def _store(site: document.Site, value: Any) -> str:
    """Put a value among the data scripts; gives its key."""
    key = speech.data_key(value)
    site.data[key] = value
    return key
