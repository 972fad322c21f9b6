"""What browser tests ask for: a Chromium, watched pages, the site over http and from the disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import films, find_chromium, guiding, server, visits, watch
from tests.browser.listening import PROVE, Player
from tests.browser.network import Network, network
from tests.browser.stick import unpack
from tests.conftest import ROOT, TEST_CONTENT, package
from tests.making import write_tree

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
    """One watched page with the browser's usual settings; no service worker comes."""
    return new_page()


@pytest.fixture
def storing(new_page: Callable[..., Page]) -> Page:
    """One watched page whose site may store itself by its service worker."""
    return new_page(worker=True)


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


@pytest.fixture(scope="session")
def trial(build: Callable[[Path], Path], served: Callable[[Path], str]) -> str:
    """The address of the test site; its page PROVE has all that a page may have."""
    return served(build(TEST_CONTENT))


@pytest.fixture(scope="session")
def carried(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of a site with cards and films, unpacked on a stick; gives the site's folder there."""

    def content() -> Path:
        folder = tmp_path_factory.mktemp("innhold")
        films.content(folder)
        return write_tree(folder, guiding.files())

    return unpack(package(shared / "pakket-kort", content), tmp_path_factory.mktemp("pinne")) / "nettsted"


@pytest.fixture
def player(trial: str, page: Page) -> Player:
    """The player of the test site's page."""
    return Player(page, trial + PROVE)


@pytest.fixture(scope="session")
def small_site(build: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four pages with sound."""
    return build(write_tree(tmp_path_factory.mktemp("innhold"), visits.FILES))


@pytest.fixture
def small_copy(small_site: Path, tmp_path: Path) -> Path:
    """A copy of the small site that a test may change."""
    return Path(shutil.copytree(small_site, tmp_path / "nettsted"))


@pytest.fixture
def between(small_copy: Path) -> Iterator[Network]:
    """The network between the browser and the site in `small_copy`."""
    with network(small_copy, UNDER) as found:
        yield found


@pytest.fixture
def newcomer(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never been here, and may meet faults."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def pure(newcomer: BrowserContext) -> Page:
    """A page with the room's pure functions and nothing else."""
    page = newcomer.new_page()
    page.evaluate("globalThis.Lyttevei = {}")
    for name in ("range", "route"):
        page.add_script_tag(path=ROOT / "plugins" / "offline" / "static" / f"offline-{name}.js")
    return page
