"""The shipped configuration of nginx, in a real nginx: headers as promised, and pages that work as without them."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import Page

from plugins import offline
from plugins.offline.headers import ALWAYS, ASKED, KEPT
from tests.browser.ports import free_port, wait_for
from tests.browser.visits import KOKK, plays
from tests.conftest import ROOT
from tests.programs import NGINX

SHIPPED = ROOT / "docs" / "nginx.conf"
#: What Debian's own nginx.conf has around a site, without what only root may.
AROUND = """daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ }}
http {{
    include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; sendfile on;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b;
    fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    {site}
}}
"""


@pytest.fixture(scope="module")
def site(small_site: Path) -> Iterator[tuple[str, Path]]:
    """The small site behind nginx, below a folder's address: (its address, its files)."""
    port, output = free_port(), small_site
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "rot").mkdir()
        (folder / "rot" / "vei").symlink_to(output)
        shipped = SHIPPED.read_text(encoding="utf-8")
        mine = shipped.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/var/www/lyttevei;", f"{folder}/rot;")
        assert mine.count(str(folder)) == 1 and str(port) in mine
        (folder / "nginx.conf").write_text(f"user {user()};\n" * bool(user()) + AROUND.format(folder=folder, site=mine), encoding="utf-8")
        server = subprocess.Popen([NGINX.get(), "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")])
        try:
            wait_for(port, server)
            yield f"http://127.0.0.1:{port}/vei/", output
        finally:
            server.terminate()
            server.wait(20)


def user() -> str:
    """Root's nginx gives its rights away to a user who could not read the test's folder."""
    return "root" if os.geteuid() == 0 else ""


def ask(address: str, **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body of an answer."""
    try:
        wanted = urllib.request.Request(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
        with urllib.request.urlopen(wanted) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def hashed(output: Path, folder: str) -> str:
    return next(path.relative_to(output).as_posix() for path in sorted((output / folder).iterdir()))


def test_the_shipped_file_is_what_the_room_says() -> None:
    assert SHIPPED.read_text(encoding="utf-8") == offline.nginx()


@pytest.mark.parametrize("path", ["index.html", "", "sw.js", "theme/page.css", "manifest.webmanifest", "finnes-ikke.html", "bilder/k.svg"])
def test_headers(path: str, site: tuple[str, Path]) -> None:
    status, headers, _ = ask(site[0] + path)
    assert status == (404 if "finnes" in path else 200)
    assert {name: headers.get_all(name) for name in ALWAYS} == {name: [value] for name, value in ALWAYS.items()}
    assert headers.get_all("Cache-Control") == [ASKED]


@pytest.mark.parametrize("folder", ["data", "sound"])
def test_files_named_by_their_contents_are_kept(folder: str, site: tuple[str, Path]) -> None:
    base, output = site
    path = hashed(output, folder)
    assert ask(base + path)[1].get_all("Cache-Control") == [KEPT]
    lost = re.sub("[0-9a-f]{6}", "abcdef", path, count=1)
    assert (ask(base + lost)[0], ask(base + lost)[1]["Cache-Control"]) == (404, ASKED), "what is not there yet may come"


def test_types_letters_and_compression(site: tuple[str, Path]) -> None:
    base, output = site
    kinds = {
        "index.html": "text/html; charset=utf-8", "theme/page.css": "text/css; charset=utf-8",
        "sw.js": "application/javascript; charset=utf-8",
        "manifest.webmanifest": "application/manifest+json; charset=utf-8", "theme/theme-atkinson.woff2": "font/woff2",
        hashed(output, "sound"): "audio/mpeg",
    }  # fmt: skip
    assert {path: ask(base + path)[1]["Content-Type"] for path in kinds} == kinds
    assert ask(base + "theme/page.css", Accept_Encoding="gzip")[1]["Content-Encoding"] == "gzip"


def test_parts_of_a_sound(site: tuple[str, Path]) -> None:
    base, output = site
    path = hashed(output, "sound")
    data = (output / path).read_bytes()
    for header, status, body in (
        ("bytes=0-1", 206, data[:2]), ("bytes=0-", 206, data), ("bytes=-500", 206, data[-500:]), (f"bytes={len(data)}-", 416, None),
    ):  # fmt: skip
        found = ask(base + path, Range=header)
        assert found[0] == status and body in (None, found[2]), header


@pytest.mark.parametrize("path", [".htaccess", "_headers"])
def test_what_is_for_other_servers_is_not_shown(path: str, site: tuple[str, Path]) -> None:
    assert (site[1] / path).is_file() and ask(site[0] + path)[0] == 404


def test_a_page_works_under_the_headers(site: tuple[str, Path], storing: Page) -> None:
    storing.goto(site[0] + KOKK)
    assert plays(storing) and storing.evaluate("CSS.highlights.size") > 0
    storing.evaluate("navigator.serviceWorker.ready.then(() => true)")
    storing.reload()
    storing.locator("#ly-sok").fill("lege")
    storing.wait_for_selector("#ly-treff [role=row]")
    storing.press("#ly-sok", "Enter")
    storing.wait_for_selector(".hits b")
    assert storing.inner_text(".hits b") == "Lege"
