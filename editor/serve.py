"""`lyttevei serve`: the site on this machine, built again whenever something is saved."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

import click
from watchfiles import Change, DefaultFilter, watch

from plugins import document

from . import project
from .building import Builder
from .preview import News, preview

#: What a site is made of, besides its content.
SOURCES = ("theme", "plugins", "pelicanconf.py", "audio/uttale.yaml", "audio/recordings")


@click.command(
    help=_("Show the site on this machine, and build it again whenever something is saved."),
    options_metavar="[valg]",
)
@click.option(
    "--port", metavar="tall", type=click.IntRange(0, 65535), default=8000, help=_("Port on this machine; 0 takes any that is free.")
)
@click.option("--content", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder with the Markdown files."))
@click.option("--no-sound", is_flag=True, help=_("Build without sound: quicker, for a look."))
def serve(port: int, content: Path | None, no_sound: bool) -> None:
    """Build, serve, and wait for the next save; a build that fails leaves the pages as they were."""
    source, news = project.content_folder(content), News()
    with ExitStack() as stack, suppress(KeyboardInterrupt):  # Ctrl+C in the middle of a build ends as it does between two
        output = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lyttevei-"))) / "output"
        click.echo(_("The site is at {address} Ctrl+C ends.").format(address=_open(stack, output, port, news)))
        builder = Builder(source, output, no_sound)
        stack.callback(builder.close)
        _build(builder, news)
        for save in saves(source):
            said = _("{file} is gone. Building again.") if save.gone else _("{file} was saved. Building again.")
            click.echo(said.format(file=save.names))
            _build(builder, news, save.program)


def _open(stack: ExitStack, output: Path, port: int, news: News) -> str:
    """Start the server; gives its address."""
    try:
        return stack.enter_context(preview(output, port, news))
    except OSError:
        raise click.ClickException(_("Port {port} is used by another program. Choose another with --port.").format(port=port)) from None


class PagesOnly(DefaultFilter):
    """Leaves out what programs put beside a file while it is open or when it is copied: ~$a.docx, ._a.md, .a.md.swp, a.md~."""

    def __call__(self, change: Change, path: str) -> bool:
        return super().__call__(change, path) and not document.is_side_file(Path(path).name)


@dataclass(frozen=True)
class Save:
    """What was saved at one time: names for a person, whether all of it is gone, and whether it is part of the program."""

    names: str
    gone: bool
    program: bool


def saves(content: Path) -> Iterator[Save]:
    """Each time that something is saved; ends at Ctrl+C."""
    paths = [path for path in (content, *(project.ROOT / name for name in SOURCES)) if path.exists()]
    for changes in watch(*paths, watch_filter=PagesOnly(), raise_interrupt=False):
        names = sorted({Path(path).name for _change, path in changes})
        gone = all(change == Change.deleted for change, _path in changes)
        yield Save(_listed(names), gone, any(Path(path).suffix == ".py" for _change, path in changes))


def _listed(names: list[str]) -> str:
    """A few names, for a person."""
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


def _build(builder: Builder, news: News, anew: bool = False) -> None:
    """Build, say how it went in the terminal, and tell the open pages: to come anew, or what is wrong."""
    built = builder.build(anew)
    click.echo(built.line or _("The build stopped. What you see is the site as it was."))
    unknown = () if built.line else (_("The build stopped. Look in the terminal."),)
    news.tell(bool(built.line), built.errors or unknown, built.remarks)
