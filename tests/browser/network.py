"""A site behind a network that a test can cut, and that can lose single files: for all that happens without one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote

from editor.files import FileHandler
from tests.browser.server import serve


@dataclass
class Network:
    """What is between browser and site: `cut` drops every request, `slow` is the wait before each answer in seconds.

    `wrong` gives the status of files that cannot be had, `moved` where others are. `base` is the site's address; `asked` are the
    files asked for while the network was there.
    """

    cut: bool = False
    slow: float = 0.0
    wrong: dict[str, int] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    base: str = ""


@contextmanager
def network(folder: Path, under: str = "") -> Iterator[Network]:
    """Serve `folder` below `under` through a Network while the block runs."""
    between = Network()

    class Handler(FileHandler):
        """Looks at the Network before each answer."""

        def do_GET(self) -> None:
            path = unquote(self.path).removeprefix(self.prefix).partition("?")[0]
            if between.cut:
                self.close_connection = True
                return
            between.asked.append(path)
            time.sleep(between.slow)
            if path in between.wrong:
                self.send_error(between.wrong[path])
            elif path in between.moved:
                self.send_response(HTTPStatus.FOUND)
                self.send_header("Location", quote(self.prefix + between.moved[path]))
                self.send_header("Content-Length", "0")
                self.end_headers()
            else:
                super().do_GET()

    with serve(folder, under, Handler) as between.base:
        yield between
