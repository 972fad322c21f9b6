"""Addresses in pages: what each link of an editor points to, and telling when it points nowhere."""

from __future__ import annotations

import difflib
import posixpath
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, unquote

from .clean import scheme
from .drawing import unsafe
from .model import Document
from .slugs import file_address

PLACEHOLDER = re.compile(
    r"^(\{(?:filename|static|attach|index)\}|\|(?:filename|static|attach)\||%7B(?:filename|static|attach|index)%7D)", re.IGNORECASE
)
#: Where the way back from a footnote leads, to the mark in the text.
NOTE = "fnref:"
#: Another site, written without https://.
WEB = re.compile(r"www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:no|com|org|net|eu|se|dk)(?:/|$)", re.IGNORECASE)
UNPLACED = "Fotnoten [^{0}] har ikke noe sted i teksten. Skriv [^{0}] der den hører til, eller ta den bort."
DRIVE = re.compile(r"[a-zA-Z]:[\\/]")


@dataclass(frozen=True)
class Target:
    """What an address means: `address` in the output (or a full address), `file` to copy, or `code` and `message`."""

    address: str = ""
    file: Path | None = None
    code: str = ""
    message: str = ""


@dataclass(frozen=True)
class Index:
    """All that a link can point to: pages by file and by address (`places` gives a file's), other files by their path.

    `inside` remembers whether a file lies in the content folder itself and is no link out of it, and `judged` why a file may not
    be published ("" where it may), so that each is looked into once.
    """

    content: Path
    pages: Mapping[str, Document]
    addresses: Mapping[str, str]
    files: Mapping[str, str]
    places: Mapping[str, str]
    inside: dict[str, bool] = field(default_factory=dict)
    judged: dict[str, str] = field(default_factory=dict)


def is_external(target: str) -> bool:
    """A full address on another site, a mail address or a telephone number."""
    return target.startswith("//") or (bool(scheme(target)) and not DRIVE.match(target))


def content_path(target: str, file: str) -> tuple[str, str]:
    """(path below content, fragment) that an address in `file` names; the path begins with ".." when outside."""
    path, _, fragment = PLACEHOLDER.sub("", target).partition("#")
    path, fragment = _decoded(path.partition("?")[0]).replace("\\", "/"), _decoded(fragment)
    if DRIVE.match(path):
        return f"../{path}", fragment
    if not path:
        return file, fragment
    base = "" if path.startswith("/") else posixpath.dirname(file)
    return posixpath.normpath(posixpath.join(base, path.lstrip("/"))), fragment


def _decoded(text: str) -> str:
    """Decoded once the signs that part an address have done so: "%3F" is a letter of a name."""
    return unicodedata.normalize("NFC", unquote(text)).strip()


def find(target: str, file: str, index: Index) -> Target:
    """What `target`, written in `file`, points to; a Target with a code and a message where nothing is there."""
    if not target.strip():
        return Target(code="link-dead", message="En lenke eller et bilde mangler adresse. Skriv den mellom parentesene.")
    if target.startswith("//"):
        return Target(f"https:{target}")
    if is_external(target):
        return Target(target)
    path, fragment = content_path(target, file)
    if path.startswith(".."):
        return Target(code="path-outside", message=f"«{target}» peker ut av innholdsmappen. Legg filen i innholdsmappen og pek på den der.")
    if path in index.pages:
        return _page(target, path, fragment, index)
    if path in index.files:
        return _static(target, path, index)
    if page := _by_address(path, index):
        return _page(target, page, fragment, index)
    return _lost(target, path, index)


def find_named(target: str, file: str, index: Index) -> Target:
    """What a file named in front matter is: counted from the content folder, else beside the page."""
    rooted = "/" + target.lstrip("/\\")
    return find(rooted if content_path(rooted, file)[0] in index.files else target, file, index)


def _page(target: str, path: str, fragment: str, index: Index) -> Target:
    document = index.pages[path]
    if document.status == "draft":
        return Target(
            code="link-draft", message=f"«{target}» peker på et utkast, som ikke blir publisert. Publiser siden eller ta bort lenken."
        )
    if fragment and fragment not in known_ids(document):
        if fragment.startswith(NOTE):
            return Target(code="link-dead", message=UNPLACED.format(fragment.removeprefix(NOTE)))
        near = difflib.get_close_matches(fragment, known_ids(document), 1)
        hint = f" Mente du #{near[0]}?" if near else ""
        return Target(code="link-dead", message=f"«{target}» peker på et sted som ikke finnes på siden: #{fragment}.{hint}")
    return Target(index.places.get(path, "") + (f"#{fragment}" if fragment else ""))


def known_ids(document: Document) -> set[str]:
    """Every id on a page that a link may point to."""
    return {"tittel", "ly-innhold", *re.findall(r'\sid="([^"]+)"', document.html)}


def _static(target: str, path: str, index: Index) -> Target:
    source = index.content / index.files[path]
    if path not in index.inside:
        index.inside[path] = source.resolve().is_relative_to(index.content.resolve())
    if not index.inside[path]:
        return Target(code="path-outside", message=f"«{target}» er en snarvei ut av innholdsmappen. Legg selve filen i innholdsmappen.")
    if path not in index.judged:
        index.judged[path] = unsafe(source, path)
    return Target(code="file-unsafe", message=index.judged[path]) if index.judged[path] else Target(file_address(path), source)


def _by_address(path: str, index: Index) -> str | None:
    """A page called by its address ("/yrker/kokk/", "kokk/index.html") or by its file without .md."""
    for wanted in (path, f"{path}/index.html", "index.html" if path == "." else path):
        if wanted in index.addresses:
            return index.addresses[wanted]
    return f"{path}.md" if f"{path}.md" in index.pages else None


def _lost(target: str, path: str, index: Index) -> Target:
    names = [*index.pages, *index.files]
    same = next((name for name in names if name.casefold() == path.casefold()), None)
    if same:
        written, real = path.rsplit("/", 1)[-1], same.rsplit("/", 1)[-1]
        return Target(
            code="link-case",
            message=f"Store og små bokstaver er ulike: lenken sier «{written}», filen heter «{real}». Skriv dem likt.",
        )
    if WEB.match(target):
        return Target(code="link-dead", message=f"«{target}» finnes ikke blant sidene. Er det et annet nettsted? Skriv https://{target}")
    kind = posixpath.splitext(path)[1].lower()
    near = difflib.get_close_matches(path, [name for name in names if not kind or name.lower().endswith(kind)], 1)
    hint = f" Mente du «{near[0]}»?" if near else " Rett adressen eller ta bort lenken."
    return Target(code="link-dead", message=f"«{target}» finnes ikke.{hint}")


def relative(address: str, page: str) -> str:
    """The address as seen from the page at `page`, percent-encoded; full addresses stay as they are."""
    if is_external(address):
        return address
    path, mark, fragment = address.partition("#")
    if path == page and mark:
        return mark + fragment
    return _way(path, posixpath.dirname(page)) + mark + quote(fragment, safe=":")


@lru_cache(maxsize=50_000)
def _way(path: str, folder: str) -> str:
    """The path from a folder, percent-encoded; pages have many links in common."""
    return quote(posixpath.relpath(path, folder or "."))
