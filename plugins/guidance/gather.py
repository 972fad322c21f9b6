"""A page's front matter to all that the room adds to the page."""

from __future__ import annotations

from typing import Any

from plugins.document import Block, Document

from .blocks import Choices, Guidance, Item, Listing, block
from .pages import Pages, item, others
from .roads import roads
from .words import Words, words

REQUIREMENTS, CHOICES, OCCUPATIONS, RELATED = "krav", "vg2", "yrker", "se-ogsa"


def guidance(page: Any, pages: Pages) -> Guidance | None:
    """What the room adds to the page, or None."""
    found: Document = page.document
    said = words(found.data["lang"])
    out = Guidance(
        roads(found, said),
        _requirements(found, said),
        _choices(found, said, pages),
        _cards(OCCUPATIONS, said.occupations, found.data.get("occupations"), page, said, pages),
        _cards(RELATED, said.related, found.data.get("related"), page, said, pages),
    )
    return out if out.blocks else None


def _requirements(found: Document, said: Words) -> Listing | None:
    lines = found.data.get("requirements") or []
    items = tuple(Item(_line(found, REQUIREMENTS, number, text)) for number, text in enumerate(lines, 1))
    return Listing(block(found, REQUIREMENTS, "h2", said.requirements, lang=said.lang), items) if items else None


def _choices(found: Document, said: Words, pages: Pages) -> Choices | None:
    """Each second year of a programme with its trades, which link to the occupations that have a page."""
    given = found.data.get("vg2") or []
    listed = tuple(_choice(found, f"{CHOICES}-{number}", each, pages) for number, each in enumerate(given, 1))
    return Choices(block(found, CHOICES, "h2", said.choices, lang=said.lang), listed) if listed else None


def _choice(found: Document, id_: str, direction: dict[str, Any], pages: Pages) -> Listing:
    trades = enumerate(direction.get("leads_to") or [], 1)
    items = tuple(item(_line(found, id_, number, name), pages.find_trade(name, found.data["lang"]), pages) for number, name in trades)
    return Listing(block(found, id_, "h3", direction["name"]), items)


def _cards(id_: str, heading: str, names: list[str] | None, page: Any, said: Words, pages: Pages) -> Listing | None:
    """The pages that are there of those named, by their titles."""
    found = page.document
    items = tuple(_card(found, id_, number, each, pages) for number, each in enumerate(others(names or (), page, pages), 1))
    return Listing(block(found, id_, "h2", heading, lang=said.lang), items) if items else None


def _card(found: Document, id_: str, number: int, other: Any, pages: Pages) -> Item:
    title, lang = other.document.data["title"], other.document.data["lang"]
    return item(block(found, f"{id_}-{number}", "li", title, _inside(id_, number), lang), other, pages)


def _line(found: Document, id_: str, number: int, text: str) -> Block:
    return block(found, f"{id_}-{number}", "li", text, _inside(id_, number))


def _inside(id_: str, number: int) -> tuple[str, str, str]:
    return f"{id_}:1", "list:1", f"item:{number}"
