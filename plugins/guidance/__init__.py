"""Room guidance: the roads to an occupation, and which page to go to next.

Takes `page.document` of every page. Gives `page.guidance`: roads, requirements and lists of other
pages, all Blocks that `guidance/guidance.html` prints and room speech says.
"""

from plugins import document

from .blocks import Guidance
from .gather import guidance
from .naming import misnamed
from .pages import Pages

__all__ = ["Guidance", "process", "write"]


def process(site: document.Site) -> None:
    """Give each page its `guidance`, None where there is nothing to add."""
    pages = Pages(site)
    for page in document.every_page(site):
        page.guidance = guidance(page, pages)
        site.problems += misnamed(page, pages)


def write(site: document.Site) -> None:
    """Nothing of this room is a file of its own."""
