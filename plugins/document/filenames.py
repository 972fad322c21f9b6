"""Names of files and folders that work on the editor's machine only: Windows and Mac have rules that Linux has not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from .model import Problem
from .problems import problem

#: Signs that no name may hold on Windows; the backslash comes of ZIP files that were packed there in an old way.
FORBIDDEN = re.compile('[<>:"|?*\\\\\x00-\x1f]')
#: Names that Windows keeps for devices, with any ending: "con.md" cannot be opened there.
DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])", re.IGNORECASE)


def name_problems(content: Path, files: Iterable[Path]) -> Iterator[Problem]:
    """What is wrong with the names of `files` (below `content`) and of their folders, each once, with what to do."""
    names = {part for path in files for part in _way(path.relative_to(content))}
    for path in sorted(names):
        kind = "mappen" if (content / path).is_dir() else "filen"
        yield from _alone(path, kind)
    yield from _alike(names)


def _way(path: Path) -> Iterator[Path]:
    """A file's path and that of each folder above it."""
    yield path
    yield from (folder for folder in path.parents if folder.name)


def _alone(path: Path, kind: str) -> Iterator[Problem]:
    """What is wrong with one name, whatever lies beside it."""
    why = unfit(path.name)
    if why:
        message = f"Windows kan ikke lagre navnet «{path.name}»: {why}. Gi {kind} et nytt navn, for eksempel «{fitting(path.name)}»."
        yield problem(_shown(path), 1, "name-windows", message)
    if unicodedata.normalize("NFC", path.name) != path.name:
        message = (
            f"Navnet på {kind} har bokstaver i to deler (å som a og ring), slik noen Mac-programmer skriver dem. Det virker her,"
            " men andre programmer kan si at filen ikke finnes. Skriv navnet på nytt."
        )
        yield problem(_shown(path), 1, "name-letters", message)


def unfit(name: str) -> str:
    """Why Windows cannot keep a name (in bokmål), "" where it can.

    >>> unfit("nav.md"), unfit("Con.md"), unfit("hva?.md")
    ('', 'det har Windows selv tatt i bruk', 'tegnet ? er ikke lov der')
    """
    wrong = FORBIDDEN.search(name)
    if wrong:
        return f"tegnet {wrong.group()} er ikke lov der" if wrong.group().isprintable() else "det har et usynlig tegn"
    if DEVICE.fullmatch(name.partition(".")[0].rstrip(" ")):
        return "det har Windows selv tatt i bruk"
    if name.endswith((".", " ")):
        return "det slutter på " + ("punktum" if name.endswith(".") else "mellomrom")
    return ""


def fitting(name: str) -> str:
    """A name near `name` that every system can keep.

    >>> fitting("nul.md"), fitting('Hva er "NAV"?.md'), fitting("kokk.md. ")
    ('nul-1.md', 'Hva er NAV.md', 'kokk.md')
    """
    name = FORBIDDEN.sub("", name.replace("\\", "-")).rstrip(". ") or "fil"
    stem, dot, end = name.partition(".")
    return f"{stem.rstrip(' ')}-1{dot}{end}" if DEVICE.fullmatch(stem.rstrip(" ")) else name


def _alike(names: Iterable[Path]) -> Iterator[Problem]:
    """Names in one folder that Windows and Mac take for the same: only one of the two would be there."""
    first: dict[tuple[Path, str], Path] = {}
    for path in sorted(names):
        other = first.setdefault((path.parent, unicodedata.normalize("NFC", path.name).casefold()), path)
        if other == path:
            continue
        alike = unicodedata.normalize("NFC", path.name) == unicodedata.normalize("NFC", other.name)
        how = "skrives likt" if alike else "er like når store og små bokstaver ikke teller"
        message = f"«{path.name}» og «{other.name}» {how}. På Windows og Mac blir bare den ene igjen. Gi den ene et annet navn."
        yield problem(_shown(path), 1, "name-twice", message)


def _shown(path: Path) -> str:
    """As every other file of a Problem is called."""
    return unicodedata.normalize("NFC", path.as_posix())
