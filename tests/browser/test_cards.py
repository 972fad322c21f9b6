"""The picture cards: what the answers lead to, for thousands of ways to answer."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT

FAMILIES = "RIASEC"
MANY = 10_000
#: Results for random answers, by a generator with a fixed seed: the same patterns in every run.
RANDOM = """([letters, families, many]) => {
    let seed = 20261125;
    const next = () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    return JSON.stringify(Array.from({ length: many }, () => {
        const answers = letters.map(() => Math.floor(next() * 3));
        const opposite = answers.map((each) => 2 - each);
        const result = (all) => Lyttevei.cards.result(letters, all, families);
        return { answers, found: result(answers), opposite: result(opposite) };
    }));
}"""


@pytest.fixture(scope="module")
def score(browser: Browser) -> Iterator[Page]:
    """A page with the room's pure functions and nothing else."""
    page = browser.new_page()
    page.evaluate("globalThis.Lyttevei = {}")
    for name in ("score", "nearest"):
        page.add_script_tag(path=ROOT / "plugins" / "guidance" / "static" / f"guidance-{name}.js")
    yield page
    page.close()


@pytest.fixture(scope="module")
def patterns(score: Page) -> list[dict[str, Any]]:
    """Random answers, what they lead to, and what their opposites do."""
    return json.loads(score.evaluate(RANDOM, [list(FAMILIES * 3), list(FAMILIES), MANY]))


def result(score: Page, answers: list[int]) -> list[dict[str, Any]]:
    return score.evaluate("([l, a, f]) => Lyttevei.cards.result(l, a, f)", [list(FAMILIES * 3), answers, list(FAMILIES)])


def test_every_pattern_gives_three_families_each_with_a_reason(patterns: list[dict[str, Any]]) -> None:
    for each in patterns:
        letters = [family["letter"] for family in each["found"]]
        assert len(set(letters)) == 3
        for family in each["found"]:
            own = each["answers"][FAMILIES.index(family["letter"]) :: 6]
            wanted = {"ja": 2, "kanskje": 1}.get(family["kind"])
            assert family["cards"] == [place for place, answer in enumerate(own) if answer == wanted]
            assert family["cards"] or (family["kind"] == "nei" and set(own) == {0})


def test_no_family_wins_by_how_the_cards_are_made(patterns: list[dict[str, Any]]) -> None:
    first = Counter(each["found"][0]["letter"] for each in patterns)
    three = Counter(family["letter"] for each in patterns for family in each["found"])
    print(f"first of {MANY}: {dict(sorted(first.items()))}; among three: {dict(sorted(three.items()))}")
    # A sixth and a half; so many patterns stray from it by 3 % and 1 % (four standard deviations: 9 % and 4 %).
    assert all(abs(first[letter] - MANY / 6) < 0.09 * MANY / 6 for letter in FAMILIES)
    assert all(abs(three[letter] - MANY / 2) < 0.04 * MANY / 2 for letter in FAMILIES)


def test_opposite_answers_lead_elsewhere(patterns: list[dict[str, Any]]) -> None:
    unsure = [1] * 18
    same = [each for each in patterns if each["found"][0]["letter"] == each["opposite"][0]["letter"] and each["answers"] != unsure]
    assert same == []


@pytest.mark.parametrize("triple", [[a, b, c] for a in range(3) for b in range(3) for c in range(3) if [a, b, c] != [1, 1, 1]])
def test_the_same_answer_to_every_family_has_its_opposite_too(score: Page, triple: list[int]) -> None:
    answers = [answer for answer in triple for _ in FAMILIES]
    here, there = result(score, answers), result(score, [2 - answer for answer in answers])
    assert here[0]["letter"] != there[0]["letter"]


@pytest.mark.parametrize("letter", list(FAMILIES))
def test_yes_to_one_family_puts_it_first(score: Page, letter: str) -> None:
    found = result(score, [2 if each == letter else 0 for each in FAMILIES * 3])
    assert (found[0]["letter"], found[0]["kind"], found[0]["cards"]) == (letter, "ja", [0, 1, 2])
    assert {each["kind"] for each in found[1:]} == {"nei"}


def test_jobs_that_fit_the_other_families_come_first(score: Page) -> None:
    order = score.evaluate("Lyttevei.cards.rankJobs(['RI', 'SR', 'RS', 'RA'], 'R', ['R', 'S', 'A', 'I', 'E', 'C'])")
    assert order == [2, 3, 0, 1]


CONTACTS = [
    {"id": "chat", "channels": ["chat", "telefon"], "audience": [], "county": ""},
    {"id": "school", "channels": ["møte"], "audience": ["elev"], "county": ""},
    {"id": "troms", "channels": ["møte", "video"], "audience": ["voksen"], "county": "Troms"},
    {"id": "oslo", "channels": ["møte", "video"], "audience": ["voksen"], "county": "Oslo"},
    {"id": "nav", "channels": ["møte", "telefon"], "audience": [], "county": ""},
]


@pytest.mark.parametrize(
    ("channel", "words", "county", "found", "wider"),
    [
        ("chat", [], "", ["chat"], False),
        ("møte", ["elev", "alle"], "Troms", ["school", "nav"], False),
        ("møte", ["voksen"], "Troms", ["troms", "nav"], False),
        ("møte", ["voksen"], "", ["nav"], False),
        ("video", ["elev"], "Oslo", ["school", "chat", "nav"], True),
        ("", [], "Oslo", ["oslo", "chat", "school", "nav"], False),
    ],
)
def test_the_nearest_come_first(score: Page, channel: str, words: list[str], county: str, found: list[str], wider: bool) -> None:
    wish = {"channel": channel, "words": words, "county": county}
    answer = score.evaluate("([all, wish]) => Lyttevei.nearest(all, wish)", [CONTACTS, wish])
    assert ([each["id"] for each in answer["found"]], answer["wider"]) == (found, wider)
