"""Finding pages by what other pages call them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plugins import document

from .blocks import Item

#: A trade is called after its occupation: elektrikerfaget leads to elektriker.
TRADE = ("faget", "fag")


class Pages:
    """The site's published pages by language and name: slug first, then folder/slug, title and other names."""

    def __init__(self, site: document.Site) -> None:
        """Look at every published page once."""
        self.site = site
        self.known: dict[tuple[str, str], Any] = {}
        pages = self.all = document.every_page(site)
        for names in (_slug, _place, _titles):
            for page in pages:
                for name in names(page.document):
                    self.known.setdefault((page.document.data["lang"], name), page)
        self.folders = sorted({document.place(page.document).rpartition("/")[0] for page in pages})

    def find(self, name: str, lang: str) -> Any | None:
        """The page that `name` means to a page in `lang`, or that in the site's main language."""
        slug = "/".join(map(document.slugify, name.split("/")))
        return self.known.get((lang, slug)) or self.known.get((self.site.settings.lang, slug))

    def places(self, name: str, lang: str) -> list[str]:
        """Each folder/slug that a bare slug means to a page in `lang`."""
        found = ((lang, f"{folder}/{document.slugify(name)}") for folder in self.folders)
        return [key[1] for key in found if key in self.known]

    def find_trade(self, name: str, lang: str) -> Any | None:
        """The page of a trade's occupation, which may have the trade's name without its end."""
        ends = next((name.removesuffix(end) for end in TRADE if name.endswith(end)), "")
        return self.find(name, lang) or (self.find(ends, lang) if ends else None)

    def address(self, page: Any) -> str:
        """Where a page lies in the output."""
        return document.address(page.document, self.site)

    def picture(self, page: Any) -> str:
        """Where a page's picture lies in the output, "" where it has none."""
        written = (page.document.data.get("picture") or {}).get("file", "")
        return document.find_named(written, page.document.file, self.site.index).address if written else ""


def _slug(found: document.Document) -> Iterator[str]:
    yield found.slug


def _place(found: document.Document) -> Iterator[str]:
    yield document.place(found)


def _titles(found: document.Document) -> Iterator[str]:
    yield document.slugify(found.data["title"])
    yield from map(document.slugify, found.data.get("also_called") or [])


def others(names: Iterable[str], page: Any, pages: Pages) -> Iterator[Any]:
    """The pages that `page` names, once each and never itself; names of pages that are not there yet are left out."""
    found = (pages.find(name, page.document.data["lang"]) for name in names)
    seen = {each.document.file: each for each in found if each is not None and each is not page}
    yield from seen.values()


def item(block: document.Block, page: Any | None, pages: Pages) -> Item:
    """A line of a list that leads to `page`."""
    return Item(block, pages.address(page), pages.picture(page)) if page is not None else Item(block)
