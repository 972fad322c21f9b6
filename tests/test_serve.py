"""`lyttevei serve`: on this machine only, and always the newest site that could be built."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from editor.files import byte_range
from tests.conftest import ROOT
from tests.making import lyttevei, page, write_tree

WAIT = 120


class Serving:
    """A running `lyttevei serve`: where it is, what it has said, and what it answers."""

    def __init__(self, process: subprocess.Popen[str], said: Path) -> None:
        """Wait until it has said where it is and has built."""
        self.process, self.file = process, said
        self.port = int(self.wait_for(r"http://127\.0\.0\.1:(\d+)/"))
        self.wait_for(r"(Ferdig|Byggingen stoppet)")

    def said(self) -> str:
        return self.file.read_text(encoding="utf-8")

    def wait_for(self, pattern: str, after: int = 0) -> str:
        """The first group (or all) of the pattern in what is said after `after` characters."""
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            if found := re.search(pattern, self.said()[after:]):
                return found.group(found.lastindex or 0)
            assert self.process.poll() is None, self.said()
            time.sleep(0.05)
        pytest.fail(f"{pattern} was never said:\n{self.said()}")

    def get(self, path: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read(), dict(answer.headers)


@contextmanager
def serving(content: Path, said: Path) -> Iterator[Serving]:
    command = [sys.executable, "-m", "editor.cli", "serve", "--port", "0", "--no-sound", "--content", str(content)]
    with said.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONUNBUFFERED": "1"}, stdout=out, stderr=out, text=True)
        try:
            yield Serving(process, said)
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(WAIT) == 0, said.read_text(encoding="utf-8")


def home(text: str) -> str:
    """Markdown of the home page with that text."""
    return page(text, "Hjem").replace("---\n", "---\nslug: index\n", 1)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tree(
        tmp_path_factory.mktemp("innhold"), {"content/index.md": home("Første tekst."), "content/sider/b.md": page("B.", "B")}
    )


@pytest.fixture(scope="module")
def site(content: Path) -> Iterator[Serving]:
    """One server for all tests; those that save something come last."""
    with serving(content, content.with_name("sagt.txt")) as found:
        yield found


def test_it_is_on_this_machine_only(site: Serving) -> None:
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.2", site.port), timeout=2)
    assert site.get("/", Host=f"localhost:{site.port}")[0] == 200
    assert site.get("/", Host=f"example.org:{site.port}")[0] == 403


def test_pages_get_the_script_and_files_do_not(site: Serving) -> None:
    status, body, headers = site.get("/sider/b/index.html")
    assert status == 200
    assert body.count(b"/.lyttevei/reload.js") == 1 and headers["Cache-Control"] == "no-cache"
    assert b"EventSource" in site.get("/.lyttevei/reload.js")[1]
    assert b"reload" not in site.get("/theme/page.css")[1]


def test_parts_of_a_file(site: Serving) -> None:
    whole = site.get("/theme/page.css")[1]
    status, body, headers = site.get("/theme/page.css", Range="bytes=10-19")
    assert (status, body, headers["Content-Range"]) == (206, whole[10:20], f"bytes 10-19/{len(whole)}")
    assert site.get("/theme/page.css", Range=f"bytes={len(whole)}-")[0] == 416


@pytest.mark.parametrize("path", ["/finnes/ikke.html", "/../../../etc/hostname", "/%2e%2e/%2e%2e/pelicanconf.py"])
def test_nothing_else_is_served(path: str, site: Serving) -> None:
    status, body, _headers = site.get(path)
    assert (status, b"Denne siden finnes ikke" in body) == (404, True)


def test_a_save_builds_and_tells_the_open_page(site: Serving, content: Path) -> None:
    news = HTTPConnection("127.0.0.1", site.port, timeout=WAIT)
    news.request("GET", "/.lyttevei/events")
    answer = news.getresponse()
    (content / "index.md").write_text(home("Andre tekst."), encoding="utf-8")
    lines = iter(answer.readline, b"")
    assert next(line for line in lines if line.startswith(b"data")) == b"data: built\n"
    assert b"Andre tekst." in site.get("/index.html")[1]
    assert "index.md er lagret" in site.said()


def test_a_broken_page_leaves_the_old_site_and_is_told(site: Serving, content: Path) -> None:
    before = len(site.said())
    (content / "sider" / "b.md").write_text("---\ntitle: B\nkind: yrkke\n---\n\nNy tekst.", encoding="utf-8")
    site.wait_for("Byggingen stoppet", before)
    assert re.search(r"b\.md:3: feil: .*\[kind-unknown\]", site.said()[before:])
    assert b"Andre tekst." in site.get("/index.html")[1]
    before = len(site.said())
    (content / "sider" / "b.md").write_text(page("Ny tekst.", "B"), encoding="utf-8")
    site.wait_for("Ferdig", before)
    assert b"Ny tekst." in site.get("/sider/b/index.html")[1]


def test_a_site_that_was_never_right_says_so(tmp_path: Path) -> None:
    content = write_tree(tmp_path, {"content/a.md": "---\nlang: nb\n---\n\nUten tittel."})
    with serving(content, tmp_path / "sagt.txt") as site:
        status, body, _headers = site.get("/")
        assert (status, "ikke ferdig bygget" in body.decode()) == (404, True)
        before = len(site.said())
        (content / "a.md").write_text(home("Hei."), encoding="utf-8")
        site.wait_for("Ferdig", before)


def test_a_taken_port_is_told(content: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ran = lyttevei("serve", "--no-sound", "--content", content, "--port", taken.getsockname()[1])
    assert ran.code == 1 and "er i bruk av et annet program" in ran.err and "Traceback" not in ran.err


def test_help_is_in_bokmal() -> None:
    assert "Vis nettstedet på denne maskinen" in lyttevei("serve", "--help").out


def test_byte_range_of_nothing() -> None:
    with pytest.raises(ValueError):
        byte_range("bytes=0-", 0)
