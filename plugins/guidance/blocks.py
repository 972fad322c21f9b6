"""What this room adds to a page: Blocks that are seen and said, in the order of the fields that hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from plugins.document import Block, Document, Piece


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a road: its name, how and how long, and a note; the goal is drawn with a star."""

    name: Block
    time: Block | None
    note: Block | None
    goal: bool = False


@dataclass(frozen=True, slots=True)
class Road:
    """A road to an occupation, for the audience `whom` (as in the front matter, "" for all)."""

    name: Block
    audience: Block | None
    total: Block | None
    steps: tuple[Step, ...]
    note: Block | None
    whom: str = ""


@dataclass(frozen=True, slots=True)
class Roads:
    """The roads below their heading."""

    heading: Block
    roads: tuple[Road, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list; `address` is the page it leads to and `picture` that page's, both in the output, "" for none."""

    text: Block
    address: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list below its heading."""

    heading: Block
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen, each with a list of what it leads to."""

    heading: Block
    choices: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class PictureCard:
    """A card to answer; `letter` is its family's."""

    text: Block
    letter: str
    picture: str


@dataclass(frozen=True, slots=True)
class FamilyShown:
    """A family of jobs: `why` are what leads to its reasons (yes, not sure, no), `jobs` links with their letters of interest."""

    name: Block
    text: Block
    why: tuple[Block, ...]
    reasons: tuple[Block, ...]
    letter: str
    theme: str
    jobs: tuple[tuple[Item, str], ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards, then the families."""

    heading: Block
    cards: tuple[PictureCard, ...]
    found: Block
    families: tuple[FamilyShown, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who can help: `entry` as in the file, `address` of our page about it ("" for none)."""

    name: Block
    lines: tuple[Block, ...]
    entry: Any
    address: str


@dataclass(frozen=True, slots=True)
class ContactGroup:
    """The contacts of one list."""

    name: str
    heading: Block
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Contacts:
    """All contacts, list by list."""

    groups: tuple[ContactGroup, ...]


@dataclass(frozen=True, slots=True)
class Guidance:
    """All that the room adds to a page; None for what the page does not have."""

    roads: Roads | None = None
    requirements: Listing | None = None
    choices: Choices | None = None
    occupations: Listing | None = None
    related: Listing | None = None
    theme: Listing | None = None
    lesson: Listing | None = None
    cards: Cards | None = None
    contacts: Contacts | None = None
    questions: Listing | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every Block, in the order in which they are seen and said."""
        return tuple(walk(self))


def walk(thing: Any) -> Iterator[Block]:
    """The Blocks in `thing` and all it holds, in order of fields."""
    if isinstance(thing, Block):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from walk(each)
    elif is_dataclass(thing):
        for each in fields(thing):
            yield from walk(getattr(thing, each.name))


def block(document: Document, id_: str, kind: str, text: str, inside: tuple[str, ...] = (), lang: str = "") -> Block:
    """A Block of this room: `text` is the page's own unless `lang` says that it is from elsewhere, and in which language."""
    line = 1 if lang else line_of(text, document)
    return Block(id_, kind, text, lang or document.data["lang"], line, (), inside, (Piece(0, 0, text),))


def line_of(text: str, document: Document) -> int:
    """The first line of the page's front matter that holds the text, 1 where none does."""
    before, found, _ = document.head.partition(text)
    return before.count("\n") + 1 if found else 1
