"""What a result shows of a page, and the texts that lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from plugins import document

from .demand import searches
from .letters import normalise
from .titles import Title

#: Pages that are ways to other pages: nobody looks for them.
WAYS = ("home", "search/page")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the search has it: its title with its demand, its texts by field of the index, what a result shows."""

    page: Any
    title: Title
    texts: dict[str, str]
    shown: dict[str, Any]


def entries(site: document.Site, lang: str = "") -> list[Entry]:
    """The pages that can be found, most wanted first, each once: in `lang` ("": the site's) where it can be had."""
    others = document.translations(site)
    found = [entry(page, site, others[page.document.file].found.values()) for page in _pages(site, lang or site.settings.lang)]
    return sorted(found, key=lambda each: -each.title.searches)


def _pages(site: document.Site, lang: str) -> list[Any]:
    pages = (page for pages in document.by_kind(site, lang).values() for page in pages)
    return sorted((page for page in pages if page.document.data.get("template") not in WAYS), key=lambda page: page.document.file)


def entry(page: Any, site: document.Site, others: Iterable[Any] = ()) -> Entry:
    """All that the search needs of one page; `shown["lines"]` are its summary's sentences, then its headings.

    What its translations, `others`, are called finds it too.
    """
    data = page.document.data
    names, summary = _names(data, others), [block.text for block in document.summary_blocks(page)]
    headings = list(page.document.gist.headings)
    headings += [film.heading.text for film in (page.video.all if page.video else ())]
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


def _names(data: dict[str, Any], others: Iterable[Any]) -> tuple[str, ...]:
    """What else leads to a page: its other names, its title in other languages (pages, short versions), and their other names."""
    translations = [other.document.data for other in others]
    versions = [version.get("title", "") for each in (data, *translations) for version in (each.get("summaries") or {}).values()]
    also = [name for each in translations for name in each.get("also_called") or ()]
    names = (*(data.get("also_called") or ()), *(each["title"] for each in translations), *versions, *also)
    known = {normalise(data["title"])}
    return tuple(name for name in names if name and not (normalise(name) in known or known.add(normalise(name))))


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
