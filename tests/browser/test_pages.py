"""Every page of the site in a real browser, over http and from the disk: nothing off the site, no fault, readable by all."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import lxml.html
import pytest
from playwright.sync_api import Page

from editor import project
from plugins import document
from tests.browser.axe import COLOURS, TAGS, axe, source
from tests.conftest import ROOT, TEST_CONTENT

#: Into so many tests are the pages dealt, so that both of a machine's cores have work, and progress is seen.
PARTS = 4
#: Rules about how an element looks, which its kind decides: each kind in each place is asked about once, and not from the disk.
LOOKS = (*COLOURS, "avoid-inline-spacing")
#: What a page may weigh before the first touch, bytes.
HEAVY = 26 * 1024
#: What a page has fetched, below the site's root, and itself; no fonts, pictures and sound.
FETCHED = """() => {
    const root = new URL(document.documentElement.dataset.root || ".", location.href).href;
    const all = [location, ...performance.getEntriesByType("resource").map(({ name }) => new URL(name))];
    const names = all.map(({ origin, pathname }) => (origin + pathname).slice(root.length));
    return names.filter((name) => /\\.(html|css|js|webmanifest)$/.test(name) && name !== "sw.js");
}"""
TEXTS = "(ids) => ids.map((id) => document.getElementById(id)?.textContent ?? null)"
WIDTHS = (768, 320, 1280)
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(element).position !== "fixed")
    .map((element) => element.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module", params=[ROOT / "content", TEST_CONTENT], ids=["site", "test-page"])
def content(request: pytest.FixtureRequest) -> Path:
    """The shipped content, and the page with all that a page may have."""
    return request.param


@pytest.fixture(scope="module")
def site(content: Path) -> document.Site:
    """The content, walked through the rooms without Pelican and without sound."""
    return project.walk(project.load(), content)


@pytest.fixture(scope="module", params=["http", "file"])
def base(request: pytest.FixtureRequest, content: Path, build: Callable[[Path], Path], served: Callable[[Path], str]) -> str:
    """The built site's address, once over http and once from the disk; ends in "/"."""
    return served(build(content)) if request.param == "http" else build(content).as_uri() + "/"


@pytest.fixture(scope="module")
def addresses(content: Path, build: Callable[[Path], Path]) -> list[str]:
    """Every HTML file of the built site, below its root."""
    found = sorted(path.relative_to(build(content)).as_posix() for path in build(content).rglob("*.html"))
    assert "index.html" in found
    return found


def test_every_page_of_the_content_is_built(site: document.Site, addresses: list[str]) -> None:
    assert set(site.addresses) <= set(addresses)


@pytest.fixture(scope="module")
def texts(site: document.Site) -> dict[str, dict[str, str]]:
    """The text of every Block of every page, by address and id."""
    return {
        document.address(each.document, site): {block.id: block.text for block in document.spoken_blocks(each)}
        for each in document.every_page(site)
    }


@pytest.fixture(scope="module")
def new_in_kind(content: Path, build: Callable[[Path], Path], addresses: list[str]) -> set[str]:
    """Pages with a kind of element, in a kind of place, that none of the pages before them has."""
    seen, found = set(), set()
    for address in addresses:
        kinds = set(_kinds((build(content) / address).read_bytes()))
        if kinds - seen:
            found.add(address)
        seen |= kinds
    assert found
    return found


def _kinds(html: bytes) -> Iterator[tuple[str, ...]]:
    for element in lxml.html.document_fromstring(html).iterfind("body//*"):
        if isinstance(element.tag, str) and element.getparent().tag != "svg":
            part = next(element.iterancestors("section", "header", "footer"), None)
            yield tuple("" if each is None else f"{each.tag}.{each.get('class')}" for each in (element, element.getparent(), part))


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_sound(
    part: int,
    base: str,
    content: Path,
    build: Callable[[Path], Path],
    addresses: list[str],
    new_in_kind: set[str],
    texts: dict[str, dict[str, str]],
    page: Page,
) -> None:
    """Each page is opened once, and looked at in every way: a big site has many pages, and opening them takes the time.

    From the disk come the same files (one that does not come is a fault of its own), so that only pages with a new kind of element are
    opened there; widths and colours are looked at over http.
    No service worker keeps anything: each page is weighed as for one who comes for the first time. Each kind of page in every theme, dark
    among them, is looked at in test_wcag.
    """
    found, on_disk = {}, base.startswith("file:")
    page.add_init_script(source())
    for address in addresses[part::PARTS]:
        if on_disk and address not in new_in_kind:
            continue
        page.emulate_media(color_scheme="light", reduced_motion="reduce")  # colours change at once
        page.goto(base + quote(address))
        found[address] = other_text(page, texts.get(address, {}))
        found[address] += axe(page, TAGS, () if address in new_in_kind and not on_disk else LOOKS, again=True)
        if on_disk:
            continue
        found[address] += too_heavy(page, build(content))
        found[address] += sticking_out(page, WIDTHS if address in new_in_kind else (320,))
        if address in new_in_kind:
            page.emulate_media(color_scheme="dark")  # changes nothing but colours
            found[address] += [f"dark: {fault}" for fault in axe(page, COLOURS, again=True)]
    assert {address: faults for address, faults in found.items() if faults} == {}


def other_text(page: Page, texts: dict[str, str]) -> list[str]:
    """The Blocks whose text in the browser is not what the rooms have."""
    seen = page.evaluate(TEXTS, list(texts))
    return [f"{id}: {text!r} is {now!r}" for (id, text), now in zip(texts.items(), seen, strict=True) if text != now]


def too_heavy(page: Page, site: Path) -> list[str]:
    """More than 26 KB of 1,024 bytes in gzip, fetched by a page that nobody has touched: itself, styles, scripts and data."""
    paths = [site / unquote(each) for each in page.evaluate(FETCHED)]
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in paths}
    return [f"{sum(sizes.values())} bytes: {sizes}"] if sum(sizes.values()) > HEAVY else []


def sticking_out(page: Page, widths: tuple[int, ...] = WIDTHS) -> list[str]:
    """What is wider than the window. WCAG 1.4.10: at 320 CSS px a page is read without scrolling sideways."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found += [f"{width} px: {element}" for element in page.evaluate(TOO_WIDE)]
    return found
