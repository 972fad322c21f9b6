"""Room plain: is the page easy to read?

Takes `page.document`. Gives `page.plain`: the LIX of its summary and of its body.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins import document

from .lix import Lix, lix

__all__ = ["Lix", "Plain", "lix", "process", "write"]


@dataclass(frozen=True, slots=True)
class Plain:
    """How easy the page is: LIX of "Kort sagt" and of the body."""

    summary: Lix
    body: Lix


def process(site: document.Site) -> None:
    """Give each page its `plain`."""
    for page in document.every_page(site):
        page.plain = Plain(lix(document.summary_blocks(page.document)), lix(page.document.blocks))


def write(site: document.Site) -> None:
    """Nothing of this room is a file."""
