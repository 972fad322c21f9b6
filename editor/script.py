"""`lyttevei script`: what the voice will say on a page, and from which characters."""

from __future__ import annotations

import json
import sys
from gettext import gettext as _
from pathlib import Path

import click

from plugins import document, speech

from . import project


@click.command(help=_("Print what will be said on a page, sentence by sentence."), options_metavar="[valg]")
@click.argument("file", metavar="fil", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--content", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder with the Markdown files."))
@click.option("--json", "as_json", is_flag=True, help=_("Print sentences and words as JSON."))
def script(file: Path, content: Path | None, as_json: bool) -> None:
    """Print the script of one page; exit code 1 if the page cannot be read."""
    folder = project.content_of(file, content)
    name = project.name_in(folder, file)
    site = project.walk(project.load(), folder)
    page = next((each for each in site.pages if each.document.file == name), None)
    if page is None:
        raise click.ClickException(_("{file} is not a page: it must be a Markdown file (.md).").format(file=file))
    wrong = [each for each in document.errors(site.problems) if each.file == name]
    for each in wrong:
        click.echo(document.describe(each, folder), err=True)
    if as_json:
        click.echo(json.dumps(speech.script_json(page, site), ensure_ascii=False, indent=2))
    else:
        click.echo(speech.script_text(page, site))
    if wrong:
        sys.exit(1)
