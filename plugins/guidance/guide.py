"""What the room reads beside the pages, and gives every template: contacts, cards, audiences, questions, its own pages."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from plugins import document

from . import cards, contacts
from .pages import Pages
from .qr import code_name, page_url
from .schema import Audience, AudienceFile, CardFile, ContactFile, Entry, Family, QuestionFile
from .table import table

#: Pages of this room: what each one's template is called after "guidance/".
TOOLS = ("cards", "talk", "mine", "compare", "sheet", "teacher", "workday")


QUESTIONS = "sporsmal.yaml"


@dataclass(frozen=True, slots=True)
class ForWhom:
    """An audience to choose; `rights` is the page with its rights; `words` what roads and contacts call it."""

    id: str
    name: str
    words: tuple[str, ...]
    rights: Any


@dataclass
class Guide:
    """`tools` are the room's own pages by name, `themes` the pages of themes, `table` the key of what is told of every page.

    `lasting` are the contacts whatever the day; `known` those of today.
    """

    tools: dict[str, Any] = field(default_factory=dict)
    themes: list[Any] = field(default_factory=list)
    audiences: list[ForWhom] = field(default_factory=list)
    families: list[Family] = field(default_factory=list)
    lasting: list[Entry] = field(default_factory=list)
    known: list[contacts.Known] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    table: str = ""
    site_url: str = ""
    listed: list[Any] = field(default_factory=list)

    def url(self, page: Any) -> str:
        """The page's address on the web, "" where the site's own is not known."""
        return page_url(page.save_as, self.site_url)

    def code(self, page: Any) -> str:
        """Where the code of its address lies in the output."""
        return code_name(page.save_as)

    def counties(self) -> list[str]:
        """The counties that have a contact of their own."""
        return sorted({entry.county for entry in self.lasting if entry.county}, key=document.title_order)


def read_guide(site: document.Site, pages: Pages, today: datetime.date) -> Guide:
    """Read the files and find the pages; faults go to `site.problems`."""
    themes = [page for page in pages.all if page.document.data["kind"] == "tema"]
    guide = Guide(themes=themes, site_url=site.settings.url)
    for page in sorted(pages.all, key=lambda each: each.document.data["lang"] != site.settings.lang):
        if name := tool(page):
            guide.tools.setdefault(name, page)
    guide.audiences = _audiences(site, pages)
    found, lines = _read(site, contacts.FILE, ContactFile)
    guide.lasting = getattr(found, "contacts", [])
    guide.known = contacts.known(guide.lasting, today)
    site.problems += contacts.reported(guide.lasting, today, lines)
    guide.families = getattr(_read(site, cards.FILE, CardFile)[0], "families", [])
    if guide.families:
        site.problems += cards.faults(guide.families)
    guide.questions = getattr(_read(site, QUESTIONS, QuestionFile)[0], "questions", [])
    if {"mine", "compare", "sheet"} & set(guide.tools):
        guide.listed, rows = table(pages)
        guide.table = _store(site, rows)
    site.problems += list(_without_file(guide, {each.file for each in site.problems}))
    return guide


def tool(page: Any) -> str:
    """Which of the room's own pages it is, as its template is called; "" for any other."""
    room, _, name = (page.document.data.get("template") or "").partition("/")
    return name if room == "guidance" and name in TOOLS else ""


def _without_file(guide: Guide, told: set[str]) -> Iterator[document.Problem]:
    """A page that is made of a file cannot be there without it; what is wrong in the file is `told` already."""
    needs = {"cards": (cards.FILE, guide.families), "talk": (contacts.FILE, guide.lasting), "sheet": (QUESTIONS, guide.questions)}
    for name, (file, found) in needs.items():
        if name in guide.tools and not found and file not in told:
            message = f"template: guidance/{name} trenger {file} i mappa content, og den er tom. Fyll den, eller ta bort linjen."
            yield document.problem(guide.tools[name].document.file, 1, "guidance-file", message)


def _read(site: document.Site, file: str, schema: type[BaseModel]) -> tuple[BaseModel | None, dict[tuple, int]]:
    """The file below content/, None where there is none or it is wrong, and the lines of its keys."""
    path: Path = site.content / file
    if not path.is_file():
        return None, {}
    found, header, problems = document.read_yaml(path, file, schema, "guidance-file", site.kept)
    site.problems += problems
    return found, header.lines


def _audiences(site: document.Site, pages: Pages) -> list[ForWhom]:
    given: list[Audience] = getattr(_read(site, "malgrupper.yaml", AudienceFile)[0], "audiences", [])
    return [ForWhom(each.id, each.name, (each.id, *each.words), pages.find(each.rights, site.settings.lang)) for each in given]


def _store(site: document.Site, rows: Any) -> str:
    key = document.data_name(rows)
    site.data[key] = rows
    return key
