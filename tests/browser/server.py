"""A web server on this machine that serves a folder at some address, as a school's server may."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from editor.files import FileHandler


@contextmanager
def serve(folder: Path, under: str = "", handler: type[FileHandler] = FileHandler) -> Iterator[str]:
    """Serve `folder` at http://127.0.0.1:<port>/<under>/ while the block runs; gives that address, quoted.

    `under` may hold blanks and æøå, as a site's folder on a web server may.
    """
    prefix = f"/{under}/" if under else "/"
    here = type("FolderHandler", (handler,), {"folder": folder.resolve(), "prefix": prefix})
    server = ThreadingHTTPServer(("127.0.0.1", 0), here)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{quote(prefix)}"
    finally:
        server.shutdown()
        server.server_close()
