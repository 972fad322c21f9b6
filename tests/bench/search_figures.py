"""Search figures: titles and misspellings in, shares of hits out. The shipped scripts run in a real Chromium."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, sync_playwright

from plugins.search.letters import normalise
from plugins.search.titles import Title, title_data
from tests.browser import find_chromium
from tests.conftest import ROOT

SCRIPTS = ("theme/static/lyttevei.js", *(f"plugins/search/static/search-{name}.js" for name in ("letters", "distance", "titles")))
FIND = """([data, typed]) => {
    const index = Lyttevei.titleIndex(data);
    return typed.map((text) => Lyttevei.findTitles(index, text).map(({ number }) => number));
}"""
#: Each text is typed letter by letter. Each letter's search is timed, the best of three tries: the rest is other programs' work.
TIME = """([data, typed]) => {
    const index = Lyttevei.titleIndex(data);
    const time = (text) => ((from) => (Lyttevei.findTitles(index, text), performance.now() - from))(performance.now());
    return typed.flatMap((text) => Array.from(text, (_, i) => Math.min(...[1, 2, 3].map(() => time(text.slice(0, i + 1))))));
}"""
#: So many words are typed to time the keystrokes.
TIMED = 300


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares (0 to 1) of the pairs whose title came first, among three, at all; keystrokes in ms."""

    hit1: float
    hit3: float
    mrr: float
    none: float
    pairs: int
    p50: float = math.nan
    p95: float = math.nan


@contextmanager
def search_page() -> Iterator[Page]:
    """An empty page of Chromium that has the search's scripts."""
    path = find_chromium.find() or find_chromium.install()
    if path is None:
        raise SystemExit(find_chromium.MISSING)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, headless=True, args=find_chromium.flags())
        page = chromium.new_page()
        for script in SCRIPTS:
            page.add_script_tag(path=ROOT / script)
        yield page
        chromium.close()


def places(found: Sequence[Sequence[int]], meant: Iterable[str], titles: Sequence[Title]) -> list[int]:
    """The place of each title meant in what was found for it, from 1; 0 where it was not found."""
    numbers = {normalise(title.text): number for number, title in reversed(list(enumerate(titles)))}
    wanted = [numbers[normalise(text)] for text in meant]
    return [list(each).index(number) + 1 if number in each else 0 for each, number in zip(found, wanted, strict=True)]


def figures(found: Sequence[Sequence[int]], meant: Sequence[str], titles: Sequence[Title], ms: Sequence[float] = ()) -> Figures:
    """The figures of a list of results for each pair, and of the times of all keystrokes."""
    at, count = places(found, meant, titles), len(meant)
    return Figures(
        hit1=sum(place == 1 for place in at) / count,
        hit3=sum(1 <= place <= 3 for place in at) / count,
        mrr=sum(1 / place for place in at if place) / count,
        none=sum(not each for each in found) / count,
        pairs=count,
        p50=percentile(ms, 50),
        p95=percentile(ms, 95),
    )


def percentile(values: Iterable[float], share: int) -> float:
    """The value that `share` per cent lie at or below; NaN for none."""
    ordered = sorted(values)
    return ordered[math.ceil(len(ordered) * share / 100) - 1] if ordered else math.nan


def find(page: Page, titles: Sequence[Title], typed: Sequence[str], **changes: Any) -> list[list[int]]:
    """The numbers of the titles found for each text, best first; `changes` replace parts of the title data."""
    return page.evaluate(FIND, [{**title_data(titles), **changes}, list(typed)])


def keystrokes(page: Page, titles: Sequence[Title], typed: Sequence[str]) -> list[float]:
    """How long each keystroke's search took, in ms, while up to `TIMED` of the texts are typed letter by letter."""
    step = max(1, len(typed) // TIMED)
    return page.evaluate(TIME, [title_data(titles), list(typed[::step])[:TIMED]])
