"""A page's front matter to all that the room adds to the page."""

from __future__ import annotations

from typing import Any

from plugins.document import Block, Document

from .blocks import Choices, Guidance, Item, Listing, block
from .cards import cards
from .contacts import contacts
from .guide import Guide, tool
from .pages import Pages, item, others
from .roads import roads
from .themes import theme_pages
from .words import Words, words

REQUIREMENTS, CHOICES, OCCUPATIONS, RELATED = "krav", "vg2", "yrker", "se-ogsa"
THEME, LESSON, QUESTIONS = "tema", "time", "sporsmal"


def guidance(page: Any, pages: Pages, guide: Guide) -> Guidance | None:
    """What the room adds to the page, or None."""
    found: Document = page.document
    said, wanted = words(found.data["lang"]), tool(page)
    out = Guidance(
        roads(found, said),
        _lines(REQUIREMENTS, said.requirements, found.data.get("requirements"), found, said),
        _choices(found, said, pages),
        _cards(OCCUPATIONS, said.occupations, found.data.get("occupations"), page, said, pages),
        _cards(RELATED, said.related, found.data.get("related"), page, said, pages),
        _listing(THEME, said.theme, theme_pages(page, pages), found, said, pages),
        _lines(LESSON, said.lesson, found.data.get("lesson"), found, said),
        cards(page, guide.families, pages) if guide.families and wanted == "cards" else None,
        contacts(found, guide.known, pages, said) if guide.known and wanted == "talk" else None,
        _lines(QUESTIONS, said.questions, guide.questions if wanted == "sheet" else None, found, said),
    )
    return out if out.blocks else None


def _lines(id_: str, heading: str, lines: list[str] | None, found: Document, said: Words) -> Listing | None:
    """Lines below a heading of ours."""
    items = tuple(Item(_line(found, id_, number, text)) for number, text in enumerate(lines or (), 1))
    return Listing(block(found, id_, "h2", heading, lang=said.lang), items) if items else None


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
    return _listing(id_, heading, list(others(names or (), page, pages)), page.document, said, pages)


def _listing(id_: str, heading: str, listed: list[Any], found: Document, said: Words, pages: Pages) -> Listing | None:
    items = tuple(_card(found, id_, number, each, pages) for number, each in enumerate(listed, 1))
    return Listing(block(found, id_, "h2", heading, lang=said.lang), items) if items else None


def _card(found: Document, id_: str, number: int, other: Any, pages: Pages) -> Item:
    title, lang = other.document.data["title"], other.document.data["lang"]
    return item(block(found, f"{id_}-{number}", "li", title, _inside(id_, number), lang), other, pages)


def _line(found: Document, id_: str, number: int, text: str) -> Block:
    return block(found, f"{id_}-{number}", "li", text, _inside(id_, number))


def _inside(id_: str, number: int) -> tuple[str, str, str]:
    return f"{id_}:1", "list:1", f"item:{number}"
