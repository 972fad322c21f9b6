"""The report: figures of small contents whose answers are known, and files that a spreadsheet can read."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from plugins import document, plain, report, search, video
from plugins.report.charts import chart
from plugins.report.figures import Figure, age_step, coverage, lix_step
from plugins.report.tables import table
from tests.filming import film_bytes
from tests.making import checked, write_tree

REPORT = "---\ntitle: Oversikt\nslug: rapport\ntemplate: report/page\n---\n\nHei.\n"
NURSE = """---
title: Sykepleier
summary: [Du hjelper.]
picture: {file: ../bilder/s.svg, gender: kvinne, background: mørk}
sources: [Utdanning.no]
sources_read: 2026-11-25
quality_area: Karrierekompetanse
interests: [S]
---

Du hjelper folk. [Se](https://example.org).
"""
FILES = {
    "content/sider/rapport.md": REPORT,
    "content/yrker/sykepleier.md": NURSE,
    "content/yrker/syk.nn.md": "---\ntitle: Sjukepleiar\nslug: sykepleier\nlang: nn\n---\n\nDu hjelper.",
    "content/bilder/s.svg": "<svg/>",
}


@pytest.fixture
def site(tmp_path: Path) -> document.Site:
    """FILES after the rooms that the report needs."""
    found = checked(write_tree(tmp_path, FILES))
    plain.process(found)
    report.process(found)
    return found


def rows(site: document.Site, name: str) -> dict[str, float]:
    return dict(next(each.rows for each in site.report.figures if each.name == name))


def test_what_is_missing_is_named(site: document.Site) -> None:
    found = {row.address: row.missing for row in site.report.rows}
    assert found["yrker/sykepleier/index.html"] == ("veier", "krav", "se også")
    assert len(found["nn/yrker/sykepleier/index.html"]) == 8
    assert found["rapport/index.html"] == ()


def test_films_and_their_captions_are_counted(tmp_path: Path) -> None:
    block = "/// video | Film {0}\nfile: film/a.webm\ncaptions: {1}\ndescription: ingen\n///\n\n"
    text = NURSE + "\n" + block.format(1, "film/a.nb.srt") + block.format(2, "mangler til 2999-01-31")
    films = {"content/film/a.webm": film_bytes(), "content/film/a.nb.srt": "1\n00:00:00,000 --> 00:00:02,000\nHei.\n"}
    found = checked(write_tree(tmp_path, FILES | {"content/yrker/sykepleier.md": text} | films))
    for room in (plain, video, report):
        room.process(found)
    assert rows(found, "film") == {"filmer": 2, "med teksting": 1}
    (lacking,) = found.report.films
    line = text[: text.index("mangler til")].count("\n") + 1
    assert (lacking.code, lacking.file, lacking.line) == ("captions-awaited", "yrker/sykepleier.md", line)


def test_figures_are_of_the_content(site: document.Site) -> None:
    assert rows(site, "sprak") == {"nb": 1, "nn": 1}
    assert rows(site, "kjonn") == {"kvinne": 1} and rows(site, "hud") == {"mørk": 1}
    assert rows(site, "kvalitet") == {"Karrierekompetanse": 1, "ikke oppgitt": 1}
    assert rows(site, "kontroll") == {"ikke kontrollert": 2}
    assert rows(site, "mangler")["veier"] == 2
    assert (site.report.outside, site.report.links) == (1, ())


def test_a_search_is_covered_only_by_a_page_about_that_occupation(site: document.Site) -> None:
    found, wanted = site.report.coverage, search.occupations()
    assert found.searches == sum(wanted.values())
    terms = {term for term, _ in found.missing}
    assert "Sykepleier" not in terms and "Lege" in terms and "Spesialsykepleier" not in set(wanted) - terms
    assert found.covered == sum(count for term, count in wanted.items() if search.normalise(term) in ("sykepleier", "sjukepleiar"))
    assert coverage([]).share == 0


def test_files_are_written_beside_the_page(site: document.Site) -> None:
    report.write(site)
    folder = site.output / "rapport"
    with (folder / "sider.csv").open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file, delimiter=";"))
    assert [each["tittel"] for each in read] == ["Oversikt", "Sjukepleiar", "Sykepleier"]
    assert {path.name for path in folder.glob("*.svg")} == {f"{each.name}.svg" for each in site.report.figures if each.rows}
    for path in folder.glob("*.svg"):
        assert ElementTree.parse(path).getroot().get("viewBox")


def test_a_site_without_the_page_has_no_report(tmp_path: Path) -> None:
    found = checked(write_tree(tmp_path, {"content/index.md": "---\ntitle: Hjem\n---\n\nHei."}))
    report.process(found)
    report.write(found)
    assert found.report is None and not found.output.exists()


def test_bars_are_as_long_as_their_numbers() -> None:
    svg = ElementTree.fromstring(chart(Figure("x", "X", "sider", (("<a>", 10), ("b", 5)))))
    bars: list[Any] = [int(each.get("width")) for each in svg.iter("{http://www.w3.org/2000/svg}rect")][1:]
    assert bars[0] == 2 * bars[1] > 0


def test_steps_and_dangerous_cells() -> None:
    assert [lix_step(value) for value in (24.9, 25, 34.9, 35)] == ["under 25", "25 til 29", "30 til 34", "35 og over"]
    assert [age_step(value) for value in (None, 0, 400, 900)] == ["ikke oppgitt", "under et halvt år", "ett til to år", "over to år"]
    assert table(["a"], [["=1+1"], ["x;y"]]) == "\ufeffa\n'=1+1\n\"x;y\"\n"
