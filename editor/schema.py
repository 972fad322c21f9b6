"""`lyttevei schema`: what front matter may hold, for editors' tools."""

from __future__ import annotations

import json
from gettext import gettext as _
from pathlib import Path

import click

from plugins import document


@click.command(
    help=_("Print the JSON Schema of the front matter of a kind of page, or write those of all kinds."),
    options_metavar="[valg]",
)
@click.argument("kind", metavar="[type]", type=click.Choice(list(document.KINDS)), default="side")
@click.option(
    "--folder",
    metavar="mappe",
    type=click.Path(path_type=Path, file_okay=False),
    help=_("Write a file for each kind into this folder."),
)
def schema(kind: str, folder: Path | None) -> None:
    """Print one schema, or write all into a folder."""
    if folder is None:
        click.echo(text(kind), nl=False)
        return
    folder.mkdir(parents=True, exist_ok=True)
    for each in document.KINDS:
        (folder / f"{each}.json").write_text(text(each), encoding="utf-8", newline="\n")


def text(kind: str) -> str:
    """The schema of a kind as it is printed and stored."""
    return json.dumps(document.json_schema(kind), ensure_ascii=False, indent=1) + "\n"
