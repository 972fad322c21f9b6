"""`lyttevei build`: the whole site, with sound."""

from __future__ import annotations

import time
from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from plugins import document, pipeline, speech

from . import project

UNSAFE = "pelicanconf.py"


@click.command(help=_("Build the whole site into the output folder, whole or not at all."), options_metavar="[valg]")
@click.option("--content", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder with the Markdown files."))
@click.option("--output", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder for the finished site."))
@click.option("--no-sound", is_flag=True, help=_("Build without sound: quicker, for a look."))
def build(content: Path | None, output: Path | None, no_sound: bool) -> None:
    """Build, then say what was made and what to open."""
    found = project.load()
    settings = replace(found.settings, sound=not no_sound)
    source = project.content_folder(content)
    target = _output(output, source)
    started = time.perf_counter()
    try:
        site = pipeline.build(source, target, settings)
    except OSError as error:
        raise project.unwritable(_("The site could not be written to {path}: {error}"), target, error) from None
    click.echo(summary(site, time.perf_counter() - started))


def _output(given: Path | None, content: Path) -> Path:
    """Where the site goes; never a folder that holds something else than a site."""
    target = (given or project.ROOT / "output").resolve()
    if content.is_relative_to(target) or (target / UNSAFE).exists():
        raise click.ClickException(_("{path} holds the sources. Choose an empty folder with --output.").format(path=target))
    if target.is_dir() and any(target.iterdir()) and not (target / "theme").is_dir():
        raise click.ClickException(
            _("{path} holds other files, which would be lost. Choose an empty folder with --output.").format(path=target)
        )
    return target


def summary(site: document.Site, seconds: float) -> str:
    """What was built, for a person: pages, minutes of sound and how many pages had to be voiced, what to open."""
    pages = document.every_page(site)
    count = ngettext("{n} page", "{n} pages", len(pages)).format(n=len(pages))
    built = _("Built {pages}, {sound}, in {seconds} s.").format(pages=count, sound=_sound(site), seconds=round(seconds))
    first = "index.html" if "index.html" in site.addresses else min(site.addresses)
    return "\n".join((built, _("Open {path}").format(path=site.output / first)))


def _sound(site: document.Site) -> str:
    """Minutes of sound and, where any were, the pages that were voiced anew."""
    if not site.settings.sound:
        return _("no sound")
    found = speech.summary(site)
    minutes = _("{minutes} minutes of sound").format(minutes=f"{found.seconds / 60:.1f}".replace(".", ","))
    new = ngettext("{n} page voiced anew", "{n} pages voiced anew", found.made).format(n=found.made)
    return f"{minutes} ({new})" if found.made else minutes
