"""`lyttevei serve`: on this machine only, and always the newest site that could be built."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from editor.building import Builder, sort_problems
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
            try:
                assert process.wait(WAIT) == 0, said.read_text(encoding="utf-8")
            finally:
                process.kill()


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


def test_a_browser_that_goes_away_leaves_no_traceback(site: Serving) -> None:
    with socket.create_connection(("127.0.0.1", site.port)) as gone:
        gone.sendall(b"GET / HT")
        gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # closes with a reset, as a killed browser
    assert site.get("/")[0] == 200 and "Traceback" not in site.said()


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


def test_what_programs_leave_beside_a_page_builds_nothing(site: Serving, content: Path) -> None:
    before = len(site.said())
    for name in ("~$b.md", "._b.md", ".b.md.swp", "b.md~", ".#b.md", "b.md.tmp", "Thumbs.db"):
        (content / "sider" / name).write_bytes(b"\x00\x05\x16\x07 not a page")
    (content / "sider" / "b.md").write_text(page("Tredje tekst.", "B"), encoding="utf-8")
    site.wait_for("Ferdig", before)
    assert re.findall(r"(.*) er lagret", site.said()[before:]) == ["b.md"]
    assert b"Tredje tekst." in site.get("/sider/b/index.html")[1]


def test_a_copy_of_a_page_is_told_to_the_open_page_too_and_can_be_taken_away(site: Serving, content: Path) -> None:
    before, copy = len(site.said()), content / "sider" / "b - Kopi.md"
    copy.write_bytes((content / "sider" / "b.md").read_bytes())
    site.wait_for("Byggingen stoppet", before)
    news = HTTPConnection("127.0.0.1", site.port, timeout=WAIT)
    news.request("GET", "/.lyttevei/events")
    answer = news.getresponse()
    lines = iter(answer.readline, b"")
    assert next(line for line in lines if line.startswith(b"event")) == b"event: problems\n"
    told = json.loads(answer.readline().removeprefix(b"data: "))
    assert [said in site.said()[before:] for said in told["errors"]] == [True] and "[address-taken]" in told["errors"][0]
    before = len(site.said())
    copy.unlink()
    assert next(line for line in lines if line.startswith(b"data")) == b"data: built\n"
    assert "b - Kopi.md er borte" in site.said()[before:]


def test_a_page_that_was_renamed_or_taken_away_loses_its_address(site: Serving, content: Path) -> None:
    before, old, new = len(site.said()), content / "sider" / "c.md", content / "sider" / "d.md"
    old.write_text("---\ntitle: '???'\n---\n\nC.", encoding="utf-8")
    site.wait_for("Ferdig", before)
    assert site.get("/sider/c/index.html")[0] == 200
    before = len(site.said())
    old.rename(new)
    site.wait_for("Ferdig", before)
    assert (site.get("/sider/c/index.html")[0], site.get("/sider/d/index.html")[0]) == (404, 200)
    before = len(site.said())
    new.unlink()
    site.wait_for("Ferdig", before)
    status, body, _headers = site.get("/sider/d/index.html")
    assert status == 404 and b"/.lyttevei/reload.js" in body  # it comes back by itself if the page does


def test_input_that_is_no_text_leaves_it_running(site: Serving, content: Path) -> None:
    before, broken = len(site.said()), content / "sider" / "e.md"
    broken.write_bytes(bytes(range(256)) * 20)
    site.wait_for("(Ferdig|Byggingen stoppet)", before)
    before = len(site.said())
    broken.unlink()
    site.wait_for("(Ferdig|Ingenting er endret)", before)  # a broken page changed nothing
    assert "Traceback" not in site.said() and site.get("/index.html")[0] == 200


def test_problems_are_found_in_what_a_build_says() -> None:
    said = "\x1b[2KLager lyd\nsider/a.md:3: feil: Fant ikke «x: y». [link-dead]\nb.md:1: merknad: Noe. [alt-missing]\r\nx.py:1: feil\n"
    assert sort_problems(said) == {
        "feil": ("sider/a.md:3: feil: Fant ikke «x: y». [link-dead]",),
        "merknad": ("b.md:1: merknad: Noe. [alt-missing]",),
    }


def test_a_site_that_was_never_right_says_so(tmp_path: Path) -> None:
    content = write_tree(tmp_path, {"content/a.md": "---\nlang: nb\n---\n\nUten tittel."})
    with serving(content, tmp_path / "sagt.txt") as site:
        status, body, _headers = site.get("/")
        assert (status, "ikke ferdig bygget" in body.decode()) == (404, True)
        before = len(site.said())
        (content / "a.md").write_text(home("Hei."), encoding="utf-8")
        site.wait_for("Ferdig", before)


def processor() -> float:
    """Seconds of processor time that ended processes of this one have had: another program's load hardly counts in it."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_save_in_the_shipped_site_costs_less_than_loading_the_program(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A second on a calm machine is about what loading takes there; the processor's time tells of a calm one on a busy one, too."""
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    saved, builder = content / "yrker" / "kokk.md", Builder(content, tmp_path / "ut", no_sound=True)
    try:
        assert builder.build().line
        costs = []
        for number in range(2):
            before = processor()
            subprocess.run([sys.executable, "-m", "editor.standby"], cwd=ROOT, stdin=subprocess.DEVNULL, check=True)
            load, text = processor() - before, saved.read_text(encoding="utf-8")
            saved.write_text(f"{text}\nSetning nummer {number}.\n", encoding="utf-8")
            before, started = processor(), time.monotonic()
            assert builder.build().line and f"Setning nummer {number}." in (tmp_path / "ut/yrker/kokk/index.html").read_text("utf-8")
            costs.append((processor() - before - load) / load)
            with capfd.disabled():
                print(f"\nfrom a save to the page: {time.monotonic() - started:.1f} s; {costs[-1]:.2f} of loading ({load:.1f} s)")
    finally:
        builder.close()
    assert min(costs) < 0.8, costs


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
