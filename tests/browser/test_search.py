"""What is found: both sides agree, hostile text is harmless, nothing that is right goes away while it is typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from snowballstemmer.norwegian_stemmer import NorwegianStemmer

from editor import project
from plugins import document
from plugins.search.align import align
from plugins.search.learn import read_pairs
from plugins.search.letters import normalise
from plugins.search.pages import entries
from plugins.search.tables import read_table
from plugins.search.titles import title_data
from plugins.search.words import words
from tests.bench.search_pages import DEMAND, many_pages, many_titles
from tests.browser.searching import Entry, fill, find, scripts_page
from tests.conftest import ROOT
from tests.test_cases import CASES

AWKWARD = [
    "web", "vg1", "3D", "café", "NAV-kontoret", "tømrer/snekker", "syke\u0301pleier", "😀 \uf0ae", "c++", "12:30", "1. mars 2026", "½",
    "e\u2011post", "A—B", "x\u00ady", "İstanbul", "ΑΣ", "Straße", "مُحَمَّد", "हिन्दी", "𝒜lfa ﷺ ﬁn", "__proto__", "constructor", "-a- --b//c -",
]  # fmt: skip
HOSTILE = [
    "", "   ", ":", "lærer:", "lege^", "lege^2", "-lege", "+", "+lege", "~", "lege~2", "*", "l*", "\\", "title:lege", "__proto__",
    "constructor",
    "<img src=x onerror=alert(1)>", "</script>", "a" * 5000, "lege " * 1000, "ø" * 200, "😀",
    "\u202elege", "\u200f", "\ud800", "\0", "%E0%A4%A", "c++(",
]  # fmt: skip
ENDINGS = (
    "a e ede ande ende ane ene hetene en heten ar er heter as es edes endes enes hetenes ens hetens "
    "ers ets et het ast s erte ert leg ig els lov slov dt vt"
)
PRICES = """([costs, pairs]) => {
    const prices = Lyttevei.priceTables(costs);
    return pairs.map((pair) => Lyttevei.distances(...pair.map(Lyttevei.letterNumbers), prices).whole);
}"""
TASKS = """async ([titles, parts, typed]) => {
    const times = {};
    const time = (name, act) => {
        const from = performance.now();
        const made = act();
        times[name] = Math.max(times[name] ?? 0, performance.now() - from);
        return made;
    };
    time("titles", () => Lyttevei.titleIndex(titles));
    for (const part of parts) time("index", () => lunr.Index.load(time("parse", () => JSON.parse(part)).words));
    for (const text of typed) {
        time(`box ${text}`, () => finder.find(text, 8));
        time(`page ${text}`, () => finder.find(text));
    }
    return times;
}"""
#: What is searched for among many pages: each beginning of a word, what every page speaks of, a slip, a sentence, rubbish.
TYPED = [
    *("sykepleier"[:end] for end in range(1, 11)), "hva gjør du på jobb", "jobber", "elektiker", "jeg vil bli sykepleir", "ø" * 200,
]  # fmt: skip
#: No piece of work of the search may keep a phone from answering for longer, in ms.
LONGEST_TASK = 50


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    """A page with all functions of the search."""
    with scripts_page(browser) as page:
        yield page


@pytest.fixture(scope="module")
def site() -> document.Site:
    """The shipped content, without sound."""
    return project.walk(project.load(), ROOT / "content")


@pytest.fixture
def filled(scripts: Page, site: document.Site) -> Page:
    """The functions, with the shipped site to find."""
    fill(scripts, entries(site))
    return scripts


def texts_of(site: document.Site) -> list[str]:
    """All that leads to a page, as the site's own search has it and as that of its nynorsk pages has it."""
    return [text for lang in ("nb", "nn") for entry in entries(site, lang) for text in entry.texts.values()]


def test_both_sides_see_the_same_words(scripts: Page, site: document.Site) -> None:
    texts = [*AWKWARD, *texts_of(site), *(row["term"] for row in read_table(DEMAND))]
    seen = scripts.evaluate("(texts) => texts.map((text) => [Lyttevei.words(text), Lyttevei.normalise(text)])", texts)
    assert [text for text, both in zip(texts, seen, strict=True) if both != [list(words(text)), normalise(text)]] == []


def test_both_sides_find_the_same_stems(scripts: Page, site: document.Site) -> None:
    stem = NorwegianStemmer().stemWord
    known = {word for text in [*AWKWARD, *texts_of(site), *(row["term"] for row in read_table(DEMAND))] for word in words(text)}
    known |= {word for pair in read_pairs() for word in pair}
    known |= {f"{word}{ending}" for word in sorted(known)[::40] for ending in ENDINGS.split()}
    everything = sorted(known)
    assert len(everything) > 30000
    seen = scripts.evaluate("(words) => words.map(Lyttevei.stem)", everything)
    assert [(word, got, stem(word)) for word, got in zip(everything, seen, strict=True) if got != stem(word)] == []


def test_both_sides_price_a_slip_the_same(scripts: Page) -> None:
    """But for "ae" and "oe", which only the browser takes for æ and ø."""
    pairs = [pair for pair in read_pairs()[::8] if not {"ae", "oe"} & {pair[0][i : i + 2] for i in range(len(pair[0]))}]
    costs = title_data([])["costs"]
    flat = {(kind, *letters): cost / 100 for kind in ("add", "drop", "change") for letters, cost in costs[kind].items()}
    flat |= {(kind,): costs[kind] / 100 for kind in ("swap", "double")}
    expected = [sum(flat.get(edit, 1) for edit in align(typed, meant, flat)) for typed, meant in pairs]
    assert scripts.evaluate(PRICES, [costs, pairs]) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_every_word_of_a_page_and_every_beginning_of_one_finds_it(lang: str, scripts: Page, site: document.Site) -> None:
    """As the search of a bokmål page and that of a nynorsk page have it; each beginning is typed once for all pages."""
    pages = {entry.shown["address"]: beginnings(entry.texts.values()) for entry in entries(site, lang)}
    fill(scripts, entries(site, lang))
    found = {text: set(addresses) for text, addresses in find(scripts, sorted(set().union(*pages.values()))).items()}
    assert [(page, text) for page, typed in pages.items() for text in typed if page not in found[text]] == []


def beginnings(texts: Iterable[str]) -> set[str]:
    """Each word of the texts and its beginnings from three letters."""
    return {word[:length] for text in texts for word in words(text) for length in range(min(3, len(word)), len(word) + 1)}


def test_a_title_typed_right_is_first(filled: Page, site: document.Site) -> None:
    titles = {entry.title.text: entry.shown["address"] for entry in entries(site)}
    assert {title: found[0] for title, found in find(filled, list(titles)).items()} == titles


def test_the_page_stays_while_its_name_is_typed(filled: Page, site: document.Site) -> None:
    for entry in entries(site):
        for name in (entry.title.text, *entry.title.names):
            shown = [entry.shown["address"] in found for found in find(filled, [name[:i] for i in range(1, len(name) + 1)]).values()]
            assert shown[shown.index(True) :] == [True] * (len(shown) - shown.index(True)), name


def test_an_occupation_stays_among_the_eight_of_the_box(filled: Page, site: document.Site) -> None:
    """Other titles begin as more than eight do ("Yrker ...") and come when what is typed is theirs alone."""
    occupations = [entry for entry in entries(site) if entry.shown["kind"] == "yrke"]
    assert len(occupations) > 50
    for entry in occupations:
        for name in (entry.title.text, *entry.title.names):
            shown = [entry.shown["address"] in found for found in find(filled, [name[:i] for i in range(1, len(name) + 1)], 8).values()]
            assert shown[shown.index(True) :] == [True] * (len(shown) - shown.index(True)), name


def test_a_long_title_typed_right_is_first(scripts: Page) -> None:
    """Two titles whose first forty letters are the same."""
    start = "Opplæring for deg som vil arbeide med mennesker i"
    made = [Entry("a", f"{start} barnehage og skole", searches=9000), Entry("b", f"{start} sykehus")]
    fill(scripts, made)
    titles = {each.title.text: each.shown["address"] for each in made}
    assert {title: found[0] for title, found in find(scripts, list(titles)).items()} == titles


def test_other_names_lead_to_the_page(filled: Page, site: document.Site) -> None:
    names = {name: entry.shown["address"] for entry in entries(site) for name in entry.title.names}
    assert "sjukepleier" in names
    assert {name: found[0] for name, found in find(filled, list(names)).items()} == names


def test_nynorsk_and_english_titles_lead_to_the_page(scripts: Page, site: document.Site) -> None:
    found = entries(site, "nn")
    assert sum(entry.shown["lang"] == "nn" for entry in found) >= 10
    fill(scripts, found)
    names = {name: entry.shown["address"] for entry in found for name in (entry.title.text, *entry.title.names)}
    assert names["Sjukepleiar"] == names["Sykepleier"] == names["Nurse"]
    assert {name: each[0] for name, each in find(scripts, list(names)).items()} == names


def test_a_sentence_with_a_name_in_it_leads_to_the_page(filled: Page) -> None:
    found = find(filled, ["jeg vil bli sykepleir", "hvordan bli elektiker", "jobb som tømmrer"])
    assert [addresses[0].split("/")[1] for addresses in found.values()] == ["sykepleier", "elektriker", "tomrer"]


def test_hostile_text_does_nothing(filled: Page, site: document.Site) -> None:
    found = find(filled, HOSTILE)
    assert {text: found[text] for text in HOSTILE[:3]} == {"": [], "   ": [], ":": []}
    lege = "yrker/lege/index.html"
    assert all(found[text][0] == lege for text in ("lege^", "-lege", "+lege", "title:lege", "\u202elege", "lege " * 1000))
    assert filled.evaluate("({}).polluted") is None
    assert filled.evaluate("document.body.children.length") == 0


def test_what_is_nowhere_is_not_found(filled: Page) -> None:
    assert set(map(tuple, find(filled, ["zzzz", "9999", "qqqxxx", "ж"]).values())) == {()}


@pytest.mark.parametrize("name", ["search-colon", "search-hyphen", "search-prefix-stem"])
def test_given_cases(name: str, scripts: Page) -> None:
    given, expected = CASES[name]["input"], CASES[name]["expect"]
    fill(scripts, [Entry(key, f"Side {number}", summary=text) for number, (key, text) in enumerate(given["docs"].items())])
    found = find(scripts, [str(query) for query in given["queries"]])
    assert {query: [each for each in found[query] if each in expected[query]] for query in expected} == expected
    assert found.get(":", []) == []
    assert name != "search-prefix-stem" or all(found[query] == ["a"] for query in given["queries"] if len(query) > 2)
    assert name != "search-hyphen" or found["e post"][0] == "a"


def test_no_piece_of_work_is_long_at_2000_pages(scripts: Page) -> None:
    texts, shown = many_pages(2000)
    made = [Entry(each["address"], title.text) for title, each in zip(many_titles(2000), shown, strict=True)]
    for entry, text, each in zip(made, texts, shown, strict=True):
        entry.texts, entry.shown = text, each
    fill(scripts, made)
    data = scripts.evaluate("async () => [await Lyttevei.need(finder.titles), await Promise.all(finder.parts.map(Lyttevei.need))]")
    tries = [scripts.evaluate(TASKS, [*data, TYPED]) for _ in range(5)]  # the machine may be busy: the best of each counts
    assert {name: min(each[name] for each in tries) for name in tries[0] if min(each[name] for each in tries) > LONGEST_TASK} == {}
