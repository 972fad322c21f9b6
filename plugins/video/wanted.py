"""The films that a page asks for, from its front matter and its `/// video` blocks."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

from plugins.document import Document, FilmBlock, Problem, problem, summary_blocks, title_block

from .model import Entry, Wanted

KEYS = ("file", "youtube", "vimeo", "nrk", "captions", "poster", "description", "sign", "title")
#: What Norwegian editors may write instead.
ALIASES = {
    "fil": "file", "film": "file", "teksting": "captions", "bilde": "poster", "plakat": "poster", "synstolking": "description",
    "tegnspråk": "sign", "tegnsprak": "sign", "tittel": "title", "undertekst": "captions", "undertekster": "captions",
}  # fmt: skip
SERVICES = ("youtube", "vimeo", "nrk")
SEVERAL = ("file", "captions", "sign", "description")

OPEN = "Film-blokken mangler slutt. Skriv /// på en egen linje etter den."
UNTITLED = "Filmen mangler tittel. Skriv den etter streken: /// video | En dag på jobb."
STRAY = "«{}» er ikke en innstilling for filmen. Skriv for eksempel file: film/navn.mp4, og sett /// etter den siste."
UNKNOWN = "«{}» er ikke kjent for en film.{} Kjente nøkler er {}."
TWICE = "«{}» står to ganger i filmen. Behold den ene."


def wanted(seen: Any) -> tuple[list[Wanted], list[Problem]]:
    """The films of a page in the order in which they are seen, and what is wrong with how they are written."""
    page, found, problems = seen.document, [], []
    lead = _lead(seen)
    if lead:
        found.append(lead)
    for block in page.films:
        place = next((each.id for each in page.blocks if f"film:{block.number}" in each.inside), "")
        problems += list(_faults(block, page.file))
        if place:
            found.append(Wanted(block.title or "Film", block.line, place, _entries(block)))
    return found, problems


def _entries(block: FilmBlock) -> dict[str, tuple[Entry, ...]]:
    entries: dict[str, tuple[Entry, ...]] = {}
    for key, value, line in block.entries:
        key = ALIASES.get(key, key)
        if key in KEYS and value:
            parts = [part.strip() for part in value.split(",")] if key in SEVERAL and "://" not in value else [value]
            entries[key] = (*entries.get(key, ()), *(Entry(part, line) for part in parts if part))
    return entries


def _faults(block: FilmBlock, file: str) -> Iterator[Problem]:
    if not block.closed:
        yield problem(file, block.line, "film", OPEN)
    if not block.title:
        yield problem(file, block.line, "film", UNTITLED)
    seen: set[str] = set()
    for key, value, line in block.entries:
        name = ALIASES.get(key, key)
        if not key:
            yield problem(file, line, "film", STRAY.format(value[:60]))
        elif name not in KEYS:
            near = difflib.get_close_matches(name, [*KEYS, *ALIASES], 1)
            hint = f" Mente du «{near[0]}»?" if near else ""
            yield problem(file, line, "unknown-key", UNKNOWN.format(key, hint, ", ".join(KEYS)))
        elif name in seen and name not in SEVERAL:
            yield problem(file, line, "film", TWICE.format(key))
        seen.add(name)


def _lead(seen: Any) -> Wanted | None:
    """The film of the front matter; without one, captions there say nothing."""
    page = seen.document
    given: dict[str, Any] = page.data.get("video") or {}
    if not given:
        return None
    lines = {key: _line(page, key) for key in (*KEYS, "video")}
    entries: dict[str, tuple[Entry, ...]] = {}
    for key, value in {"captions": page.data.get("captions"), **given}.items():
        if key in KEYS and value:
            values = value if isinstance(value, list) else [value]
            parts = [part.strip() for each in values for part in (each.split(",") if key in SEVERAL and "://" not in each else [each])]
            line = lines[key] if lines[key] > 1 else lines["video"]
            entries[key] = tuple(Entry(part, line) for part in parts if part)
    before = [title_block(page), *summary_blocks(seen)]
    title = entries.get("title", (Entry(f"Film: {page.data['title']}", 1),))[0].value
    return Wanted(title, lines["video"], before[-1].id, entries, lead=True)


def _line(page: Document, key: str) -> int:
    """The line of the front matter that begins with a key, else 1."""
    for number, text in enumerate(page.head.split("\n"), 1):
        if number > 1 and text.startswith("---"):
            break
        if text.strip().startswith(f"{key}:"):
            return number
    return 1
