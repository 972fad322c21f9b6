"""The search reaches its figures on misspellings of words that it has learnt nothing of.

Costs are learnt from one half of the words meant and tried on the other, then the other way about: so that each real
misspelling of a title is judged by what others taught.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Browser, Page

from plugins.search.learn import learn, read_pairs
from plugins.search.letters import normalise
from plugins.search.titles import title_data
from tests.bench.search_figures import figures, find, keystrokes, percentile, places
from tests.bench.search_pages import many_titles, wanted_titles
from tests.bench.search_variants import Pair, first_letters, half_typed, halves, variants
from tests.browser.searching import scripts_page

TITLES = wanted_titles()
TEXTS = [title.text for title in TITLES]
KNOWN = {normalise(text) for text in TEXTS}
VARIANTS = variants(TEXTS)
#: The least hit@1 and hit@3 of each way of typing.
LEAST = {
    "right": (1, 1), "UPPER CASE": (1, 1), "NFD": (1, 1), "soft hyphen": (1, 1), "split": (1, 1), "joined": (1, 1),
    "ae o a": (0.98, 0.98), "ae oe aa": (0.98, 0.98), "inflected": (0.9, 0.995),
}  # fmt: skip
SURE = """([data, texts]) => ((index) => texts.filter((text) => Lyttevei.findTitles(index, text).some(({ sure }) => sure)))(
    Lyttevei.titleIndex(data))"""
NO_SUCH_PAGE = "zzzz qqqxxx 9999 wxcvb blåbærsyltetøy asdfghjkl qwerty påskeferie netflix youtube".split()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page with all functions of the search."""
    with scripts_page(browser) as made:
        yield made


@pytest.fixture(scope="module")
def unseen() -> list[tuple[list[Pair], dict]]:
    """The misspellings of titles in two parts, each with costs that were learnt from the words of the other."""
    parts = halves(read_pairs())
    return [([pair for pair in part if pair[1] in KNOWN], learn(other)) for part, other in zip(parts, reversed(parts), strict=True)]


def judged(page: Page, unseen: list[tuple[list[Pair], dict]], change: object = list) -> tuple[list, list[str]]:
    """What is found for all unseen pairs, each by the costs that do not know it, and what was meant."""
    found, meant = [], []
    for part, costs in unseen:
        pairs = change(part)
        found += find(page, TITLES, [typed for typed, _ in pairs], costs=costs)
        meant += [word for _, word in pairs]
    return found, meant


def hits(page: Page, pairs: Sequence[Pair], among: int) -> float:
    """The share of pairs whose title is among the first results, by the shipped costs."""
    at = places(find(page, TITLES, [typed for typed, _ in pairs]), [meant for _, meant in pairs], TITLES)
    return sum(1 <= place <= among for place in at) / len(at)


def test_unseen_misspellings(page: Page, unseen: list[tuple[list[Pair], dict]]) -> None:
    result = figures(*judged(page, unseen), TITLES)
    print(result)
    assert result.pairs == 2132
    assert (result.hit1 >= 0.96, result.hit3 >= 0.995, result.none <= 0.002) == (True, True, True), result


def test_half_typed_misspellings(page: Page, unseen: list[tuple[list[Pair], dict]]) -> None:
    result = figures(*judged(page, unseen, half_typed), TITLES)
    print(result)
    assert result.hit3 >= 0.94, result


@pytest.mark.parametrize("name", LEAST)
def test_ways_of_typing(name: str, page: Page) -> None:
    assert all(hits(page, VARIANTS[name], among) >= least for among, least in zip((1, 3), LEAST[name], strict=True))


def test_three_letters_of_what_is_most_wanted(page: Page) -> None:
    assert hits(page, first_letters(TEXTS), 5) >= 0.97


def test_what_is_alike_is_a_guess_and_what_is_not_is_nothing(page: Page) -> None:
    assert page.evaluate(SURE, [title_data(TITLES), NO_SUCH_PAGE]) == []
    assert find(page, TITLES, NO_SUCH_PAGE[:3]) == [[], [], []]


def test_a_keystroke_is_quick(page: Page) -> None:
    """5 ms at 739 titles; 16 ms, a frame, at 10,000. """
    typed = [typed for typed, meant in read_pairs() if meant in KNOWN]
    for titles, most in ((TITLES, 5), (many_titles(10000), 16)):
        assert percentile(keystrokes(page, titles, typed[::30]), 95) < most
