"""What no page needs and what would take Markdown minutes or more memory than there is: refused before it is read."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable
from pathlib import Path

#: The most that a file may hold: an hour's listening is 60 KB.
LARGEST = 1_000_000
LINES = 10_000
#: Lists and quotations within each other, and brackets of one kind in a paragraph that are opened and never closed.
LAYERS, UNCLOSED = 40, 200
LAYER = re.compile(r"[ \t]{2}|\t|[ \t]?(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$)")
#: What opens and what closes, where Markdown looks for the end again from each beginning.
PAIRS = (("[", "]"), ("](", ")"), ("<", ">"))

TOO_DEEP = "Teksten har for mange lag inni hverandre. Gjør lister og sitater flatere."
TOO_LONG = f"Siden har mer enn {LINES} linjer. Del den i flere sider."
TOO_OPEN = f"Et avsnitt har mer enn {UNCLOSED} klammer eller «<» som ikke blir lukket. Lukk dem, eller ta dem bort."


def refused(path: Path, file: str) -> tuple[str, str]:
    """Code and message of why a file of text, called `file` below the content folder, is not read; "" where it may be. Raises OSError."""
    about = path.stat()
    if path.is_symlink() and not path.resolve().is_relative_to(path.parents[file.count("/")].resolve()):
        return "path-outside", "Filen er en snarvei ut av innholdsmappen. Legg selve filen i innholdsmappen."
    if not stat.S_ISREG(about.st_mode):
        return "file-unreadable", "Dette er ikke en vanlig fil."
    if about.st_size > LARGEST:
        most, size = f"{LARGEST / 1e6:.0f}", f"{about.st_size / 1e6:.1f}".replace(".", ",")
        return "file-unreadable", f"Filen er på {size} MB, og ingen tekst her trenger mer enn {most}. Del den i flere."
    return "", ""


def absurd(body: str) -> str:
    """Why a Markdown text is not read, "" where it may be."""
    lines = body.split("\n")
    if len(lines) > LINES:
        return TOO_LONG
    if any(_layers(line) > LAYERS for line in lines):
        return TOO_DEEP
    return TOO_OPEN if any(_unclosed(each) for each in _paragraphs(body)) else ""


def _layers(line: str) -> int:
    """How many lists and quotations a line may stand in: two blanks are one at most, and so is each of their signs."""
    if not line.strip("-*_ \t"):
        return 0  # a rule across the page
    count = last = at = 0
    while found := LAYER.match(line, at):
        count, at = count + 1, found.end()
        last = last if found[0].isspace() else count
    return last  # blanks before plain text are text: code, or a poem


def _unclosed(text: str) -> bool:
    return any(text.count(first) - text.count(last) > UNCLOSED for first, last in PAIRS)


def _paragraphs(body: str) -> Iterable[str]:
    return re.split(r"\n\s*\n", body)
