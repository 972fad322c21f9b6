"""A small site to visit, and what a browser keeps of it."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.browser.network import Network

KOKK, AWAY = "yrker/kokk/index.html", "yrker/lege/index.html"
FILES = {
    "content/index.md": "---\ntitle: Finn veien\nslug: index\n---\n\nHei.",
    "content/yrker/kokk.md": "---\ntitle: Kokk\npicture: ../bilder/k.svg\nsummary: [Du lager mat.]\n---\n\nDu koker. "
    + "Maten er god. " * 40,
    "content/yrker/lege.md": "---\ntitle: Lege\n---\n\nDu hjelper syke.",
    "content/sider/uten-nett.md": "---\ntitle: Sider uten nett\nslug: uten-nett\ntemplate: offline/page\n---\n\nHer er de.",
    "content/sider/sok.md": "---\ntitle: Søk\nslug: sok\ntemplate: search/page\n---\n\nSkriv.",
    "content/bilder/k.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"/>',
}
#: Every address in this site's caches, below the site's own.
STORED = """async (base) => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(caches_.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => url.slice(base.length)).sort();
}"""
PLAYS = "() => { const audio = document.querySelector('audio'); return audio.error?.message || audio.currentTime > 0.3; }"


def visit(browser: BrowserContext, between: Network, address: str, sound: bool = True) -> Page:
    """Open a page and wait until it is stored, and its sound, too, unless `sound` is not expected."""
    page = browser.new_page()
    page.goto(between.base + address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    titles = page.evaluate("document.querySelector('ly-search').dataset.titles")
    wanted = {address, f"data/{titles}.js", *([sound_of(page, between)] if sound else [])}
    until(
        page,
        f"async ([base, wanted]) => {{ const all = await ({STORED})(base); return wanted.every((each) => all.includes(each)); }}",
        [between.base, sorted(wanted)],
    )
    return page


def until(page: Page, function: str, arg: Any = None) -> None:
    """Wait until an asynchronous function says true: Playwright's own wait does not look into promises."""
    end = time.monotonic() + 60
    while not page.evaluate(function, arg):
        assert time.monotonic() < end, function
        page.wait_for_timeout(50)


def sound_of(page: Page, between: Network) -> str:
    """The page's sound, below the site's address."""
    return page.evaluate("document.querySelector('audio').src")[len(between.base) :]


def plays(page: Page) -> bool:
    """Whether the page reads itself aloud when asked to."""
    page.click("ly-listen button")
    return page.wait_for_function(PLAYS).json_value() is True


def stored(page: Page, between: Network) -> list[str]:
    """What the browser keeps of the site."""
    return page.evaluate(STORED, between.base)


def style(page: Page) -> str:
    """The page's left margin: 0px by the shipped style sheet, 8px without any."""
    return page.evaluate("getComputedStyle(document.body).marginLeft")
