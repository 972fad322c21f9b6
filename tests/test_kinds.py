"""Schemas of front matter: each fault is named with its line; names of other pages lead to one page."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from plugins import document, guidance
from plugins.document.expiry import expired
from tests.making import checked, lyttevei, read, write_tree

ROAD = "---\ntitle: Kokk\nroads:\n  - name: Lærling\n    for: elev\n{}    steps:\n      - name: Vg1\n        years: 1\n{}---\n\nTekst.\n"


def faults(front: str, file: str = "yrker/kokk.md") -> list[tuple[int, str, str]]:
    """(line, code, message) of what is wrong with front matter that begins on line 2."""
    return [(each.line, each.code, each.message) for each in read(f"---\n{front}\n---\n\nTekst.", file).problems]


@pytest.mark.parametrize(
    ("front", "line", "code", "part"),
    [
        ("title: K\nstyrk08: 12", 3, "value", "fire siffer"),
        ("title: K\ninterests: [R, Q]", 3, "value", "«Q»"),
        ("title: K\ncareer_competence: Annet", 3, "value", "Velg en av"),
        ("title: K\nexpires: 31.2.2026", 3, "value", "kalenderen"),
        ("title: K\nroads:\n  - name: A\n    steps:\n      - name: B\n        yers: 3", 7, "unknown-key", "Mente du years?"),
        ("title: K\nroads:\n  - name: A\n    form: elev\n    steps: [{name: B}]", 5, "unknown-key", "Mente du for?"),
        ("title: K\npicture:\n  file: a.svg\n  kjønn: mann", 5, "unknown-key", "blir ikke brukt"),
        ("title: K\nroads:\n  - steps: []", 4, "value", "name: mangler"),
        ("title: K\nsummaries:\n  engelskk: [Hi.]", 4, "value", "språkkode"),
    ],
)
def test_a_fault_has_its_line_and_what_to_do(front: str, line: int, code: str, part: str) -> None:
    found = [each for each in faults(front) if each[1] == code and part in each[2]]
    assert [each[0] for each in found] == [line], faults(front)


@pytest.mark.parametrize(
    ("own", "last", "wrong"),
    [
        ("    years: 1\n", "", False),
        ("    years: 2\n", "", True),
        ("    years: 0.5\n", "      - name: Kurs\n", True),
        ("    years: 4\n", "      - name: Kurs\n", False),
        ("    years: 3,5\n", "      - name: Lærling\n        years: 2.5\n", False),
        ("", "", False),
    ],
)
def test_the_years_of_a_road_are_those_of_its_steps(own: str, last: str, wrong: bool) -> None:
    found = [each for each in read(ROAD.format(own, last), "yrker/kokk.md").problems if each.code == "value"]
    assert [each.line for each in found] == ([6] if wrong else [])


def test_a_kind_has_keys_of_its_own() -> None:
    assert [each[1] for each in faults("title: A\nstyrk08: 2223", "partnere/a.md")] == ["unknown-key"]
    assert faults("title: A\nroads: [{name: B, for: voksen, steps: [{name: C}]}]", "veier/a.md") == []


def test_a_date_that_has_passed_is_told() -> None:
    page = read("---\ntitle: A\nexpires: 1. mars 2026\n---\n\nTekst.")
    days = (datetime.date(2026, 3, 1), datetime.date(2026, 3, 2))
    assert [[(each.line, each.code) for each in expired(page, day)] for day in days] == [[], [(3, "date-expired")]]


FILES = {
    "content/hjelp/nav.md": "---\ntitle: Hjelp fra NAV\nslug: nav\nrelated: [partnere/nav]\n---\n\nTekst.",
    "content/partnere/nav.md": "---\ntitle: NAV\n---\n\nTekst.",
    "content/yrker/kokk.md": "---\ntitle: Kokk\nrelated:\n  - nav\n  - hjelp/nav\n  - fikser\n---\n\nTekst.",
    "content/yrker/kokk.nn.md": "---\ntitle: Kokk\nslug: kokk\nlang: nn\nrelated: [partnere/nav]\n---\n\nTekst.",
}


@pytest.fixture
def site(tmp_path: Path) -> document.Site:
    """Two pages with the same slug, and pages that name them."""
    found = checked(write_tree(tmp_path, FILES))
    guidance.process(found)
    return found


def test_pages_of_the_same_slug_are_told_apart_by_their_folder(site: document.Site) -> None:
    found = {page.document.file: page.guidance for page in site.pages}
    listed = {file: [item.address for item in about.related.items] for file, about in found.items() if about}
    assert listed == {
        "hjelp/nav.md": ["partnere/nav/index.html"],
        "yrker/kokk.md": ["hjelp/nav/index.html"],
        "yrker/kokk.nn.md": ["partnere/nav/index.html"],
    }


def test_names_that_lead_nowhere_or_to_two_pages_are_told(site: document.Site) -> None:
    assert [(each.file, each.line, each.code) for each in sorted(site.problems)] == [
        ("yrker/kokk.md", 4, "related-unclear"),
        ("yrker/kokk.md", 6, "related-unknown"),
    ]


def test_the_command_prints_a_schema(tmp_path: Path) -> None:
    ran = lyttevei("schema", "yrke")
    assert ran.code == 0 and '"styrk08"' in ran.out and ran.json()["required"] == ["title"]
    assert lyttevei("schema", "--folder", tmp_path / "her").code == 0
    assert sorted(path.stem for path in (tmp_path / "her").iterdir()) == sorted(document.KINDS)
    assert "finnes ikke" in lyttevei("schema", "kake").err
