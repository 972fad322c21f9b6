"""`lyttevei check`: what is wrong with the pages, without building anything."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from plugins import document

from . import project
from .fixes import fix_all
from .listening import listen


@click.command(help=_("Check pages: all, or the files named. Nothing is built."), options_metavar="[valg]")
@click.argument("files", nargs=-1, metavar="[fil ...]", type=click.Path(path_type=Path, exists=True))
@click.option("--content", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder with the Markdown files."))
@click.option("--json", "as_json", is_flag=True, help=_("Print the problems as JSON."))
@click.option("--fix", is_flag=True, help=_("Mend in the files what is safe to mend; each file as it was is kept beside it, with ~."))
def check(files: tuple[Path, ...], content: Path | None, as_json: bool, fix: bool) -> None:
    """Print every Problem; exit code 1 if one is an error."""
    if fix:
        for line in fix_all(_pages(files, content)):
            click.echo(line, err=as_json)
    found, heard = problems(files, content)
    if as_json:
        rows = [_row(each, folder) for each, folder in found]
        text = json.dumps(rows, ensure_ascii=False, indent=2)
        click.echo(text.encode("utf-8", "replace").decode())  # a file's name may be in no encoding
    else:
        for each, folder in found:
            click.echo(document.describe(each, folder))
        for line in heard:
            click.echo(line)
        _say_counts([each for each, _folder in found])
    if document.errors([each for each, _folder in found]):
        sys.exit(1)


def _row(found: document.Problem, folder: Path) -> dict[str, object]:
    """A Problem as JSON has it."""
    file = document.shown_path(found.file, folder)
    return {"file": file, "line": found.line, "code": found.code, "level": found.level, "message": found.message}


Found = list[tuple[document.Problem, Path]]


def problems(files: tuple[Path, ...], content: Path | None) -> tuple[Found, list[str]]:
    """The Problems of the files named (of all without any), each with its content folder, sorted and once each; how recordings match."""
    loaded = project.load()
    wanted: dict[Path, set[str] | None] = {} if files else {project.content_folder(content): None}
    for path, folder in _named(files, content):
        wanted.setdefault(folder, set()).add(project.name_in(folder, path))
    found, heard = [], []
    for folder, names in wanted.items():
        site = project.walk(loaded, folder)
        more, lines = listen(site, names)
        told = sorted(dict.fromkeys([*site.problems, *more]))
        found += [(each, folder) for each in told if names is None or each.file in names]
        heard += lines
    return found, heard


def _named(files: tuple[Path, ...], content: Path | None) -> Iterator[tuple[Path, Path]]:
    """Each file named, and each page in a folder named, with its content folder."""
    for file in files:
        folder = project.content_of(file, content)
        inner = [path for path in document.find_files(file) if document.is_page(path)] if file.is_dir() else [file]
        yield from ((path, folder) for path in inner)


def _pages(files: tuple[Path, ...], content: Path | None) -> Iterator[tuple[Path, Path]]:
    """The pages that a command is about, with their content folder; links out of it are left alone."""
    whole = project.content_folder(content) if not files else None
    named = ((path, whole) for path in document.find_files(whole)) if whole else _named(files, content)
    for path, folder in named:
        if document.is_page(path) and path.resolve().is_relative_to(folder):
            yield path.parent.resolve() / path.name, folder


def _say_counts(found: list[document.Problem]) -> None:
    wrong = len(document.errors(found))
    remarks = len(found) - wrong
    if not found:
        click.echo(_("Nothing to remark."))
        return
    first = ngettext("{n} error", "{n} errors", wrong).format(n=wrong)
    second = ngettext("{n} remark", "{n} remarks", remarks).format(n=remarks)
    click.echo(f"{first}, {second}.")
