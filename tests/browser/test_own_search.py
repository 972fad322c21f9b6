"""Our own cases of the search, in cases/own.yaml: index and query see the same words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.searching import Entry, fill, find, scripts_page
from tests.test_own_cases import CASES


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case["input"].get("kind") == "query"])
def test_own_cases(name: str, browser: Browser) -> None:
    given, expected = CASES[name]["input"], CASES[name]["expect"]
    with scripts_page(browser) as page:
        fill(page, [Entry(key, f"Side {number}", summary=text) for number, (key, text) in enumerate(given["docs"].items())])
        found = find(page, given["queries"])
    assert {query: found[query][:1] for query in expected} == {query: [key] for query, key in expected.items()}
