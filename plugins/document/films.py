"""Takes the `/// video` blocks out of a Markdown body; a paragraph with the film's title stays in the place of each.

What the lines of a block mean is known to room video alone.
"""

from __future__ import annotations

import re
from html import escape

from .filmblock import FilmBlock
from .lines import outside_fences

OPEN = re.compile(r"(?P<indent>[ \t]*)/{3,}[ \t]*video\b[ \t]*(?:\|(?P<title>.*))?", re.IGNORECASE)
CLOSE = re.compile(r"\s*/{3,}\s*")
OTHER = re.compile(r"\s*/{3,}\s*\w.*")
ENTRY = re.compile(r"\s*(?:(?P<key>[\wæøåÆØÅ-]+)\s*:|-)(?:\s+(?P<value>.*))?")
COMMENT = re.compile(r"(^|\s)#.*")
NO_TITLE = "Film"


def take_films(body: str, first_line: int) -> tuple[str, tuple[FilmBlock, ...]]:
    """The body, as many lines as before, and its films; `first_line` is the body's first line in the file."""
    lines, films = body.split("\n"), []
    prose, at = outside_fences(lines), 0
    while at < len(lines):
        found = OPEN.fullmatch(lines[at].rstrip()) if prose[at] else None
        if not found:
            at += 1
            continue
        end, closed = _end(lines, at + 1)
        film = _film(lines[at:end], found, len(films) + 1, first_line + at, closed)
        films.append(film)
        after = end + 1 if closed else end
        lines[at:after] = _placeholder(film, found["indent"], after - at)
        at = after
    return "\n".join(lines), tuple(films)


def _end(lines: list[str], start: int) -> tuple[int, bool]:
    """Where the block's inner lines end, and whether a closing line stands there."""
    for at in range(start, len(lines)):
        if CLOSE.fullmatch(lines[at]):
            return at, True
        if OTHER.fullmatch(lines[at]):
            break
    at = start
    while at < len(lines) and ENTRY.fullmatch(lines[at]):
        at += 1
    return at, False


def _film(lines: list[str], opening: re.Match, number: int, line: int, closed: bool) -> FilmBlock:
    entries, key = [], ""
    for at, text in enumerate(lines[1:], line + 1):
        found = ENTRY.fullmatch(text)
        if found:
            key = (found["key"] or key).lower()
            value = COMMENT.sub("", found["value"] or "").strip().strip("\"'")
            if value or found["key"]:
                entries.append((key, value, at))
        elif text.strip() and not text.lstrip().startswith("#"):
            entries.append(("", text.strip(), at))
    title = " ".join((opening["title"] or "").split())
    return FilmBlock(number, title, line, tuple(entries), closed)


def _placeholder(film: FilmBlock, indent: str, count: int) -> list[str]:
    """As many lines as the block had, so that those below keep their numbers; Markdown wants a blank one above and below."""
    text = f'{indent}<p class="film film-{film.number}">{escape(film.title or NO_TITLE, quote=False)}</p>'
    return ["", text, *[""] * (count - 2)] if count > 2 else [f"\n{text}\n", *[""] * (count - 1)]
