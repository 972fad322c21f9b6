"""What a page weighs: every byte that a browser fetches before the first touch, compressed, without fonts, pictures and sound."""

from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from editor.files import FileHandler
from tests.browser import find_chromium, server
from tests.conftest import ROOT

PAGES = ("yrker/sykepleier/index.html", "programmer/helse-og-oppvekstfag/index.html", "index.html", "sok/index.html")
SEARCH = "#ly-sok"
#: All that focus on the box fetches is here: every part of the words has been read.
ALL_WORDS = """() => (({ finder }) => finder?.words.length > 0 && finder.words.length === finder.parts.length)(
    document.querySelector("ly-search"))"""
#: What a browser calls what it fetches, and what counts as the page itself.
APART = {"Font": "fonts", "Image": "pictures", "Media": "sound"}
COMPRESSED = ("text/", "application/", "image/svg")


class GzipHandler(FileHandler):
    """Compresses texts, as any real server does."""

    def send_body(self, kind: str, body: bytes) -> None:
        """Send texts in gzip where the browser takes it."""
        if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            self.send_header("Content-Encoding", "gzip")
            body = gzip.compress(body, 9, mtime=0)
        super().send_body(kind, body)


class Scale:
    """Adds up the bytes of the bodies that a page's browser fetches, by what they are."""

    def __init__(self, page: Page) -> None:
        """Listen to all that the page fetches from here on."""
        self.kinds: dict[str, str] = {}
        self.headers: dict[str, float] = {}
        self.bytes: Counter[str] = Counter()
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.responseReceived", self.on_response)
        network.on("Network.loadingFinished", self.on_end)

    def on_response(self, event: dict) -> None:
        """Headers are here: what follows is the body."""
        self.kinds[event["requestId"]] = event["type"]
        self.headers[event["requestId"]] = event["response"]["encodedDataLength"]

    def on_end(self, event: dict) -> None:
        """All is here."""
        number = event["requestId"]
        if number in self.kinds:
            self.bytes[self.kinds[number]] += round(event["encodedDataLength"] - self.headers[number])

    def page(self) -> int:
        """Bytes of the page itself."""
        return sum(self.bytes[kind] for kind in self.bytes if kind not in APART)


def opened(browser: Browser, address: str) -> tuple[Page, Scale]:
    """The page at `address` in a context of its own, as a phone has it before the first touch, and what it took to get there."""
    page = browser.new_context(service_workers="block", viewport={"width": 375, "height": 800}).new_page()
    scale = Scale(page)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page, scale


def first_bytes(output: Path, page: str) -> int:
    """What the page of the site in `output` weighs before the first touch, bytes; 0 where it is not where it should be."""
    if not (output / page).is_file():
        return 0
    with server.serve(output, handler=GzipHandler) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium.find(), args=find_chromium.flags())
        _page, scale = opened(browser, base + page)
        browser.close()
    return scale.page()


def weigh(browser: Browser, address: str) -> str:
    """A line about the page at `address`."""
    page, scale = opened(browser, address)
    before, parts = scale.page(), [f"{name} {kb(scale.bytes[kind])}" for kind, name in APART.items()]
    inner = ", ".join(f"{kind.lower()} {kb(scale.bytes[kind])}" for kind in ("Document", "Stylesheet", "Script"))
    page.focus(SEARCH)
    page.wait_for_function(ALL_WORDS)
    page.wait_for_load_state("networkidle")
    parts.append(f"focus on search {kb(scale.page() - before)}")
    page.context.close()
    return f"{kb(before)} KB ({inner}); beside it: {', '.join(parts)}"


def kb(size: float) -> str:
    """Bytes as KB of 1,024."""
    return f"{size / 1024:.1f}"


def later(browser: Browser, address: str) -> str:
    """A line about what the service worker then fetches in the background."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_timeout(5000)
    sizes = page.evaluate("""async () => {
        const found = {};
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            const answers = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
            const blobs = await Promise.all(answers.map((answer) => answer.blob()));
            found[name.split(" ").at(-1)] = blobs.reduce((sum, blob) => sum + blob.size, 0);
        }
        return found;
    }""")
    context.close()
    return ", ".join(f"{name} {kb(size)} KB" for name, size in sizes.items())


def run(output: Path, pages: Iterable[str] = PAGES) -> None:
    """Weigh pages of the site in `output`, and print a line for each."""
    with server.serve(output, handler=GzipHandler) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium.find(), args=find_chromium.flags())
        known = [page for page in pages if (output / page).is_file()]
        for page in known:
            print(f"  {page:44} {weigh(browser, base + page)}")
        print(f"  kept for no network after {urlsplit(known[0]).path}, not compressed: {later(browser, base + known[0])}")
        browser.close()


def main() -> None:
    """Build the shipped site with sound and weigh its pages."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        subprocess.run([sys.executable, "-m", "editor.cli", "build", "--output", str(output)], cwd=ROOT, check=True, capture_output=True)
        print("Page weight in KB, gzip, before the first touch")
        run(output)


if __name__ == "__main__":
    main()
