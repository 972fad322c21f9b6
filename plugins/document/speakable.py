"""Title and summary as Blocks: they are not in the body, but seen and said like it."""

from __future__ import annotations

from typing import Any

from .model import Block, Document, Piece
from .versions import versions
from .whole import Site

TITLE_ID = "tittel"
SUMMARY_ID = "kort"
#: The fields of a Page whose rooms add `blocks` of their own, in the order of the page.
ROOMS = ("plain", "guidance")


def _plain_block(id_: str, kind: str, text: str, document: Document, inside: tuple[str, ...] = ()) -> Block:
    return Block(id_, kind, text, document.data["lang"], 1, (), inside, (Piece(0, 0, text),))


def title_block(document: Document) -> Block:
    """The page's title, printed in the h1 of that id."""
    return _plain_block(TITLE_ID, "h1", document.data["title"], document)


def summary_blocks(page: Any) -> tuple[Block, ...]:
    """The sentences of "Kort sagt", each a paragraph kort-1, kort-2 ...: the editor's, else those that room plain chose."""
    document = page.document
    sentences = document.data.get("summary") or getattr(page.plain, "made", ())
    return tuple(
        _plain_block(f"{SUMMARY_ID}-{number}", "p", text, document, (f"{SUMMARY_ID}:1",)) for number, text in enumerate(sentences, 1)
    )


def spoken_blocks(page: Any) -> tuple[Block, ...]:
    """All Blocks of a page in the order they are seen and said: title, summary, body, what the rooms add, other languages.

    A film's stand right after the Block that it follows: `page.video.blocks` has them by that Block's id.
    """
    seen = (title_block(page.document), *summary_blocks(page), *page.document.blocks)
    inserted = getattr(getattr(page, "video", None), "blocks", {})
    placed = (each for block in seen for each in (block, *inserted.get(block.id, ())))
    added = (block for room in ROOMS for block in getattr(getattr(page, room, None), "blocks", ()))
    others = (block for version in versions(page.document) for block in version.blocks)
    return (*placed, *added, *others)


def spoken_around(page: Any) -> tuple[Block, ...]:
    """The same without those of the body, in no order."""
    inserted = getattr(getattr(page, "video", None), "blocks", {})
    added = (block for room in ROOMS for block in getattr(getattr(page, room, None), "blocks", ()))
    others = (block for version in versions(page.document) for block in version.blocks)
    return (title_block(page.document), *summary_blocks(page), *(block for each in inserted.values() for block in each), *added, *others)


def want_sound(site: Site, text: str, lang: str, file: str) -> None:
    """Ask for the sound of a short text that no page's Blocks hold, as shown on the page `file`.

    For rooms above speech. Templates then find the key of its data script in `SITE.heard[text, lang]`.
    """
    site.wanted.setdefault((text, lang), file)
