"""What is told of every page where several are seen together: on "Mine sider", side by side, and on the sheet for the talk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .pages import Pages
from .roads import total
from .words import Words, words

#: Pages that a reader may want to keep.
KINDS = ("yrke", "program", "vei", "tema", "hjelp", "partner")


def table(pages: Pages) -> tuple[list[Any], dict[str, dict[str, Any]]]:
    """The pages that can be kept, and what is told of each by its address: title, kind, lang, picture, facts.

    `facts` is a list of [heading, lines].
    """
    listed = [page for page in pages.all if page.document.data["kind"] in KINDS and not page.document.data.get("template")]
    return listed, {pages.address(page): _row(page, pages) for page in listed}


def _row(page: Any, pages: Pages) -> dict[str, Any]:
    data = page.document.data
    return {
        "title": data["title"],
        "kind": data["kind"],
        "lang": data["lang"],
        "picture": pages.picture(page),
        "facts": [[heading, lines] for heading, lines in _facts(data, words(data["lang"])) if lines],
    }


def _facts(data: dict[str, Any], said: Words) -> Iterator[tuple[str, list[str]]]:
    yield said.short, data.get("summary") or []
    yield said.roads, [_road(road, said) for road in data.get("roads") or []]
    yield said.requirements, data.get("requirements") or []
    yield said.choices, [each["name"] for each in data.get("vg2") or []]


def _road(road: dict[str, Any], said: Words) -> str:
    length = total(road, said)
    return f"{road['name']}: {length}" if length else road["name"]
