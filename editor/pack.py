"""`lyttevei pack`: the site to carry away, as a ZIP, talking books and podcasts."""

from __future__ import annotations

import shutil
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from urllib.parse import urlsplit

import click
from rich.console import Console
from rich.status import Status

from plugins import document, offline, pipeline

from . import project

#: What a folder holds that this command made.
MINE = frozenset({"boker", "podkast"})
#: The site that is packed, below the package while that is made.
BUILT = "nettsted"


@click.command(
    help=_("Pack the site to carry away: a ZIP for a USB stick, talking books (EPUB) and, with --address, podcasts."),
    options_metavar="[valg]",
)
@click.option("--content", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder with the Markdown files."))
@click.option("--output", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder for what is packed."))
@click.option("--address", metavar="adresse", default="", help=_("Where the site is published: https://example.no/"))
def pack(content: Path | None, output: Path | None, address: str) -> None:
    """Build the site, pack it beside the folder asked for, and exchange the two: whole or not at all."""
    goal, where = _output(output), _address(address)
    source = project.content_folder(content)
    console = Console(stderr=True)
    try:
        with document.published(goal) as beside, Status(_("Building the site"), console=console) as status:
            site = pipeline.build(source, beside / BUILT, project.load().settings)
            found = offline.pack(site, beside, where, lambda name: status.update(name))
            shutil.rmtree(beside / BUILT)
    except OSError as error:
        raise project.unwritable(_("The package could not be written to {path}: {error}"), goal, error) from None
    click.echo(summary(found, goal))


def _output(given: Path | None) -> Path:
    """Where the package goes; never a folder that holds something else than a package."""
    goal = (given or project.ROOT / "pakke").resolve()
    held = [path.name for path in goal.iterdir()] if goal.is_dir() else []
    if any(name not in MINE and not name.endswith(".zip") for name in held) or goal.is_file():
        raise click.ClickException(
            _("{path} holds other files, which would be lost. Choose an empty folder with --output.").format(path=goal)
        )
    return goal


def _address(given: str) -> str:
    """The site's address with a slash at its end, "" for none."""
    parts = urlsplit(given)
    if given and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment):
        raise click.ClickException(_("«{address}» is no address of a site. Write it whole, as https://example.no/").format(address=given))
    return given.rstrip("/") + "/" if given else ""


def summary(found: offline.Packed, goal: Path) -> str:
    """What was packed, for a person."""
    size = f"{found.size / 1e6:.1f}".replace(".", ",")
    books = ngettext("{n} talking book", "{n} talking books", found.books).format(n=found.books)
    lines = [
        _("Packed in {path}").format(path=goal),
        f"  {found.stick.name}  {size} MB",
        f"  boker/  {books}",
    ]
    feeds = ngettext("{n} podcast", "{n} podcasts", found.feeds).format(n=found.feeds)
    if found.feeds:
        lines.append(f"  podkast/  {feeds}. " + _("Put the folder beside the site's pages."))
    else:
        lines.append(_("Podcasts need the site's address: --address https://example.no/"))
    return "\n".join(lines)
