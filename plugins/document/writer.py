"""Writes the shaped tree as HTML and, in the same walk, reads the Blocks with their places in it."""

from __future__ import annotations

import re

from bs4 import NavigableString, Tag

from .model import Block, Link
from .opened import OpenBlock
from .slugs import slugify
from .tree import HEADINGS, leaves
from .values import language

VOID = frozenset("br hr img wbr".split())
NAMES = {
    "ul": "list",
    "ol": "list",
    "li": "item",
    "table": "table",
    "tr": "row",
    "td": "col",
    "th": "col",
    "details": "details",
    "blockquote": "quote",
    "figure": "figure",
    "dl": "terms",
    "dd": "definition",
}
#: The title of a film, whose block is the Document's film of that number.
FILM = re.compile(r"\bfilm-(\d+)")
#: Ids that belong to the theme, to title and summary, or to numbered Blocks.
RESERVED = re.compile(r"ly-|kort-\d|tittel$|b\d")


def escape(text: str) -> str:
    """Text as HTML; every other character stands for itself, so that lengths can be told."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """An attribute's value as HTML between double quotes."""
    return escape(text).replace('"', "&quot;")


class Writer:
    """One walk over the tree: `html()`, `blocks` and `links` when done."""

    def __init__(self, root: Tag, lang: str) -> None:
        self.out: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.leaves = {id(tag) for tag in leaves(root)}
        self.ids: set[str] = {str(tag["id"]) for tag in root.find_all(id=True)}
        self.counts: dict[str, int] = {}
        self.open: OpenBlock | None = None
        self.children(root, lang, ())

    def html(self) -> str:
        return "".join(self.out)

    def put(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)

    def children(self, tag: Tag, lang: str, inside: tuple[str, ...]) -> None:
        within: dict[str, int] = {}
        for child in tag.children:
            if isinstance(child, Tag):
                self.element(child, lang, inside, within)
            elif type(child) is NavigableString:
                self.text(str(child), first=child is tag.contents[0] and tag.name == "pre")

    def element(self, tag: Tag, lang: str, inside: tuple[str, ...], within: dict[str, int]) -> None:
        lang = _lang(tag, lang)
        inside = (*inside, *self.place(tag, within))
        leaf = id(tag) in self.leaves
        if leaf:
            tag["id"] = self.block_id(tag)
            self.open = OpenBlock(tag, lang, inside, self.length)
        span = self.open.begin(tag, lang) if self.open and not leaf else None
        self.start_tag(tag)
        if tag.name not in VOID:
            self.children(tag, lang, inside)
            self.put(f"</{tag.name}>")
        if span:
            self.open.end(*span)
        if leaf:
            self.blocks.append(self.open.block(self.length))
            self.open = None

    def place(self, tag: Tag, within: dict[str, int]) -> list[str]:
        """The parts of a Block's `inside` that this element adds."""
        if tag.name == "div" and "footnote" in tag.get_attribute_list("class"):
            return ["footnotes:1"]
        film = FILM.search(str(tag.get("class", "")))
        if film:
            return [f"film:{film[1]}"]
        name = NAMES.get(tag.name)
        if not name:
            return []
        counts = within if name in ("item", "col") else self.counts
        key = f"row of table {self.counts.get('table', 0)}" if name == "row" else name
        number = counts.get(key, 0) + 1
        counts[key] = number + (_span(tag) - 1 if name == "col" else 0)
        return [f"{name}:{number}"]

    def block_id(self, tag: Tag) -> str:
        """A heading is called by its text, any other Block by its number; footnotes keep their own."""
        if tag.get("id"):
            return str(tag["id"])
        slug = slugify(tag.get_text()) if tag.name in HEADINGS else ""
        wanted = (f"del-{slug}" if RESERVED.match(slug) else slug) or f"b{len(self.blocks) + 1}"
        new, number = wanted, 2
        while new in self.ids:
            new, number = f"{wanted}-{number}", number + 1
        self.ids.add(new)
        return new

    def start_tag(self, tag: Tag) -> None:
        self.put(f"<{tag.name}")
        for name, value in tag.attrs.items():
            text = " ".join(value) if isinstance(value, list) else str(value)
            self.put(f' {name}="')
            if name in ("href", "src"):
                start = self.length
                self.put(escape_attribute(text))
                self.links.append(Link(start, self.length, text, name, 1))
            else:
                self.put(escape_attribute(text))
            self.put('"')
        if tag.name == "img":
            self.put(' decoding="async" loading="lazy"')
        self.put(">")

    def text(self, text: str, first: bool) -> None:
        if first and text.startswith("\n"):
            self.put("\n")  # browsers drop the first line end of a <pre>
        if self.open and text:
            self.open.text(text, self.length)
        self.put(escape(text))


def _lang(tag: Tag, outer: str) -> str:
    written = str(tag.get("lang", "") or "")
    if not written:
        tag.attrs.pop("lang", None)
        return outer
    try:
        tag["lang"] = language(written)
    except ValueError:
        tag.attrs.pop("lang")
        return outer
    return str(tag["lang"])


def _span(tag: Tag) -> int:
    written = str(tag.get("colspan", "1"))
    return min(int(written), 100) if written.isdigit() and int(written) else 1
