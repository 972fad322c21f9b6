"""The types that every room shares: a page as Blocks of text, and what may be said about it.

All text offsets are UTF-16 code units of `Block.text`, the browser's own count, so that a mark
never shifts after an emoji. HTML offsets are characters of `Document.html`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from .filmblock import FilmBlock
from .gist import Gist


def as_call(self: Any) -> tuple:
    """How one of these is pickled: as a call with its fields, which is far quicker to read than what dataclasses do."""
    return type(self), tuple([getattr(self, name) for name in self.__slots__])


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a Block's text that means something to a listener.

    `kind` is abbr (value: the title), code, link (value: the address as written), note (a
    footnote's mark), back (the arrow back from a footnote), break (a line break, start =
    end), image (start = end, value: the alt text) or lang (value: the language).
    """

    start: int
    end: int
    kind: str
    value: str = ""
    __reduce__ = as_call


@dataclass(frozen=True, slots=True)
class Piece:
    """One text node: where it begins in the Block's text and in the Document's HTML."""

    start: int
    html: int
    text: str
    __reduce__ = as_call


@dataclass(frozen=True, slots=True)
class Block:
    """One element that holds text directly; `text` equals its `textContent` to the character.

    `kind` is the element's name (p, li, h1 ... h6, td, th, summary, figcaption, dt, dd, pre,
    caption ...). `outer` is where the element begins and ends in the HTML. `inside` names what it
    stands in, outermost first, each `name:number`, for example ("list:1", "item:2") or
    ("table:1", "row:2", "col:3"). `line` counts from 1 in the Markdown file.
    """

    id: str
    kind: str
    text: str
    lang: str
    line: int = 1
    spans: tuple[Span, ...] = ()
    inside: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()
    outer: tuple[int, int] = (0, 0)
    __reduce__ = as_call


@dataclass(frozen=True, slots=True)
class Word:
    """A word to be said, and the characters it comes from.

    `text` is what is seen, without invisible characters; `spoken` is what the voice is given
    (may be several words); `after` is the punctuation that follows, for the voice only.
    `start` = `end` for a picture's alt text: then the picture itself is outlined.
    """

    text: str
    spoken: str
    lang: str
    block: str
    start: int
    end: int
    after: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one Block; `pause` is the silence after it in ms."""

    text: str
    lang: str
    block: str
    start: int
    end: int
    words: tuple[Word, ...] = ()
    pause: int = 0


@dataclass(frozen=True, slots=True)
class Insertion:
    """Something that a room adds to a page's HTML: a template and its values, never HTML.

    `place` is around (the text from `start` to `end`, within one text node), before or after
    (the Block's element).
    """

    place: str
    block: str
    start: int
    end: int
    template: str
    values: dict[str, Any] = field(default_factory=dict)
    __reduce__ = as_call


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault in one file: `level` is "error" (blocks publication) or "remark"."""

    file: str
    line: int
    code: str
    level: str
    message: str
    __reduce__ = as_call


@dataclass(frozen=True, slots=True)
class Link:
    """An address in the HTML, `start` to `end` being its place there; `target` as written.

    `attribute` is href or src.
    """

    start: int
    end: int
    target: str
    attribute: str
    line: int
    __reduce__ = as_call


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file, read once.

    `file` is the path below the content folder with "/" ("yrker/sykepleier.md"); `slug` the last
    part of its address; `status` "published" or "draft"; `data` the front matter, typed by the
    schema of its kind (`data["kind"]`, `data["title"]`, `data["lang"]` are always there);
    `source` the text of the file after decoding, `head` its lines before the body. `apart` are
    the fields that a store keeps by themselves, and `gist` what is often asked of these.
    """

    apart: ClassVar[tuple[str, ...]] = ("html", "blocks", "source")

    file: str
    slug: str
    status: str
    data: dict[str, Any]
    html: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    problems: tuple[Problem, ...]
    source: str
    films: tuple[FilmBlock, ...] = ()
    head: str = ""
    gist: Gist = field(default_factory=Gist)
