"""The Block being written: its text, where each text node lies, and what its inline elements mean."""

from __future__ import annotations

from types import MappingProxyType

from bs4 import Tag

from .model import Block, Piece, Span
from .utf16 import units

#: What a Block is called that is no element of its own kind.
KINDS_OF_BOX = MappingProxyType(
    {
        "item": "li",
        "col": "td",
        "quote": "p",
        "details": "p",
        "definition": "dd",
        "figure": "p",
        "footnotes": "p",
    }
)


class OpenBlock:
    """The Block being written."""

    def __init__(self, tag: Tag, lang: str, inside: tuple[str, ...], html: int) -> None:
        self.tag, self.lang, self.inside, self.html = tag, lang, inside, html
        self.length = 0
        self.pieces: list[Piece] = []
        self.spans: list[Span] = []

    def text(self, text: str, html: int) -> None:
        self.pieces.append(Piece(self.length, html, text))
        self.length += units(text)

    def begin(self, tag: Tag, lang: str) -> tuple[int, list[tuple[str, str]]]:
        """Where an inline element starts, and the kinds and values of Span it makes."""
        return self.length, kinds_of(tag, lang, self.lang)

    def end(self, start: int, kinds: list[tuple[str, str]]) -> None:
        self.spans += [Span(start, self.length, kind, value) for kind, value in kinds]

    def block(self, end: int) -> Block:
        kind = self.tag.name if self.tag.name != "div" else next((part.split(":")[0] for part in reversed(self.inside)), "p")
        kind = KINDS_OF_BOX.get(kind, kind)
        spans = tuple(sorted(self.spans, key=lambda span: (span.start, -span.end)))
        text = "".join(piece.text for piece in self.pieces)
        return Block(str(self.tag["id"]), kind, text, self.lang, 1, spans, self.inside, tuple(self.pieces), (self.html, end))


def kinds_of(tag: Tag, lang: str, outer: str) -> list[tuple[str, str]]:
    """What an inline element means to a listener: (kind, value) for each Span it makes, often none."""
    classes = tag.get_attribute_list("class")
    found: list[tuple[str, str]] = []
    if tag.name == "img":
        found.append(("image", "" if "pynt" in classes else " ".join(str(tag.get("alt", "")).split())))
    elif tag.name == "sup" and str(tag.get("id", "")).startswith("fnref"):
        found.append(("note", ""))
    elif "footnote-backref" in classes:
        found.append(("back", ""))
    elif tag.name == "abbr":
        found.append(("abbr", str(tag.get("title", ""))))
    elif tag.name == "br":
        found.append(("break", ""))
    elif tag.name == "code":
        found.append(("code", ""))
    elif tag.name == "a" and "footnote-ref" not in classes:
        found.append(("link", str(tag.get("href", ""))))
    if tag.get("lang") and lang != outer:
        found.append(("lang", lang))
    return found
