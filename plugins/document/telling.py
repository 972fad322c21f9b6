"""Problems as an editor reads them: one line each, with the file, the line and what to do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from .model import Problem
from .places import line_of_key
from .problems import ERROR, problem
from .whole import Site


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
    return f"{shown_path(found.file, content)}:{found.line}: {grave}: {found.message} [{found.code}]"


def shown_path(file: str, content: Path) -> str:
    """The path of a page's file from the working folder, or whole where it lies elsewhere."""
    path = (content / file).resolve() if file else content.resolve()
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def no_template(page: Any) -> Problem:
    """A page names a template that is not there."""
    name, line = page.document.data.get("template", "page"), line_of_key(page.document, "template")
    return problem(page.document.file, line, "value", f"template: malen «{name}» finnes ikke. Ta bort linjen, eller rett navnet.")
