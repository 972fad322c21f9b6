"""What templates call: the body of a page, addresses as seen from it, words for dates and languages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import pass_context
from markupsafe import Markup

from plugins import document, wording

#: Fields of a page, each for what a room gives; what they add to its HTML are their `insertions`.
ROOMS = ("plain", "video", "guidance", "speech")


def filters(settings: dict[str, Any]) -> dict[str, Callable]:
    """All of them by name; the site is looked up in the settings when a page is written."""
    return {
        "body": body,
        "link": partial(_link_of, settings),
        "named": named,
        "our_lang": wording.our_lang,
        "day": wording.day,
        "own_name": wording.own_name,
        "called": wording.called,
        "language": wording.language,
        "title_block": _title_block,
        "summary_blocks": document.summary_blocks,
        "versions": _versions,
    }


@pass_context
def body(context: Any, page: Any) -> Markup:
    """The page's own HTML, its addresses made relative to it."""
    site, here = context["SITE"], page.save_as

    def resolve(link: document.Link) -> str:
        return document.relative(document.find(link.target, page.document.file, site.index).address, here)

    def fill(template: str, values: dict[str, Any]) -> str:
        text = {"text": Markup(values["text"])} if "text" in values else {}
        return context.environment.get_template(template).render({**context.parent, **values, **text})

    return Markup(document.render(page.document, insertions(page), resolve, fill))


def insertions(page: Any) -> list[document.Insertion]:
    """What the rooms add to the page's own HTML."""
    return [each for room in ROOMS for each in getattr(getattr(page, room, None), "insertions", ())]


@pass_context
def named(context: Any, file: str, page: Any, owner: Any = None) -> str:
    """The address of a file that the front matter of `owner` (else the page's own) names, as seen from the page."""
    site = context["SITE"]
    return link(document.find_named(file, (owner or page).document.file, site.index).address, page, site)


def link(address: str, page: Any, site: document.Site) -> str:
    """An address in the output as seen from the page, with the file's version where it has one."""
    version = site.versions.get(address)
    return document.relative(address, page.save_as) + (f"?v={version}" if version else "")


def _link_of(settings: dict[str, Any], address: str, page: Any) -> str:
    return link(address, page, settings["SITE"])


def _title_block(page: Any) -> document.Block:
    return document.title_block(page.document)


def _versions(page: Any) -> Any:
    return document.versions(page.document)
