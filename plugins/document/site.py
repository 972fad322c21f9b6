"""The content folder as a Site: finding its pages, reading them, checking them against each other."""

from __future__ import annotations

import datetime
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .drawing import is_picture
from .expiry import expired
from .filenames import name_problems
from .links import Index, Target, find, find_named, is_external
from .model import Document, Problem
from .problems import problem
from .read import read_page
from .slugs import folder_slug, page_address
from .whole import Page, Site

#: Front matter that names a file below content.
FILE_KEYS = ("audio", "video", "captions")
#: Those that are not published as they are: a recording is heard as the page's own sound, captions are written anew.
UNPUBLISHED = ("audio", "captions")
ELSEWHERE = "Bildet «{}» ligger på et annet nettsted. Lagre det i innholdsmappen, hvis dere har lov til å bruke det."
NO_PICTURE = "«{}» er ikke et bilde. Pek på et bilde, eller lag en vanlig lenke: ta bort ! foran den."

#: What Python makes of bytes that are no UTF-8: an old ZIP program has left such names.
LOST = re.compile("[\udc80-\udcff]")


def find_files(content: Path) -> Iterator[Path]:
    """Every file below `content`, sorted; side files of Mac, Windows, Word and editors are left out."""
    for folder, folders, names in os.walk(content):
        folders[:] = sorted(name for name in folders if not is_side_file(name))
        for name in sorted(names):
            if not is_side_file(name):
                yield Path(folder, name)


def closed_folders(content: Path) -> Iterator[Problem]:
    """An error for each folder below `content` that cannot be looked into: its pages would be missed without a word."""
    closed: list[OSError] = []
    for _ in os.walk(content, onerror=closed.append):
        pass
    for error in closed:
        why = f"Mappen kan ikke leses: {error.strerror}. Gi deg selv lesetilgang til den, eller flytt den ut av innholdsmappen."
        yield problem(relative_name(Path(error.filename), content), 1, "file-unreadable", why)


def is_side_file(name: str) -> bool:
    """A file that a program left behind: ._a.md, ~$a.docx, a.md~, .DS_Store, Thumbs.db."""
    return (
        name.startswith((".", "~$", "#"))
        or name.endswith(("~", ".tmp", ".bak", ".swp"))
        or name.lower() in ("thumbs.db", "desktop.ini", "__macosx")
    )


def is_page(path: Path) -> bool:
    """A Markdown file, a page; README and LICENSE are for those who keep the folder."""
    return path.suffix.lower() in (".md", ".markdown") and path.stem.upper() not in ("README", "LICENSE")


def relative_name(path: Path, content: Path) -> str:
    """The path below content with "/" and letters composed, the same on every system; a name that is no UTF-8 is read as Windows' own."""
    name = path.relative_to(content).as_posix()
    if not name.isprintable() and LOST.search(name):
        name = name.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return unicodedata.normalize("NFC", name)


def read_site(content: Path, settings: Any, output: Path | None = None) -> Site:
    """A Site of all pages below `content`, read but not yet processed."""
    site = Site(content, settings, output or content.parent / "output")
    site.pages = [Page(read_page(path, relative_name(path, content), settings.lang)) for path in find_files(content) if is_page(path)]
    return site


def all_documents(site: Site) -> list[Document]:
    """Every page's Document, drafts too, sorted by file."""
    return sorted((page.document for page in site.pages), key=lambda document: document.file)


def every_page(site: Site) -> list[Any]:
    """The published pages in order of their file, translations included, drafts left out."""
    return sorted((page for page in site.pages if page.document.status != "draft"), key=lambda page: page.document.file)


def address(document: Document, site: Site) -> str:
    """Where the page lies in the output, for example "yrker/sykepleier/index.html"."""
    return page_address(document.file, document.slug, document.data["lang"], site.settings.lang, document.data.get("template"))


def place(document: Document) -> str:
    """A page by its folder and slug, "hjelp/nav"."""
    return folder_slug(document.file, document.slug, document.data["lang"])


def index(site: Site) -> Index:
    """All that a link may point to; made once, when every page has its address."""
    files = {
        relative_name(path, site.content): path.relative_to(site.content).as_posix()
        for path in find_files(site.content)
        if not is_page(path)
    }
    places = {file: place for place, file in site.addresses.items()}
    return Index(site.content, {document.file: document for document in all_documents(site)}, site.addresses, files, places)


def process(site: Site) -> None:
    """Gather the pages' Problems, give each page its address and look up every link."""
    if not site.pages:
        site.problems.append(
            problem(
                "",
                1,
                "content-missing",
                f"Det er ingen sider i {site.content}. Legg inn en Markdown-fil, eller velg en annen mappe med --content.",
            )
        )
    for document in all_documents(site):
        site.problems += document.problems
        if document.status != "draft":
            _take_address(document, site)
            site.problems += expired(document, datetime.date.today())
    site.problems += closed_folders(site.content)
    site.problems += name_problems(site.content, find_files(site.content))
    site.index = index(site)
    for page in every_page(site):
        site.problems += _follow(page.document, site)


def _take_address(document: Document, site: Site) -> None:
    wanted = address(document, site)
    other = site.addresses.setdefault(wanted, document.file)
    if other != document.file:
        message = f"Adressen {wanted} er alt brukt av {other}. Gi en av sidene en annen slug: i innledningen."
        site.problems.append(problem(document.file, 1, "address-taken", message))


def _follow(document: Document, site: Site) -> Iterator[Problem]:
    """Check each link, picture and named file of a page; what it needs is noted in `site.static`."""
    for link in document.links:
        found = find(link.target, document.file, site.index)
        if link.attribute == "src" and is_external(found.address):
            yield problem(document.file, link.line, "link-unsafe", ELSEWHERE.format(link.target[:60]))
        elif link.attribute == "src" and not found.code and not is_picture(found.file):
            yield problem(document.file, link.line, "link-dead", NO_PICTURE.format(link.target[:60]))
        else:
            yield from _take(found, document.file, link.line, site)
    for key, target in _named_files(document):
        line = next((number for number, text in enumerate(document.head.split("\n"), 1) if text.strip().startswith(f"{key}:")), 1)
        found = find_named(target, document.file, site.index)
        if key in UNPUBLISHED and not found.code:
            continue
        for each in _take(found, document.file, line, site):
            yield problem(each.file, each.line, each.code, f"{key}: {each.message}")


def _named_files(document: Document) -> Iterator[tuple[str, str]]:
    picture = document.data.get("picture")
    if picture:
        yield "picture", picture["file"]
    for key in FILE_KEYS:
        value = document.data.get(key) or ""
        values = value if isinstance(value, list) else [value.get("file") if isinstance(value, dict) else value]
        yield from ((key, each) for each in values if each and not each.startswith("mangler"))


def _take(target: Target, file: str, line: int, site: Site) -> Iterator[Problem]:
    if target.code:
        yield problem(file, line, target.code, target.message)
    elif target.file:
        site.static[target.address] = target.file
