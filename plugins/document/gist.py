"""What other pages and the site as a whole ask of a page's text, so that nobody needs all of it in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .digests import digest

if TYPE_CHECKING:
    from .model import Block

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6", "summary"})


@dataclass(frozen=True, slots=True)
class Gist:
    """The texts of a body's headings and folds, its languages each with its first line, the bytes of its HTML.

    `front` is a digest of the front matter.
    """

    front: str = ""
    headings: tuple[str, ...] = ()
    langs: tuple[tuple[str, int], ...] = ()
    size: int = 0


def gist(head: str, html: str, blocks: Iterable[Block]) -> Gist:
    """The Gist of a page, its front matter as it is written."""
    blocks = tuple(blocks)
    headings = tuple(block.text for block in blocks if block.kind in HEADINGS)
    return Gist(digest(head), headings, tuple(languages(blocks).items()), len(html.encode()))


def languages(blocks: Iterable[Block]) -> dict[str, int]:
    """The languages of what would be said, and the line where each first stands."""
    found: dict[str, int] = {}
    for block in blocks:
        if block.kind != "pre" and any(map(str.isalpha, block.text)):
            for lang in (block.lang, *(span.value for span in block.spans if span.kind == "lang")):
                found.setdefault(lang, block.line)
    return found
