"""Themes: pages that belong together, for saving at once, for talking books and for podcasts."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from plugins import document

#: What many pages of a kind are called, as on the home page; pages of other kinds are about the site itself.
NAMES = MappingProxyType({
    "yrke": "Yrker", "program": "Linjer på videregående", "vei": "Veier for deg", "tema": "Temaer", "hjelp": "Snakk med noen",
    "partner": "Hvem kan hjelpe?",
})  # fmt: skip
#: A tag on fewer pages than this is no theme.
LEAST = 2


@dataclass(frozen=True, slots=True)
class Theme:
    """Pages that belong together, sorted by title; `name` is its file name without an ending, no other theme's."""

    name: str
    title: str
    lang: str
    pages: tuple[Any, ...]


def themes(site: document.Site) -> tuple[Theme, ...]:
    """The site's themes: each kind of page, then each tag; in the order of NAMES, tags by title."""
    kinds = document.by_kind(site, site.settings.lang)
    found = [(NAMES[kind], kinds[kind]) for kind in NAMES if kind in kinds]
    found += [(_capital(tag), pages) for tag, pages in sorted(_tagged(kinds).items(), key=lambda item: document.title_order(item[0]))]
    names: dict[str, Theme] = {}
    for title, pages in found:
        if tuple(pages) in [theme.pages for theme in names.values()]:
            continue  # the same pages by another name
        theme = Theme(_free(document.slugify(title) or "tema", names), title, site.settings.lang, tuple(pages))
        names[theme.name] = theme
    return tuple(names.values())


def _tagged(kinds: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """The pages of each tag that enough of them have."""
    found: dict[str, list[Any]] = {}
    listed = (page for kind in NAMES for page in kinds.get(kind, ()))
    for page in sorted(listed, key=lambda page: document.title_order(page.document.data["title"])):
        for tag in dict.fromkeys(map(str, page.document.data.get("tags") or ())):
            found.setdefault(tag, []).append(page)
    return {tag: pages for tag, pages in found.items() if len(pages) >= LEAST}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _free(name: str, taken: dict[str, Theme]) -> str:
    """The name, with a number where it is taken."""
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{name}-{number}"
    return free
