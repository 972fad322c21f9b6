"""The picture cards, and the families of jobs that they lead to, as Blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from types import MappingProxyType
from typing import Any

from plugins import document

from .blocks import Block, Cards, FamilyShown, Item, PictureCard, block
from .pages import Pages, item
from .schema import Card, Family
from .themes import of_interests

FILE = "kort.yaml"
CARD, FAMILY = "kortet", "familie"
#: What leads to the reasons: yes to a card, not sure of one, no to all.
WHY = MappingProxyType(
    {
        "ja": "Vi foreslår dette fordi du svarte slik:",
        "kanskje": "Du var ikke sikker, men dette kan være verdt å se på:",
        "nei": "Du sa nei til det meste. Kanskje er dette nytt for deg.",
    }
)


def faults(families: Sequence[Family]) -> Iterator[document.Problem]:
    """A fault where a family has other letters or another number of cards than it should."""
    letters = [family.letter for family in families]
    if len(families) < 3 or len(set(letters)) < len(letters):
        yield document.problem(FILE, 1, "guidance-file", "families: det må være minst tre, hver med sin bokstav.")
    if len({len(family.cards) for family in families}) > 1:
        message = "cards: alle må ha like mange kort, ellers vinner noen oftere enn andre."
        yield document.problem(FILE, 1, "guidance-file", message)


def cards(page: Any, families: Sequence[Family], pages: Pages) -> Cards:
    """The cards in turn, one of each family at a time, then the families with their reasons and jobs."""
    found = page.document
    turns = [[(family, card) for card in family.cards] for family in families]
    mixed = [pair for pair in chain.from_iterable(zip_longest(*turns)) if pair]
    shown = tuple(_card(found, number, family, card, pages) for number, (family, card) in enumerate(mixed, 1))
    return Cards(
        block(found, CARD, "h2", "Kortene", lang="nb"),
        shown,
        block(found, FAMILY, "h2", "Slike jobber kan du se på", lang="nb"),
        tuple(_family(page, family, pages) for family in families),
    )


def _card(found: document.Document, number: int, family: Family, card: Card, pages: Pages) -> PictureCard:
    picture = document.find_named(card.picture, FILE, pages.site.index)
    return PictureCard(block(found, f"{CARD}-{number}", "p", card.text, _inside(CARD, number), "nb"), family.letter, picture.address)


def _family(page: Any, family: Family, pages: Pages) -> FamilyShown:
    found, id_ = page.document, f"{FAMILY}-{document.slugify(family.letter)}"

    def said(name: str, kind: str, text: str, inside: tuple[str, ...] = ()) -> Block:
        return block(found, f"{id_}-{name}", kind, text, inside, "nb")

    theme = pages.find(family.theme, found.data["lang"])
    reasons = tuple(said(str(number), "li", card.reason, _inside(id_, number)) for number, card in enumerate(family.cards, 1))
    return FamilyShown(
        block(found, id_, "h3", family.name, (), "nb"),
        said("om", "p", family.text),
        tuple(said(name, "p", text) for name, text in WHY.items()),
        reasons,
        family.letter,
        pages.address(theme) if theme else "",
        tuple(_jobs(found, id_, of_interests([family.letter], page, pages), pages)),
    )


def _jobs(found: document.Document, id_: str, jobs: Iterable[Any], pages: Pages) -> Iterator[tuple[Item, str]]:
    """Each job of a family as a link, with its interests' letters."""
    for number, job in enumerate(jobs, 1):
        title = job.document.data["title"]
        line = item(block(found, f"{id_}-jobb-{number}", "li", title, _inside(f"{id_}-jobb", number), "nb"), job, pages)
        yield line, "".join(job.document.data["interests"])


def _inside(id_: str, number: int) -> tuple[str, str, str]:
    return f"{id_}:1", "list:1", f"item:{number}"
