"""What a film on a page is: where it comes from, its captions, its transcript."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.document import Block, Insertion, version

from .address import NAMES, External
from .services import OWNERS, frame_address, own_page


@dataclass(frozen=True, slots=True)
class Entry:
    """A setting of a film as written: its text and its line in the page's file."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A film as its editor wrote it: `entries` by key, `place` the id of the Block that it follows, `lead` for front matter's."""

    title: str
    line: int
    place: str
    entries: Mapping[str, tuple[Entry, ...]]
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """Captions in one language, `name` that language's own: the key of the data script, and the text of the VTT file.

    Both files are named by what is in them.
    """

    lang: str
    name: str
    key: str
    text: str

    @property
    def address(self) -> str:
        """Where the VTT file lies in the output."""
        return f"data/{version(self.text.encode())}.vtt"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the transcript: its Block, and when the film says it, in ms."""

    block: Block
    start: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a film: its address in the output and its type."""

    address: str
    type: str


@dataclass(frozen=True, slots=True)
class Film:
    """A film on a page: `sources` for a local one, else `external`; "" and () for what it does not have.

    `heading` is the Block of its title. `sign` and `described` are the same film with sign language, and with what is seen
    told aloud. `missing` where it has no captions yet, and may be shown without them for now.
    """

    id: str
    heading: Block
    sources: tuple[Source, ...] = ()
    external: External | None = None
    poster: str = ""
    length: int | None = None
    tracks: tuple[Track, ...] = ()
    summary: Block | None = None
    lines: tuple[Line, ...] = ()
    sign: tuple[Source, ...] = ()
    described: tuple[Source, ...] = ()
    missing: bool = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The Blocks that the film adds to the page, in the order in which they are seen and said."""
        return (*((self.summary,) if self.summary else ()), *(line.block for line in self.lines))

    @property
    def kept_by(self) -> str:
        """Who is asked for an external film, as a visitor knows them."""
        return OWNERS[self.external.service]

    @property
    def service(self) -> str:
        """The name of an external film's service."""
        return NAMES[self.external.service]

    @property
    def frame(self) -> str:
        """The address of an external film's frame."""
        return frame_address(self.external)

    def elsewhere(self, ms: int | None = None) -> str:
        """An external film's own page, from a time on."""
        return own_page(self.external, None if ms is None else ms // 1000)


@dataclass(frozen=True, slots=True)
class Videos:
    """All films of a page: the lead film, and those of its text; `blocks` and `insertions` are what they add, by the Block before it."""

    lead: Film | None
    films: tuple[Film, ...]
    blocks: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    insertions: tuple[Insertion, ...] = ()
    hosts: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[Film, ...]:
        """The lead film first."""
        return (*((self.lead,) if self.lead else ()), *self.films)
