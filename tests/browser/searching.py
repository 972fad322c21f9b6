"""The search's scripts in a page of their own, and what they answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from plugins.search.parts import parts
from plugins.search.titles import Title, title_data
from tests.conftest import ROOT

NAMES = ("letters", "distance", "titles", "load", "lunr", "stem", "words", "pages", "finder")
SCRIPTS = ("theme/static/lyttevei.js", *(f"plugins/search/static/search-{name}.js" for name in NAMES))
#: Makes a Finder of data as a site's would be; `found(text)` gives the numbers of the pages.
FILL = """([titles, parts]) => {
    Lyttevei.loadScripts = async () => {};
    const keys = [titles, ...parts].map((value) => {
        const key = crypto.randomUUID?.() ?? String(Math.random());
        Lyttevei.put(key, value);
        return key;
    });
    globalThis.finder = new Lyttevei.Finder(keys[0], keys.slice(1).join(" "), "");
    return finder.prepare(() => {});
}"""
FIND = """([texts, limit]) => texts.map((text) => {
    const { sure, hits } = finder.find(text, limit ?? Infinity);
    return [sure, ...hits.map(({ page }) => page.address)];
})"""


@contextmanager
def scripts_page(browser: Browser) -> Iterator[Page]:
    """An empty page with all functions of the search."""
    page = browser.new_page()
    for script in SCRIPTS:
        page.add_script_tag(path=ROOT / script)
    yield page
    page.close()


class Entry:
    """A page as the search has it, made of its title and its other texts."""

    def __init__(
        self, address: str, title: str, names: tuple[str, ...] = (), headings: str = "", summary: str = "", searches: int = 0
    ) -> None:
        """Texts are those of the index; `summary` is also the line that a result shows."""
        self.title = Title(title, searches, names)
        self.texts = {"title": "\n".join([title, *names]), "headings": headings, "summary": summary}
        self.shown = {
            "address": address,
            "kind": "yrke",
            "lang": "nb",
            "lines": [line for line in (*summary.split("\n"), *headings.split("\n")) if line],
        }


def fill(page: Page, entries: list[Any]) -> None:
    """Give the page a Finder over the entries, most wanted first."""
    titles = json.loads(json.dumps(title_data(entry.title for entry in entries)))
    page.evaluate(FILL, [titles, list(parts(entries))])


def find(page: Page, texts: list[str], limit: int | None = None) -> dict[str, list[str]]:
    """The addresses found for each text, best first; all of them, or as many as the search box asks for."""
    return {text: found for text, (_, *found) in zip(texts, page.evaluate(FIND, [texts, limit]), strict=True)}
