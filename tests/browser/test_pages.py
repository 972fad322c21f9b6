"""Every page of the site in a real browser, over http and from the disk: nothing off the site, no fault, readable by all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from editor import project
from plugins import document
from tests.browser.axe import COLOURS, TAGS, axe
from tests.conftest import ROOT, TEST_CONTENT

TEXTS = "(ids) => ids.map((id) => document.getElementById(id)?.textContent ?? null)"
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


@pytest.mark.parametrize(("scheme", "rules"), [("light", TAGS), ("dark", COLOURS)], ids=["light", "dark"])
def test_axe_finds_no_violation(
    scheme: str, rules: tuple[str, ...], base: str, addresses: list[str], new_page: Callable[..., Page]
) -> None:
    """Every rule in the light theme; the dark one changes nothing but colours."""
    page, found = new_page(color_scheme=scheme), {}
    for address in addresses:
        page.goto(base + quote(address))
        found[address] = axe(page, rules)
    assert not any(found.values()), found


def test_the_text_of_every_block_is_what_the_browser_has(base: str, site: document.Site, page: Page) -> None:
    for each in document.every_page(site):
        address = document.address(each.document, site)
        blocks = document.spoken_blocks(each)
        page.goto(base + quote(address))
        seen = page.evaluate(TEXTS, [block.id for block in blocks])
        assert dict(zip([block.id for block in blocks], seen, strict=True)) == {block.id: block.text for block in blocks}, address


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_sticks_out(width: int, base: str, addresses: list[str], new_page: Callable[..., Page]) -> None:
    """WCAG 1.4.10: at 320 CSS px a page is read without scrolling sideways."""
    page, found = new_page(viewport={"width": width, "height": 800}), []
    for address in addresses:
        page.goto(base + quote(address))
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found += [f"{address}: {element}" for element in page.evaluate(TOO_WIDE)]
    assert found == []
