"""Search without a browser: letters, words, what is learnt, the index, the list from A to Å, what the room gives."""

from __future__ import annotations

import gzip
import json
import socket
from pathlib import Path

import pytest

from plugins import document, search
from plugins.search.align import align
from plugins.search.alphabet import alphabet
from plugins.search.demand import searches
from plugins.search.index import index
from plugins.search.learn import DATA, learn, read_pairs
from plugins.search.letters import normalise
from plugins.search.pages import entries
from plugins.search.parts import MOST_PAGES, parts
from plugins.search.titles import title_data
from plugins.search.words import words
from tests.bench.search_pages import many_pages, wanted_titles
from tests.bench.search_variants import halves
from tests.making import ROOT, checked, write_tree

#: Code of layer 1 and 739 titles with their popularity, in bytes after gzip.
BUDGET = 10 * 1024
LAYER_1 = ("letters", "distance", "titles")
PAGE = """---
title: {title}
summary:
  - {sentence}
also_called: [{names}]
---

## {heading}

Brødtekst.
"""
RESULTS = "---\ntitle: Søk\nslug: sok\ntemplate: search/page\n---\n"


def compressed(*texts: str) -> int:
    return len(gzip.compress("".join(texts).encode(), 9))


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@pytest.fixture
def site(tmp_path: Path) -> document.Site:
    """Three pages that can be found, a page of results and a draft."""
    files = {
        "content/sider/sok.md": RESULTS,
        "content/yrker/sykepleier.md": PAGE.format(
            title="Sykepleier", sentence="Du hjelper syke.", names="sjukepleier, nurse", heading="Hvor jobber du?"
        ),
        "content/yrker/aere.md": PAGE.format(title="Ærlig arbeider", sentence="Du er ærlig.", names="årekniv", heading="Øving"),
        "content/hjelp/veileder.md": "---\ntitle: Snakk med en veileder\n---\n\nRing.",
        "content/yrker/utkast.md": "---\ntitle: Utkast\nstatus: draft\n---\n",
    }
    made = checked(write_tree(tmp_path, files))
    search.process(made)
    return made


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Sykepleier", "sykepleier"), ("AMBULANSE sjåfør", "ambulansesjåfør"), ("Aa", "å"), ("Kinesiolög", "kinesioløg"),
        ("Café-vert", "cafevert"), ("A\u030angstrom", "ångstrom"), ("syke\u00adpleier", "sykepleier"), ("IT\u2011utvikler", "itutvikler"),
        ("3D-kunstner", "3dkunstner"), ("c++", "c"), ("😀\uf0ae", ""), ("", ""), ("İstanbul", "istanbul"), ("مُحَمَّد", "محمد"),
    ],
)  # fmt: skip
def test_normalise(text: str, letters: str) -> None:
    assert normalise(text) == letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NAV-kontoret", "nav kontoret navkontoret"), ("tømrer/snekker", "tømrer snekker tømrersnekker"), ("e\u2011post", "e post epost"),
        ("web vg1 3D café c++", "web vg1 3d cafe c"), ("kl. 12:30", "kl 12 30"), ("sy\u0301kepleier", "sýkepleier"), ("__proto__", "proto"),
        ("- -- /", ""), ("lærer:", "lærer"), ("syke\u00adpleier 😀 \uf0ae", "sykepleier"),
    ],
)  # fmt: skip
def test_words(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


def test_slips_are_seen_as_what_they_are() -> None:
    assert align("sykpleier", "sykepleier", {}) == [("drop", "e")]
    assert align("lærrer", "lærer", {}) == [("double",)]
    assert align("konsuent", "konsulent", {}) == [("drop", "l")]
    assert align("pliot", "pilot", {}) == [("swap",)]
    assert align("sjåfår", "sjåfør", {}) == [("change", "å", "ø")]


def test_what_is_often_done_is_cheap() -> None:
    pairs = [("lerer", "lærer"), ("verer", "værer"), ("berer", "bærer"), ("lærrer", "lærer"), ("qilot", "pilot")]
    costs = learn([*pairs[:3] * 20, *pairs[3:]])
    assert costs["change"]["eæ"] < costs["double"] < 100
    assert costs["change"]["eæ"] < costs["change"].get("qp", 100)


def test_the_shipped_costs_are_those_of_the_shipped_misspellings() -> None:
    assert json.loads((DATA / "costs.json").read_text(encoding="utf-8")) == learn(read_pairs())


def test_halves_share_no_word() -> None:
    first, second = halves(read_pairs())
    assert not {meant for _, meant in first} & {meant for _, meant in second}
    assert len(first) + len(second) == 4794 and min(len(first), len(second)) > 2000


def test_the_titles_of_the_figures() -> None:
    titles = wanted_titles()
    assert len(titles) == 739
    assert (titles[0].text, titles[0].searches) == ("Sykepleier", 58643)
    assert searches()["personligtrener"] == next(title.searches for title in titles if title.text == "Personlig trener")


def test_layer_1_is_small() -> None:
    code = [(ROOT / "plugins" / "search" / "static" / f"search-{name}.js").read_text(encoding="utf-8") for name in LAYER_1]
    assert compressed(*code, as_json(title_data(wanted_titles()))) <= BUDGET


def test_the_index_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_about: object) -> None:
        raise AssertionError("the index went to the network")

    monkeypatch.setattr(socket, "socket", refuse)
    made = index([{"title": "Sykepleieren", "headings": "", "summary": "web vg1 café"}])
    assert [entry[0] for entry in made["invertedIndex"]] == ["caf", "sykepleier", "vg1", "web"]
    assert made["pipeline"] == []


def test_words_beyond_the_first_plane_come_in_the_browsers_order() -> None:
    made = index([{"title": "𝒜lfa ﷺ ﬁn", "headings": "", "summary": "vanlig"}])
    terms = [entry[0] for entry in made["invertedIndex"]]
    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))
    assert terms != sorted(terms)


def test_the_room_gives_titles_and_what_they_show(site: document.Site) -> None:
    data = site.data[site.search.titles]
    assert data["titles"] == ["Sykepleier", "Snakk med en veileder", "Ærlig arbeider"]
    assert data["names"] == {0: ["sjukepleier", "nurse"], 2: ["årekniv"]}
    (part,) = (json.loads(site.data[key]) for key in site.search.parts)
    assert part["shown"][0] == {
        "address": "yrker/sykepleier/index.html", "kind": "yrke", "lang": "nb", "lines": ["Du hjelper syke.", "Hvor jobber du?"],
    }  # fmt: skip
    assert site.search.address == "sok/index.html"
    assert [page.document.slug for page in site.search.people] == ["snakk-med-en-veileder"]


def test_the_list_is_in_norwegian_order(site: document.Site) -> None:
    assert [(letter, [line.text for line in lines]) for letter, lines in alphabet(entries(site))] == [
        ("N", ["nurse"]), ("S", ["sjukepleier", "Snakk med en veileder", "Sykepleier"]), ("Æ", ["Ærlig arbeider"]), ("Å", ["årekniv"]),
    ]  # fmt: skip


def test_without_a_page_of_results_there_is_no_search(tmp_path: Path) -> None:
    made = checked(write_tree(tmp_path, {"content/sider/a.md": "---\ntitle: A\n---\n"}))
    search.process(made)
    assert (made.search, made.data) == (None, {})


def test_the_same_pages_give_the_same_data(site: document.Site) -> None:
    before = dict(site.data)
    site.data.clear()
    search.process(site)
    assert site.data == before


def test_parts_are_of_one_size_and_number_on() -> None:
    texts, shown = many_pages(MOST_PAGES + 3)
    found = [type("Entry", (), {"texts": text, "shown": each})() for text, each in zip(texts, shown, strict=True)]
    made = [json.loads(part) for part in parts(found)]
    assert [len(part["shown"]) for part in made] == [127, 126]
    refs = {reference.split("/")[1] for reference, _ in made[1]["words"]["fieldVectors"]}
    assert refs == {str(number) for number in range(127, 253)}


def test_no_pages_no_parts() -> None:
    assert list(parts([])) == []
