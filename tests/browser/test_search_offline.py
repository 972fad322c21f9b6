"""The search finds pages with the network cut, on a phone that has never searched before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import UNDER
from tests.browser.network import network
from tests.browser.visits import FILES, KOKK, STORED, until, visit
from tests.making import write_tree

RESULTS = "---\ntitle: Søk\nslug: sok\ntemplate: search/page\n---\n"
SEARCH_STORED = f"""async (base) => {{
    const {{ titles, parts }} = document.querySelector("ly-search").dataset;
    const all = await ({STORED})(base);
    return [titles, ...parts.split(" ")].every((key) => all.includes(`data/${{key}}.js`));
}}"""


@pytest.fixture(scope="module")
def searched(build: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with a page of results."""
    return build(write_tree(tmp_path_factory.mktemp("innhold"), {**FILES, "content/sider/sok.md": RESULTS}))


def test_search_without_a_network(searched: Path, newcomer: BrowserContext) -> None:
    with network(searched, UNDER) as between:
        page = visit(newcomer, between, KOKK)
        until(page, SEARCH_STORED, between.base)
        between.cut = True
        page.goto(between.base + KOKK)
        page.fill("#ly-sok", "lejge")
        expect(page.locator("ly-search [role=row] b").first).to_have_text("Lege")
        page.press("#ly-sok", "Enter")
        expect(page.locator(".hits b").first).to_have_text("Lege")
