"""`lyttevei film`: a short captioned film of a page, from its summary, its pictures and the site's voice."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TimeRemainingColumn

from plugins import document, speech, video

from . import project

#: What draws and writes: a film needs all of them.
NEEDED = ("PIL", "resvg_py", "imageio_ffmpeg")
#: Silence between two sentences, ms: there is a new one to look at.
PAUSE = 800
FONT = project.ROOT / "theme" / "static" / "theme-atkinson.woff2"


@click.command(help=_("Make a short captioned film of a page: its summary, its pictures, the site's voice."), options_metavar="[valg]")
@click.argument("file", metavar="fil", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--content", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder with the Markdown files."))
@click.option("--force", is_flag=True, help=_("Write over a film of this page that is there."))
def film(file: Path, content: Path | None, force: bool) -> None:
    """Write the film beside the site's others, and tell what to put into the page."""
    if [name for name in NEEDED if not find_spec(name)]:
        raise click.ClickException(_("Making films needs more programs. Write: pip install 'lyttevei[film]'"))
    folder = project.content_of(file, content)
    loaded = project.load()
    site = project.walk(loaded, folder)
    name = project.name_in(folder, file)
    page = next((each for each in site.pages if each.document.file == name), None)
    if page is None:
        raise click.ClickException(_("{file} is not a page: it must be a Markdown file (.md).").format(file=file))
    if not page.document.data.get("summary"):
        lacking = _("{file} has no summary. The film is made of it: write summary: and some short sentences.")
        raise click.ClickException(lacking.format(file=file))
    goal = _goal(page.document, site)
    there = next((name for name in (f"{goal.name}{end}" for end in (".mp4", ".webm", ".jpg")) if goal.with_name(name).exists()), None)
    if there and not force:
        raise click.ClickException(_("{file} is there already. Add --force to write over it.").format(file=there))
    try:
        made = _make(page, site, loaded.settings, goal)
    except (video.FilmError, speech.VoiceError, OSError) as error:
        raise click.ClickException(str(error)) from None
    _tell(page, made, folder)


def _goal(page: document.Document, site: document.Site) -> Path:
    """The film's files without their endings; a page in another language has its own, since it may share its slug."""
    lang = page.data["lang"]
    return site.content / "film" / (page.slug if lang == site.settings.lang else f"{page.slug}-{lang}")


def _make(page: Any, site: document.Site, settings: document.Settings, goal: Path) -> Any:
    """The voice, then the pictures, then the film."""
    title = document.title_block(page.document)
    blocks = (title, *document.summary_blocks(page))
    calm = replace(settings.speech, pauses=replace(settings.speech.pauses, paragraph=PAUSE, heading=PAUSE))
    spoken = speech.aloud(blocks, calm)
    if not spoken.made:
        raise video.FilmError(spoken.note or _("There is nothing to say on the page."))
    scenes = video.scenes_of(spoken.data, {block.id: block.text for block in blocks}, title.id)
    drawer = video.Drawer(FONT, _pictures(page.document, site), settings.name)
    console = Console(stderr=True)
    with Progress(BarColumn(), TimeRemainingColumn(), console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=100)
        return video.make_film(
            scenes, spoken.made.path, drawer, speech.find_ffmpeg(), goal, page.document.data["lang"], lambda: bar.advance(task)
        )


def _pictures(page: document.Document, site: document.Site) -> list[Path]:
    """The pictures of a page, the one of its head first; only files of the site's own."""
    head = (page.data.get("picture") or {}).get("file")
    found = [document.find_named(head, page.file, site.index)] if head else []
    found += [document.find(link.target, page.file, site.index) for link in page.links if link.attribute == "src"]
    return list(dict.fromkeys(each.file for each in found if each.file))


def _tell(page: Any, made: Any, folder: Path) -> None:
    """Name the files and their sizes, and give the block that shows the film."""
    for path in (*made.films, made.captions, made.poster):
        size = f"{path.stat().st_size / 1e6:.2f}".replace(".", ",")
        click.echo(_("{file}: {size} MB").format(file=document.shown_path(path.relative_to(folder).as_posix(), folder), size=size))
    names = ", ".join(path.relative_to(folder).as_posix() for path in made.films)
    title = page.document.data["title"]
    click.echo(_("Put this into the page:"))
    click.echo(f"\n/// video | {title} på {max(1, round(made.length / 1000))} sekunder\nfile: {names}")
    click.echo(f"captions: {made.captions.relative_to(folder).as_posix()}\nposter: {made.poster.relative_to(folder).as_posix()}")
    click.echo("description: ingen\n///")
