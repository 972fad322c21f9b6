"""A stand-in of the place where Piper's voices are published: its list, cards and files, sent whole, in parts, or badly."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CARD = "# Model card for talesyntese (medium)\n\n* Language: nb_NO\n\n## Dataset\n\n* URL: https://example.org/nst\n* License: CC0\n"


@dataclass
class Repository:
    """Files by path, what was asked for (path, range), and how the next models are sent: whole, cut, other, no-ranges.

    One that is `rude` answers what is no HTTP at all.
    """

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    rude: bool = False

    def add(self, name: str, model: bytes, config: bytes, card: str = CARD) -> None:
        """Publish a voice."""
        code, short, quality = name.split("-")
        base = f"{code.split('_')[0]}/{code}/{short}/{quality}/{name}"
        own = {f"{base}.onnx": model, f"{base}.onnx.json": config, f"{base.rsplit('/', 1)[0]}/MODEL_CARD": card.encode()}
        listed = json.loads(self.files.get("voices.json", b"{}"))
        files = {path: {"size_bytes": len(data), "md5_digest": hashlib.md5(data).hexdigest()} for path, data in own.items()}
        listed[name] = {"key": name, "language": {"code": code, "name_english": "Norwegian"}, "quality": quality, "files": files}
        self.files |= own | {"voices.json": json.dumps(listed).encode()}


class Handler(BaseHTTPRequestHandler):
    """One file, or a part of it. The repository is the server's `repository`."""

    def do_GET(self) -> None:
        repository: Repository = self.server.repository
        path, wanted = self.path.lstrip("/"), self.headers.get("Range", "")
        repository.asked.append((path, wanted))
        if repository.rude:
            self.wfile.write(b"go away\r\n\r\n")
            return
        data = repository.files.get(path)
        if data is None:
            self.send_error(404)
            return
        way = repository.ways.pop(0) if path.endswith(".onnx") and repository.ways else "whole"
        data = data[::-1] if way == "other" else data
        start = int(re.match(r"bytes=(\d+)-", wanted)[1]) if wanted and way != "no-ranges" else 0
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        self.wfile.write(data[start:] if way != "cut" else data[start : start + (len(data) - start) // 2])

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


@contextmanager
def repository(voices: Mapping[str, tuple[bytes, bytes]]) -> Iterator[Repository]:
    """The place, at an address of this machine, while the block lasts."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.repository = Repository(f"http://127.0.0.1:{server.server_port}")
        for name, (model, config) in voices.items():
            server.repository.add(name, model, config)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.repository
        finally:
            server.shutdown()


def files_of(folder: Path, name: str) -> tuple[bytes, bytes]:
    """A voice's two files."""
    return (folder / f"{name}.onnx").read_bytes(), (folder / f"{name}.onnx.json").read_bytes()
