"""Files over HTTP, with byte ranges: `http.server` knows none, and without them a browser cannot seek in a sound file."""

from __future__ import annotations

import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

TYPES = MappingProxyType({
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".ico": "image/x-icon",
    ".mp3": "audio/mpeg", ".mp4": "video/mp4", ".vtt": "text/vtt; charset=utf-8", ".woff2": "font/woff2",
    ".json": "application/json", ".webmanifest": "application/manifest+json", ".txt": "text/plain; charset=utf-8",
})  # fmt: skip


def byte_range(header: str | None, size: int) -> tuple[int, int] | None:
    """The first and last byte that a Range header asks for, None where it asks for the whole; ValueError: none of it exists.

    Several ranges at once are answered with the whole, which RFC 9110 allows.
    """
    found = re.fullmatch(r"bytes=(\d*)-(\d*)", header or "")
    if not found or found.group() == "bytes=-":
        return None
    first, last = found.groups()
    if not first:
        start, end = max(0, size - int(last)), size - 1
    else:
        start, end = int(first), min(int(last), size - 1) if last else size - 1
    if start > end or start >= size:
        raise ValueError(header)
    return start, end


class FileHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD for the files below `folder`; `prefix` is the folder's address."""

    protocol_version = "HTTP/1.1"
    folder: Path
    prefix: str = "/"

    def do_GET(self) -> None:
        """Send the file asked for, or the part of it."""
        found = self.locate()
        if found is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self.send_file(found)

    def do_HEAD(self) -> None:
        """The same without the bytes."""
        self.do_GET()

    def locate(self) -> Path | None:
        """The file of the address, index.html for a folder's; None outside the folder."""
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.prefix):
            return None
        found = (self.folder / path.removeprefix(self.prefix)).resolve()
        if found.is_dir() and path.endswith("/"):
            found /= "index.html"
        return found if found.is_file() and found.is_relative_to(self.folder) else None

    def read(self, path: Path) -> bytes:
        """What the file says to a browser."""
        return path.read_bytes()

    def send_file(self, path: Path) -> None:
        """Headers, then the bytes."""
        body = self.read(path)
        try:
            part = byte_range(self.headers.get("Range"), len(body))
        except ValueError:
            self.send_error(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            return
        self.send_response(HTTPStatus.PARTIAL_CONTENT if part else HTTPStatus.OK)
        if part:
            self.send_header("Content-Range", f"bytes {part[0]}-{part[1]}/{len(body)}")
            body = body[part[0] : part[1] + 1]
        self.send_header("Accept-Ranges", "bytes")
        self.send_body(TYPES.get(path.suffix.lower(), "application/octet-stream"), body)

    def send_body(self, kind: str, body: bytes) -> None:
        """Type, length and the bytes, unless only the headers were asked for; a browser may hang up in the middle of a sound."""
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            if self.command == "GET":
                self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_about: object) -> None:
        """Say nothing: the terminal is for what is wrong with pages."""
