"""A Word document as HTML: mammoth reads it, and what it leaves out is named."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

import mammoth

from .word_parts import plain
from .word_places import Lost

STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='caption'] => p:fresh
p[style-name='Caption'] => p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
r[style-name='Verbatim Char'] => code
p[style-name^='toc '] => !
p[style-name^='TOC '] => !
"""
#: LibreOffice's and Pandoc's names for plain text, not mapped above: a list's items have them too, and would be items no more.
PLAIN = ("Body Text", "Table Heading", "Table Contents", "Footnote Characters", "Footnote anchor", "Internet Link", "List Contents",
         "First Paragraph", "Compact", "Definition Term", "Definition", "Table", "None")  # fmt: skip
#: What mammoth leaves out and `word_losses` names with its place.
NAMED = frozenset({"oMath", "oMathPara", "OLEObject", "textpath", "checkbox", "altChunk"})


@dataclass(frozen=True)
class Opened:
    """A document as mammoth reads it: HTML whose pictures are numbers in `images` (type, bytes), and what it said, in bokmål."""

    html: str
    images: list[tuple[str, bytes]]
    lost: list[Lost]


def opened(data: bytes) -> Opened:
    """Read a document. What is no Word document makes mammoth and zipfile raise many kinds of error."""
    images: list[tuple[str, bytes]] = []

    def keep(image: Any) -> dict[str, str]:
        with image.open() as file:
            images.append((image.content_type or "", file.read()))
        return {"src": str(len(images) - 1)}

    read = mammoth.convert_to_html(io.BytesIO(plain(data)), style_map=STYLES, convert_image=mammoth.images.img_element(keep))
    return Opened(read.value, images, [Lost(said) for said in dict.fromkeys(_said(each.message) for each in read.messages) if said])


def _said(message: str) -> str:
    """What mammoth says, in bokmål; nothing where it means nothing."""
    if found := re.match(r"Unrecognised (?:paragraph|run|table) style: '?(.+?)'? \(", message):
        return "" if found[1] in PLAIN else f"Stilen «{found[1]}» er ikke kjent. Teksten er tatt med som vanlig tekst."
    if found := re.match(r"An unrecognised element was ignored: (.+)", message):
        name = re.split("[:}]", found[1])[-1]
        return "" if name in NAMED else f"Et element som siden ikke kan ha, er ikke tatt med: {name}."
    if re.search(r" style with ID .+ was referenced but not defined", message):
        return ""  # it looks as plain text in Word, too
    return f"Fra lesingen av dokumentet: {message}"
