"""The harness itself: a test that cannot fail proves nothing, so each watcher is shown what it watches for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page

from editor.files import byte_range
from tests.browser.axe import axe
from tests.browser.watch import open_page

STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
GOOD = """<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Prøve</title>
<meta http-equiv="Content-Security-Policy" content="{csp}"><link rel="icon" href="icon.svg"></head>
<body><main><h1>Prøve</h1>{body}</main></body></html>"""
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a small page and gives its folder, whose path is an awkward one."""

    def page(body: str = "<p>Hei</p>", csp: str = STRICT) -> Path:
        folder = tmp_path / "en mappe æøå"
        folder.mkdir(exist_ok=True)
        (folder / "index.html").write_text(GOOD.format(csp=csp, body=body), encoding="utf-8")
        (folder / "icon.svg").write_text(ICON, encoding="utf-8")
        return folder

    return page


def faults_of(browser: Browser, address: str) -> str:
    """All that the watch noted on that page."""
    page, watched = open_page(browser)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.context.close()
    return "\n".join(watched.faults)


def test_a_good_page_has_no_fault(page: Page, write: Callable, served: Callable[[Path], str]) -> None:
    folder = write()
    for address in (served(folder) + "index.html", (folder / "index.html").as_uri()):
        page.goto(address)
        assert axe(page) == []


@pytest.mark.parametrize(
    ("body", "csp", "fault"),
    [
        ('<img src="https://example.org/a.png" alt="">', "default-src *", "request off the site: https://example.org/a.png"),
        ("<p style='color:red'>Rød</p>", STRICT, "CSP: style-src"),
        ("<script>document.title = 1</script>", STRICT, "CSP: script-src"),
        ('<script src="borte.js"></script>', STRICT, "borte.js"),
        ('<script src="feil.js"></script>', STRICT, "error: Au"),
        ('<script src="si.js"></script>', STRICT, "console warning: Hm"),
    ],
)  # fmt: skip
def test_each_fault_is_seen(body: str, csp: str, fault: str, browser: Browser, write: Callable, served: Callable[[Path], str]) -> None:
    folder = write(body, csp)
    (folder / "feil.js").write_text('throw new Error("Au")', encoding="utf-8")
    (folder / "si.js").write_text('console.warn("Hm")', encoding="utf-8")
    for address in (served(folder), (folder / "index.html").as_uri()):
        assert fault in faults_of(browser, address)


def test_axe_sees_a_picture_without_text(page: Page, write: Callable) -> None:
    page.goto((write('<img src="icon.svg">') / "index.html").as_uri())
    assert any(line.startswith("image-alt") for line in axe(page))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, None), ("bytes=0-", (0, 9)), ("bytes=2-4", (2, 4)), ("bytes=8-99", (8, 9)), ("bytes=-3", (7, 9)),
        ("bytes=-99", (0, 9)), ("bytes=-", None), ("bytes=0-1,4-5", None), ("items=0-1", None),
    ],
)  # fmt: skip
def test_byte_range(header: str | None, expected: tuple[int, int] | None) -> None:
    assert byte_range(header, 10) == expected


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=5-4", "bytes=-0"])
def test_a_range_outside_the_file_is_refused(header: str) -> None:
    with pytest.raises(ValueError):
        byte_range(header, 10)


def test_the_server_sends_the_part_asked_for(write: Callable, served: Callable[[Path], str]) -> None:
    folder = write()
    (folder / "lyd.mp3").write_bytes(bytes(range(100)))
    with urlopen(Request(served(folder) + "lyd.mp3", headers={"Range": "bytes=10-12"})) as answer:
        assert (answer.status, answer.read()) == (206, b"\x0a\x0b\x0c")
        assert answer.headers["Content-Range"] == "bytes 10-12/100"
        assert answer.headers["Content-Type"] == "audio/mpeg"
