"""Room guidance: the roads to an occupation, which page to go to next, and how to come to somebody who helps.

Takes `page.document` of every page, and the files kontakter.yaml, kort.yaml, malgrupper.yaml and sporsmal.yaml beside them.
Gives `page.guidance`: roads, requirements, lists of other pages, cards, contacts and questions, all Blocks that this room's
templates print and room speech says; and `site.guidance`: the room's own pages, audiences and what is told of every page.
"""

import datetime

from plugins import document

from .blocks import Guidance
from .gather import guidance
from .guide import Guide, read_guide
from .naming import misnamed
from .pages import Pages
from .qr import write_codes

__all__ = ["Guidance", "Guide", "process", "write"]


def process(site: document.Site) -> None:
    """Give each page its `guidance`, None where there is nothing to add."""
    pages = Pages(site)
    site.guidance = read_guide(site, pages, datetime.date.today())
    for page in pages.all:
        page.guidance = guidance(page, pages, site.guidance)
        site.problems += misnamed(page, pages)
    _take_pictures(site)


def _take_pictures(site: document.Site) -> None:
    """Publish the cards' pictures; one that is missing stops the build."""
    for family in site.guidance.families if "cards" in site.guidance.tools else ():
        for card in family.cards:
            found = document.find_named(card.picture, "kort.yaml", site.index)
            if found.code:
                site.problems.append(document.problem("kort.yaml", 1, found.code, f"picture: {found.message}"))
            else:
                site.static[found.address] = found.file


def write(site: document.Site) -> None:
    """Write each page's code for paper, where the site knows its own address."""
    write_codes(site)
