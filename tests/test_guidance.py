"""Roads and lists of pages: the right words, in the right order, and in the page exactly as they are said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

from plugins import document, guidance
from plugins.guidance.roads import audience, time, total
from plugins.guidance.words import BOKMAL, NYNORSK, words
from plugins.guidance.years import added, amount
from tests.making import ROOT, checked, write_tree

NURSE = """---
title: Sykepleier
picture: ../bilder/s.svg
also_called: sjukepleier
requirements: [Du må vise politiattest.]
related: [lege, sykepleier, finnes-ikke, Sjukepleiar]
roads:
  - name: Rett fra videregående
    for: elev
    steps:
      - {name: Studiespesialisering, level: vgs, years: 3}
      - {name: Bachelor i sykepleie, level: hoyskole, years: 3, note: Halve tiden er praksis.}
    proof: autorisasjon
  - name: Fra fagbrev
    for: voksen
    steps:
      - {name: Helsefagarbeider, level: laerling, years: 2.5}
      - {name: Skriftlig eksamen & mer, level: kurs}
    proof: fagbrev
    note: Spør fylket.
---

Tekst.
"""
PROGRAMME = """---
title: Helse- og oppvekstfag
vg2:
  - {name: Sykepleiefag, leads_to: [sykepleierfaget, Sjukepleier, fotterapi]}
  - {name: Tomt}
occupations: [sykepleier, jordmor]
---

Tekst.
"""
FILES = {
    "content/yrker/sykepleier.md": NURSE,
    "content/yrker/lege.md": "---\ntitle: Lege\n---\n\nTekst.",
    "content/yrker/utkast.md": "---\ntitle: Jordmor\nstatus: draft\n---\n\nTekst.",
    "content/yrker/lege-en.md": "---\ntitle: Doctor\nslug: lege\nlang: en\nrelated: [sykepleier, lege]\n---\n\nText.",
    "content/programmer/helse.md": PROGRAMME,
    "content/bilder/s.svg": "<svg/>",
}


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Any]:
    """The pages of FILES by their file's name, after the room."""
    site = checked(write_tree(tmp_path, FILES))
    guidance.process(site)
    return {Path(page.document.file).stem: page for page in site.pages}


def texts(page: Any) -> list[str]:
    return [block.text for block in page.guidance.blocks]


def test_a_road_is_said_in_the_order_of_the_page(pages: dict[str, Any]) -> None:
    assert texts(pages["sykepleier"])[:13] == [
        "Veien dit",
        "Rett fra videregående",
        "For elever",
        "6 år etter ungdomsskolen",
        "Studiespesialisering",
        "3 år på videregående",
        "Bachelor i sykepleie",
        "3 år på høyskole",
        "Halve tiden er praksis.",
        "Sykepleier",
        "Du søker om autorisasjon",
        "Fra fagbrev",
        "For voksne",
    ]
    assert texts(pages["sykepleier"])[13:] == [
        "Helsefagarbeider",
        "2 og et halvt år med lønn",
        "Skriftlig eksamen & mer",
        "Sykepleier",
        "Du får fagbrev",
        "Spør fylket.",
        "Dette trenger du",
        "Du må vise politiattest.",
        "Se også",
        "Lege",
    ]


def test_the_blocks_are_spoken_after_the_body(pages: dict[str, Any]) -> None:
    page = pages["sykepleier"]
    said = [block.id for block in document.spoken_blocks(page)]
    assert said == ["tittel", "b1", *(block.id for block in page.guidance.blocks)]
    assert len(set(said)) == len(said)


def test_what_the_page_wrote_has_its_line(pages: dict[str, Any]) -> None:
    found = {block.text: block.line for block in pages["sykepleier"].guidance.blocks}
    assert (found["Fra fagbrev"], found["Spør fylket."], found["Veien dit"]) == (14, 20, 1)


def test_lists_lead_to_the_pages_that_are_there(pages: dict[str, Any]) -> None:
    choices = pages["helse"].guidance.choices.choices
    assert [[(item.text.text, item.address) for item in choice.items] for choice in choices] == [
        [("sykepleierfaget", "yrker/sykepleier/index.html"), ("Sjukepleier", "yrker/sykepleier/index.html"), ("fotterapi", "")],
        [],
    ]
    cards = pages["helse"].guidance.occupations.items
    assert [(item.text.text, item.address, item.picture) for item in cards] == [
        ("Sykepleier", "yrker/sykepleier/index.html", "bilder/s.svg")
    ]


def test_a_page_in_another_language_finds_its_own_first_and_never_itself(pages: dict[str, Any]) -> None:
    items = pages["lege-en"].guidance.related.items
    assert [(item.text.text, item.text.lang, item.address) for item in items] == [("Sykepleier", "nb", "yrker/sykepleier/index.html")]


def test_a_page_without_guidance_has_none(pages: dict[str, Any]) -> None:
    assert pages["lege"].guidance is None
    assert document.spoken_blocks(pages["lege"])[-1].text == "Tekst."


def rendered(page: Any) -> BeautifulSoup:
    environment = Environment(loader=FileSystemLoader(ROOT / "plugins"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["link"] = lambda address, page: f"../../{address}"
    return BeautifulSoup(environment.get_template("guidance/guidance.html").render(page=page), "lxml")


@pytest.mark.parametrize("name", ["sykepleier", "helse", "lege-en", "lege"])
def test_every_block_is_in_the_page_with_its_text(pages: dict[str, Any], name: str) -> None:
    page = pages[name]
    html = rendered(page)
    blocks = page.guidance.blocks if page.guidance else ()
    assert [(each["id"], each.name, each.get_text()) for each in html.find_all(id=True)] == [
        (block.id, block.kind, block.text) for block in blocks
    ]
    words_printed = "".join(html.get_text().split())
    assert words_printed == "".join("".join(block.text.split()) for block in blocks)


def test_the_page_says_which_words_are_in_another_language(pages: dict[str, Any]) -> None:
    html = rendered(pages["lege-en"])
    assert [html.find(id=id_).get("lang") for id_ in ("se-ogsa", "se-ogsa-1")] == ["nb", "nb"]
    assert html.find("a")["href"] == "../../yrker/sykepleier/index.html"


@pytest.mark.parametrize(
    ("years", "text"),
    [
        (1, "1 år"), (3.0, "3 år"), (2.5, "2 og et halvt år"), (0.5, "et halvt år"), (5.6, "5,6 år"), (1.25, "1,25 år"),
        (0.25, "3 måneder"), (0.75, "9 måneder"), (0.1, "noen uker"),
    ],
)  # fmt: skip
def test_lengths_are_said_plainly(years: float, text: str) -> None:
    assert amount(years, BOKMAL) == text


def test_years_are_added_only_where_all_are_known() -> None:
    assert added([3, 2.5]) == 5.5
    assert [added(years) for years in ([3, None], [3, 0], [])] == [None, None, None]


@pytest.mark.parametrize(
    ("whom", "level", "text"),
    [
        ("elev", "vgs", "3 år etter ungdomsskolen"),
        (None, "laerling", "3 år etter ungdomsskolen"),
        ("voksen", "vgs", "3 år i alt"),
        ("elev", "hoyskole", "3 år i alt"),
        (None, None, "3 år i alt"),
    ],
)
def test_a_road_counts_from_school_only_where_it_begins_there(whom: str | None, level: str | None, text: str) -> None:
    assert total({"audience": whom, "steps": [{"level": level, "years": 1}, {"level": None, "years": 2}]}, BOKMAL) == text


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ({"level": "laerling"}, "Med lønn"), ({"level": "kurs"}, ""), ({"level": "kurs", "years": 0.1}, "Noen uker på kurs"),
        ({"years": 0.5}, "Et halvt år"), ({}, ""), ({"level": "vgs", "years": 0.0}, "På videregående"),
    ],
)  # fmt: skip
def test_how_a_step_is_spent(step: dict[str, Any], text: str) -> None:
    assert time(step, BOKMAL) == text


def test_audiences() -> None:
    assert [audience(whom, BOKMAL) for whom in ("elev", "Voksen", "foreldre", "")] == ["For elever", "For voksne", "For foreldre", ""]


def test_a_page_about_a_road_has_no_goal_but_its_proof(tmp_path: Path) -> None:
    road = "roads: [{name: A, steps: [{name: B, years: 1}], proof: fagbrev}, {name: C, steps: [{name: D}]}]"
    site = checked(write_tree(tmp_path, {"content/veier/voksen.md": f"---\ntitle: Voksen\n{road}\n---\n\nTekst."}))
    guidance.process(site)
    assert texts(site.pages[0]) == ["Veien dit", "A", "1 år i alt", "B", "1 år", "Du får fagbrev", "C", "D"]


def test_languages_have_the_same_words() -> None:
    assert words("nn-NO") is NYNORSK and words("uk") is BOKMAL
    assert set(NYNORSK.level) == set(BOKMAL.level) and set(NYNORSK.untimed) == set(BOKMAL.untimed)
