"""Pages in lists: which kinds there are, titles as in a Norwegian dictionary."""

from __future__ import annotations

from typing import Any

from .site import every_page
from .translations import untranslated
from .whole import Site

#: æ, ø and å come after z, in that order; Swedish and German letters beside their kin.
LAST = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "é": "e", "è": "e", "ü": "y"})


def title_order(title: str) -> str:
    """What titles are sorted by.

    >>> sorted(["Ås", "Ærfugl", "Zoolog", "Økonom"], key=title_order)
    ['Zoolog', 'Ærfugl', 'Økonom', 'Ås']
    """
    return title.casefold().translate(LAST)


def by_kind(site: Site, lang: str) -> dict[str, list[Any]]:
    """The published pages of each kind, sorted by title; of one that is in several languages that in `lang`, else the site's."""
    groups: dict[str, list[Any]] = {}
    for page in every_page(site):
        groups.setdefault(untranslated(page, site), []).append(page)
    wanted = (lang, site.settings.lang)
    chosen = [min(group, key=lambda page: _rank(page.document.data["lang"], wanted)) for group in groups.values()]
    found: dict[str, list[Any]] = {}
    for page in sorted(chosen, key=lambda page: title_order(page.document.data["title"])):
        found.setdefault(page.document.data["kind"], []).append(page)
    return found


def _rank(lang: str, wanted: tuple[str, ...]) -> int:
    return wanted.index(lang) if lang in wanted else len(wanted)
