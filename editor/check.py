"""`lyttevei check`: what is wrong with the pages, without building anything."""

from __future__ import annotations

import json
import sys
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from plugins import document

from . import project


@click.command(help=_("Check pages: all, or the files named. Nothing is built."), options_metavar="[valg]")
@click.argument("files", nargs=-1, metavar="[fil ...]", type=click.Path(path_type=Path, exists=True))
@click.option("--content", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder with the Markdown files."))
@click.option("--json", "as_json", is_flag=True, help=_("Print the problems as JSON."))
def check(files: tuple[Path, ...], content: Path | None, as_json: bool) -> None:
    """Print every Problem; exit code 1 if one is an error."""
    found = problems(files, content)
    if as_json:
        rows = [_row(each, folder) for each, folder in found]
        text = json.dumps(rows, ensure_ascii=False, indent=2)
        click.echo(text.encode("utf-8", "replace").decode())  # a file's name may be in no encoding
    else:
        for each, folder in found:
            click.echo(document.describe(each, folder))
        _say_counts([each for each, _folder in found])
    if document.errors([each for each, _folder in found]):
        sys.exit(1)


def _row(found: document.Problem, folder: Path) -> dict[str, object]:
    """A Problem as JSON has it."""
    file = document.shown_path(found.file, folder)
    return {"file": file, "line": found.line, "code": found.code, "level": found.level, "message": found.message}


def problems(files: tuple[Path, ...], content: Path | None) -> list[tuple[document.Problem, Path]]:
    """The Problems of the files named (of all without any), each with its content folder, sorted and once each."""
    loaded = project.load()
    if not files:
        folder = project.content_folder(content)
        return [(each, folder) for each in sorted(dict.fromkeys(project.walk(loaded, folder).problems))]
    wanted: dict[Path, set[str]] = {}
    for file in files:
        folder = project.content_of(file, content)
        names = wanted.setdefault(folder, set())
        inner = [path for path in document.find_files(file) if document.is_page(path)] if file.is_dir() else [file]
        names.update(project.name_in(folder, path) for path in inner)
    out = []
    for folder, names in wanted.items():
        found = sorted(dict.fromkeys(project.walk(loaded, folder).problems))
        out += [(each, folder) for each in found if each.file in names]
    return out


def _say_counts(found: list[document.Problem]) -> None:
    wrong = len(document.errors(found))
    remarks = len(found) - wrong
    if not found:
        click.echo(_("Nothing to remark."))
        return
    first = ngettext("{n} error", "{n} errors", wrong).format(n=wrong)
    second = ngettext("{n} remark", "{n} remarks", remarks).format(n=remarks)
    click.echo(f"{first}, {second}.")
