"""The same page in other languages: same folder and slug, another `lang`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .site import address, every_page
from .whole import Site


@dataclass(frozen=True, slots=True)
class Translations:
    """`found` are the other pages by language, `missing` the languages of the site that this page is not in."""

    found: dict[str, Any]
    missing: tuple[str, ...]


def untranslated(page: Any, site: Site) -> str:
    """The page's address without its language: what its translations have in common."""
    found, lang = address(page.document, site), page.document.data["lang"]
    return found.removeprefix(f"{lang.lower()}/") if lang != site.settings.lang else found


def translations(site: Site) -> dict[str, Translations]:
    """For each page, by its file, where else it can be read; empty on a site of one language."""
    pages = every_page(site)
    groups: dict[str, dict[str, Any]] = {}
    for page in pages:
        groups.setdefault(untranslated(page, site), {})[page.document.data["lang"]] = page
    langs = sorted({page.document.data["lang"] for page in pages})
    return {page.document.file: _of(page, groups[untranslated(page, site)], langs) for page in pages}


def _of(page: Any, group: dict[str, Any], langs: list[str]) -> Translations:
    own = page.document.data["lang"]
    return Translations({lang: group[lang] for lang in langs if lang in group and lang != own}, tuple(_missing(group, langs)))


def _missing(group: dict[str, Any], langs: list[str]) -> Iterator[str]:
    return (lang for lang in langs if lang not in group)
