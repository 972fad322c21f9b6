"""Which pages a theme gathers: those of an interest's letters, or those that a programme leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .pages import Pages, others

#: An interest with fewer pages of its own is filled up with those where it comes second.
ENOUGH = 8
#: A programme that leads to fewer occupations with a page is followed by the pages it says are related to it.
FEW = 2


def theme_pages(page: Any, pages: Pages) -> list[Any]:
    """The pages of a theme in the order in which they are heard, once each; [] where the page is no theme."""
    data = page.document.data
    if data["kind"] != "tema":
        return []
    found = [*of_programme(page, pages), *of_interests(data.get("interests") or [], page, pages)]
    return list({each.document.file: each for each in found}.values())


def of_interests(letters: Iterable[str], page: Any, pages: Pages) -> list[Any]:
    """Occupations whose first interest is one of `letters`; where these are few, also those where it is the second."""
    wanted, jobs = set(letters), list(occupations(page, pages))
    first = [each for each in jobs if wanted & set(_interests(each)[:1])]
    second = [each for each in jobs if each not in first and wanted & set(_interests(each)[1:2])]
    return first + second[: max(0, ENOUGH - len(first))]


def of_programme(page: Any, pages: Pages) -> Iterator[Any]:
    """The programme, the occupations and trades that it names, the occupations with a road that begins there; related pages where few."""
    data = page.document.data
    programme = pages.find(data["programme"], data["lang"]) if data.get("programme") else None
    if programme is None:
        return
    yield programme
    named = [pages.find(name, data["lang"]) for name in programme.document.data.get("occupations") or []]
    named += [pages.find_trade(name, data["lang"]) for name in _trades(programme)]
    title = programme.document.data["title"].casefold()
    jobs = list(occupations(page, pages))
    found = [each for each in named if each in jobs] + [each for each in jobs if any(title in step for step in _steps(each))]
    yield from found
    if len({each.document.file for each in found}) < FEW:
        yield from others(programme.document.data.get("related") or [], page, pages)


def occupations(page: Any, pages: Pages) -> Iterator[Any]:
    """All occupations in the page's language."""
    return (each for each in pages.all if each.document.data["kind"] == "yrke" and each.document.data["lang"] == page.document.data["lang"])


def _interests(page: Any) -> list[str]:
    return page.document.data.get("interests") or []


def _trades(programme: Any) -> Iterator[str]:
    return (trade for direction in programme.document.data.get("vg2") or [] for trade in direction.get("leads_to") or [])


def _steps(page: Any) -> Iterator[str]:
    return (step["name"].casefold() for road in page.document.data.get("roads") or [] for step in road["steps"])
