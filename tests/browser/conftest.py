"""What browser tests ask for: a Chromium, watched pages, the site over http and from the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import find_chromium, server, watch

#: A web server's folder with blanks and æøå in its address.
UNDER = "skolen/Lytte og lære på vei"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; without one they fail."""
    path = find_chromium.find()
    if path is None:
        pytest.fail(find_chromium.MISSING)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, headless=True, args=find_chromium.flags())
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Makes watched pages, each in a context of its own; at the end none may have met a fault."""
    opened: list[tuple[Page, watch.Watch]] = []

    def make(**options: object) -> Page:
        opened.append(watch.open_page(browser, **options))
        return opened[-1][0]

    yield make
    for page, _watch in opened:
        page.context.close()
    assert [fault for _page, watched in opened for fault in watched.faults] == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """One watched page with the browser's usual settings."""
    return new_page()


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """Serves folders till the tests end: gives a folder's base address, which ends in "/"."""
    with ExitStack() as running:
        known: dict[Path, str] = {}

        def start(folder: Path) -> str:
            if folder not in known:
                known[folder] = running.enter_context(server.serve(folder, UNDER))
            return known[folder]

        yield start
