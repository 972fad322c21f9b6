"""Problems as an editor reads them: one line each, with the file, the line and what to do."""

from __future__ import annotations

import errno
import os
import re
import sys
from pathlib import Path
from typing import Any

from .model import Problem
from .places import line_of_key
from .problems import ERROR, problem
from .whole import Site

#: What would move a terminal's cursor, colour it or turn the line around.
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def report(site: Site) -> None:
    """Print each Problem of the site once, on the error stream."""
    for line in told(site):
        print(line, file=sys.stderr)


def told(site: Site) -> list[str]:
    """Each Problem of the site once, as a line."""
    return [describe(each, site.content) for each in sorted(dict.fromkeys(site.problems))]


def describe(found: Problem, content: Path) -> str:
    """A Problem as one line, its file as seen from the working folder."""
    grave = "feil" if found.level == ERROR else "merknad"
    return CONTROLS.sub("�", f"{shown_path(found.file, content)}:{found.line}: {grave}: {found.message} [{found.code}]")


def shown_path(file: str, content: Path) -> str:
    """The path of a page's file from the working folder, or whole where it lies elsewhere."""
    path = Path(os.path.normpath(content.resolve() / file))  # not where a symbolic link leads
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def no_template(page: Any) -> Problem:
    """A page names a template that is not there."""
    name, line = page.document.data.get("template", "page"), line_of_key(page.document, "template")
    return problem(page.document.file, line, "value", f"template: malen «{name}» finnes ikke. Ta bort linjen, eller rett navnet.")


def unwritable(error: OSError, otherwise: str) -> str:
    """Why a folder cannot be written and what to do, in bokmål; `otherwise` is what to do about rare causes."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "disken er full. Gjør plass, og bygg en gang til."
    if error.errno == errno.EROFS:
        return f"disken kan bare leses. {otherwise}"
    if error.errno == errno.EBUSY:
        return f"mappen er selv en disk, eller den er i bruk av et annet program. {otherwise}"
    if isinstance(error, PermissionError):
        return "du har ikke lov til å skrive der. Gi deg selv skrivetilgang til mappen."
    return f"{error.strerror or error}. {otherwise}"
