"""The types that every room shares: a page as Blocks of text, and what may be said about it.

All text offsets are UTF-16 code units of `Block.text`, the browser's own count, so that a mark
never shifts after an emoji. HTML offsets are characters of `Document.html`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .filmblock import FilmBlock


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


@dataclass(frozen=True, slots=True)
class Piece:
    """One text node: where it begins in the Block's text and in the Document's HTML."""

    start: int
    html: int
    text: str


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


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault in one file: `level` is "error" (blocks publication) or "remark"."""

    file: str
    line: int
    code: str
    level: str
    message: str


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


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file, read once.

    `file` is the path below the content folder with "/" ("yrker/sykepleier.md"); `slug` the last
    part of its address; `status` "published" or "draft"; `data` the front matter, typed by the
    schema of its kind (`data["kind"]`, `data["title"]`, `data["lang"]` are always there);
    `source` the text of the file after decoding.
    """

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


@dataclass
class Page:
    """One page on its way through the rooms; each room fills its own field.

    In a build Pelican's own Page plays this part and gets the same fields.
    """

    document: Document
    plain: Any = None
    video: Any = None
    guidance: Any = None
    speech: Any = None


@dataclass
class Site:
    """What the rooms share while a site is made.

    `pages` are sorted by file; `addresses` maps a page's address ("yrker/sykepleier/index.html") to its file; `index` is what
    links may point to; `static` maps a path in the output to the file that is copied there; `data` maps a key to the value
    that becomes `data/<key>.js`; `files` maps a path in the output to a file in a store (paths, not bytes); `versions` maps
    a path to what links to it carry, so that no cache mixes old files with new; `seconds` says how long each room took;
    `search`, `guidance`, `report` and `offline` are what those rooms give the templates, `words` what room plain does.
    `wanted` holds the short texts that are to be heard by themselves, as (text, language), with the file of a page that
    shows each; `heard` the key of each one's data script, "" where it cannot be heard.
    """

    content: Path
    settings: Any
    output: Path
    pages: list[Any] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)
    index: Any = None
    static: dict[str, Path] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    search: Any = None
    words: Any = None
    guidance: Any = None
    report: Any = None
    wanted: dict[tuple[str, str], str] = field(default_factory=dict)
    heard: dict[tuple[str, str], str] = field(default_factory=dict)
    offline: Any = None
