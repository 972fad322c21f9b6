"""`lyttevei serve`: the site on this machine, built again whenever something is saved."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from gettext import gettext as _
from pathlib import Path

import click
from watchfiles import watch

from . import project
from .preview import News, preview

#: What a site is made of, besides its content.
SOURCES = ("theme", "plugins", "pelicanconf.py", "audio/uttale.yaml", "audio/recordings")


@click.command(help=_("Show the site on this machine, and build it again whenever something is saved."))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help=_("Port on this machine; 0 takes any that is free."))
@click.option("--content", type=click.Path(path_type=Path), help=_("Folder with the Markdown files."))
@click.option("--no-sound", is_flag=True, help=_("Build without sound: quicker, for a look."))
def serve(port: int, content: Path | None, no_sound: bool) -> None:
    """Build, serve, and wait for the next save; a build that fails leaves the pages as they were."""
    source, news = project.content_folder(content), News()
    with ExitStack() as stack:
        output = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lyttevei-"))) / "output"
        click.echo(_("The site is at {address} Ctrl+C ends.").format(address=_open(stack, output, port, news)))
        _build(source, output, no_sound)
        for saved in saves(source):
            click.echo(_("{file} was saved. Building again.").format(file=saved))
            if _build(source, output, no_sound):
                news.tell()


def _open(stack: ExitStack, output: Path, port: int, news: News) -> str:
    """Start the server; gives its address."""
    try:
        return stack.enter_context(preview(output, port, news))
    except OSError:
        raise click.ClickException(_("Port {port} is used by another program. Choose another with --port.").format(port=port)) from None


def saves(content: Path) -> Iterator[str]:
    """The name of a file each time that something is saved; ends at Ctrl+C."""
    paths = [path for path in (content, *(project.ROOT / name for name in SOURCES)) if path.exists()]
    for changes in watch(*paths, raise_interrupt=False):
        yield min(Path(path).name for _change, path in changes)


def _build(content: Path, output: Path, no_sound: bool) -> bool:
    """Build in a process of its own, which sees changes in rooms, too; Problems go to the terminal. Did it succeed?"""
    command = [sys.executable, "-m", "editor.cli", "build", "--content", str(content), "--output", str(output)]
    path = os.pathsep.join(filter(None, (str(project.ROOT), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(
        [*command, *(["--no-sound"] if no_sound else [])],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    built = done.returncode == 0
    click.echo(done.stdout.splitlines()[0] if built and done.stdout else _("The build stopped. What you see is the site as it was."))
    return built
