"""`lyttevei build`: the whole site, with sound."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, replace
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plugins import record

from . import project

if TYPE_CHECKING:
    from plugins import document

UNSAFE = "pelicanconf.py"


@click.command(help=_("Build the whole site into the output folder, whole or not at all."), options_metavar="[valg]")
@click.option("--content", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder with the Markdown files."))
@click.option("--output", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder for the finished site."))
@click.option("--no-sound", is_flag=True, help=_("Build without sound: quicker, for a look."))
def build(content: Path | None, output: Path | None, no_sound: bool) -> None:
    """Build, then say what was made and what to open; where nothing has changed, say that at once."""
    source = project.content_folder(content)
    asked = record.Asked(source, _output(output, source), not no_sound)
    if said := record.unchanged(asked):
        click.echo("".join(f"{line}\n" for line in said["told"]), nl=False, err=True)
        click.echo(unchanged(Made(**said["made"])))
        return
    started = time.perf_counter()
    try:
        made = make(asked)
    except OSError as error:
        raise project.unwritable(_("The site could not be written to {path}: {error}"), asked.output, error) from None
    click.echo(summary(made, time.perf_counter() - started))


@dataclass(frozen=True)
class Made:
    """What a build made: pages, seconds of sound (None: it was built without), how many pages had to be voiced, what to open."""

    pages: int
    sound: float | None
    voiced: int
    first: str


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


def make(asked: record.Asked) -> Made:
    """Build, and keep what the next build needs to know."""
    from plugins import document, pipeline, speech  # here, since a build that has nothing to do must not wait for them

    settings = replace(project.load().settings, sound=asked.sound)
    named = (settings.speech.lexicon, settings.speech.recordings, settings.speech.piper) if settings.speech else ()
    asked = replace(asked, named=tuple(str(path) for path in named if path))
    seen = record.look(asked)
    site = pipeline.build(asked.content, asked.output, settings, seen)
    made = made_of(site)
    if not speech.may_be_better(site.problems):  # else the next build would find nothing to do, and keep the lesser voice
        record.write(asked, seen, site.outcome, {"made": asdict(made), "told": document.told(site)})
    return made


def made_of(site: document.Site) -> Made:
    """What a person wants to know of a site that is built."""
    from plugins import document, speech

    found = speech.summary(site)
    first = "index.html" if "index.html" in site.addresses else min(site.addresses)
    sound = found.seconds if site.settings.sound else None
    return Made(len(document.every_page(site)), sound, found.made, str(site.output / first))


def summary(made: Made, seconds: float) -> str:
    """What was built, for a person: pages, minutes of sound and how many pages had to be voiced, what to open."""
    built = _("Built {pages}, {sound}, in {seconds} s.").format(pages=_pages(made), sound=_sound(made), seconds=round(seconds))
    return "\n".join((built, _("Open {path}").format(path=made.first)))


def unchanged(made: Made) -> str:
    """The same where there was nothing to build."""
    built = _("Nothing has changed: {pages}, {sound}.").format(pages=_pages(made), sound=_sound(replace(made, voiced=0)))
    return "\n".join((built, _("Open {path}").format(path=made.first)))


def _pages(made: Made) -> str:
    return ngettext("{n} page", "{n} pages", made.pages).format(n=made.pages)


def _sound(made: Made) -> str:
    """Minutes of sound and, where any were, the pages that were voiced anew."""
    if made.sound is None:
        return _("no sound")
    minutes = _("{minutes} minutes of sound").format(minutes=f"{made.sound / 60:.1f}".replace(".", ","))
    new = ngettext("{n} page voiced anew", "{n} pages voiced anew", made.voiced).format(n=made.voiced)
    return f"{minutes} ({new})" if made.voiced else minutes
