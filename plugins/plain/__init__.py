"""Room plain: is the page easy to read, and has it a short version?

Takes `page.document`. Gives `page.plain`: "Kort sagt" from the page's own sentences where the editor
wrote none, the LIX of it and of the body, and remarks for the editor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plugins import document

from .lix import Lix, lix
from .summary import made_summary
from .telling import offer

__all__ = ["Lix", "Plain", "lix", "made_summary", "process", "write"]


@dataclass(frozen=True, slots=True)
class Plain:
    """How easy the page is: LIX of "Kort sagt" and of the body; `made` are the sentences that the build chose for the former."""

    summary: Lix
    body: Lix
    made: tuple[str, ...] = ()


def process(site: document.Site) -> None:
    """Give each page its `plain`, and tell the editor what would make it plainer."""
    for page in document.every_page(site):
        page.plain = plain(page)
        site.problems += offer(page.document, page.plain.made)


def plain(page: Any) -> Plain:
    """What the room finds of one page."""
    written = page.document.data.get("summary")
    made = () if written else made_summary(page.document.blocks)
    short = document.summary_blocks(document.Page(page.document, Plain(Lix(0, 0, 0), Lix(0, 0, 0), made)))
    return Plain(lix(short), lix(page.document.blocks), made)


def write(site: document.Site) -> None:
    """Nothing of this room is a file."""
