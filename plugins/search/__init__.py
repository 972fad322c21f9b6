"""Room search: pages found by people who spell badly.

Takes every page's title, other names, tags, summary, headings and sound. Gives `site.search` (the list from A to Å, the
page of results, pages where a person answers) and data scripts: the titles, and in parts what results show and the
full-text index.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from plugins import document, speech

from .alphabet import Line, alphabet
from .demand import occupations, searches
from .letters import normalise
from .pages import entries
from .parts import parts
from .titles import title_data

__all__ = ["Search", "make_ready", "normalise", "occupations", "process", "write"]


@dataclass(frozen=True, slots=True)
class Search:
    """What templates need: the keys of the data scripts, the address of the results, the list A–Å, pages with people, pages by demand.

    `others` holds the same for pages in other languages than the site's.
    """

    titles: str
    parts: list[str]
    address: str
    letters: list[tuple[str, list[Line]]]
    people: list[Any]
    wanted: list[Any]
    others: Mapping[str, Search] = field(default_factory=dict)

    def of(self, lang: str) -> Search:
        """What a page in `lang` needs: each page once, in that language where it can be had."""
        return self.others.get(lang, self)


def make_ready() -> None:
    """Read what people search for, where a process has time before its build."""
    searches()
    occupations()


def process(site: document.Site) -> None:
    """Make the search data of all pages, where the site has a page for results (`template: search/page`)."""
    results = [page for page in document.every_page(site) if page.document.data.get("template") == "search/page"]
    if not results:
        return
    own = site.settings.lang
    langs = {page.document.data["lang"] for page in document.every_page(site)} - {own}
    site.search = replace(_search(site, own, results), others={lang: _search(site, lang, results) for lang in sorted(langs)})


def _search(site: document.Site, lang: str, results: list[Any]) -> Search:
    """The search as pages in `lang` have it."""
    found = entries(site, lang)
    titles = _store(site, title_data(entry.title for entry in found))
    keys = [_store(site, part) for part in parts(found, site.kept, lang)]
    shown = next((page for page in results if page.document.data["lang"] == lang), results[0])
    address, pages = document.address(shown.document, site), [entry.page for entry in found]
    return Search(titles, keys, address, alphabet(found), _people(site, lang), pages)


def _people(site: document.Site, lang: str) -> list[Any]:
    """Pages that lead to a person: the one that asks how you want to talk, else those about help."""
    talk = site.guidance.tools.get("talk") if site.guidance else None
    return [talk] if talk else sorted(document.by_kind(site, lang).get("hjelp", []), key=lambda page: page.document.file)


def write(site: document.Site) -> None:
    """Nothing: what this room made is in `site.data`."""


def _store(site: document.Site, value: Any) -> str:
    """Put a value among the data scripts; gives its key."""
    key = speech.data_key(value)
    site.data[key] = value
    return key
