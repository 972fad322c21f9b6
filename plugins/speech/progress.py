"""How far the making of sound has come, on the terminal only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def progress(pages: int) -> Iterator[Callable[[], None]]:
    """A bar with the time left, on stderr and gone when done; call what it gives for each page."""
    console = Console(stderr=True)
    columns = (TextColumn("Lager lyd"), BarColumn(), MofNCompleteColumn(), TextColumn("sider, igjen"), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=pages)
        yield lambda: bar.advance(task)
