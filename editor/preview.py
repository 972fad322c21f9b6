"""A web server for the person who writes: on this machine only, and its pages come anew when they are built anew."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from editor.files import TYPES, FileHandler

LOOPBACK = "127.0.0.1"
NAMES = (LOOPBACK, "localhost")
#: Addresses that no page of a site can have.
SCRIPT, EVENTS = "/.lyttevei/reload.js", "/.lyttevei/events"
SCRIPT_FILE = Path(__file__).with_name("reload.js")
TAG = f'<script defer src="{SCRIPT}"></script>'
EMPTY = '<!doctype html><html lang="nb"><meta charset="utf-8"><title>{text}</title><h1>{text}</h1>{tag}</html>'
#: How often a silent line says that the server is still there, seconds; it also finds out that a browser is gone.
PULSE = 10.0


class News:
    """How the last build went; whoever waits for the next is woken."""

    def __init__(self) -> None:
        """Nothing is built yet."""
        self.count = 0
        self.built = 0
        self.errors: tuple[str, ...] = ()
        self.remarks: tuple[str, ...] = ()
        self.changed = threading.Condition()

    def tell(self, built: bool, errors: tuple[str, ...] = (), remarks: tuple[str, ...] = ()) -> None:
        """A build has ended: is the site new, what stopped it, and what was remarked (a line each)?"""
        with self.changed:
            self.count += 1
            self.built += built
            self.errors, self.remarks = errors, remarks
            self.changed.notify_all()

    def wait(self, seen: int, seconds: float) -> int:
        """The count, as soon as it is not `seen`, or after `seconds`."""
        with self.changed:
            self.changed.wait_for(lambda: self.count != seen, seconds)
            return self.count


class PreviewHandler(FileHandler):
    """Answers with the site's files; pages get a script that the files do not have."""

    news: News

    def do_GET(self) -> None:
        """Send a page, the script that reloads it, or the news it listens to."""
        if self.headers.get("Host", "").rpartition(":")[0] not in NAMES:
            self.send_error(HTTPStatus.FORBIDDEN)  # another site's name that leads here: its pages may not read ours
        elif self.path == EVENTS:
            self.send_events()
        elif self.path == SCRIPT:
            self.send_response(HTTPStatus.OK)
            self.send_body(TYPES[".js"], SCRIPT_FILE.read_bytes())
        elif self.locate() is None:
            self.send_nothing()
        else:
            super().do_GET()

    def read(self, path: Path) -> bytes:
        """A page, with the script at its end; anything else as it is."""
        body = path.read_bytes()
        before, end, after = body.rpartition(b"</body>")
        return before + TAG.encode() + end + after if end and path.suffix == ".html" else body

    def send_nothing(self) -> None:
        """There is no such page, perhaps not yet."""
        there = (self.folder / "index.html").is_file()
        text = _("There is no such page.") if there else _("The site is not built yet. Look in the terminal.")
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_body(TYPES[".html"], EMPTY.format(text=text, tag=TAG).encode())

    def send_events(self) -> None:
        """A line for each time the site is built, as long as the browser listens (server-sent events)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.close_connection = True
        try:
            self.tell_on()
        except OSError:
            return

    def tell_on(self) -> None:
        """The problems that there are, then each news; raises OSError when the browser is gone."""
        seen, built = self.news.count, self.news.built
        if self.news.errors or self.news.remarks:
            self.wfile.write(self.told())
        while True:
            count = self.news.wait(seen, PULSE)
            if count == seen:
                self.wfile.write(b": still here\n\n")
            elif self.news.built != built:
                self.wfile.write(b"data: built\n\n")
            else:
                self.wfile.write(self.told())
            seen, built = count, self.news.built

    def told(self) -> bytes:
        """The event that shows the errors and the remarks over the page."""
        found = {"errors": self.news.errors, "remarks": self.news.remarks}
        return f"event: problems\ndata: {json.dumps(found)}\n\n".encode()

    def end_headers(self) -> None:
        """Nothing may be kept: the next answer may be another."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class Server(ThreadingHTTPServer):
    """A browser that goes away in the middle is no fault of the editor's, and no text for their terminal."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, unless only the connection did."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def preview(folder: Path, port: int, news: News) -> Iterator[str]:
    """Serve `folder` on this machine while the block runs; gives the address. Raises OSError where the port is taken."""
    handler = type("SiteHandler", (PreviewHandler,), {"folder": folder.resolve(), "news": news})
    server = Server((LOOPBACK, port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{LOOPBACK}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
