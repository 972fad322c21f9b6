"""The figures of the report: pure functions of the site's pages and a day."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from plugins import document, search

#: What a page of each kind should have, besides what all should.
PARTS = MappingProxyType({"yrke": ("roads", "requirements", "interests", "related"), "program": ("vg2", "related"), "vei": ("roads",)})
FOR_ALL = ("summary", "picture", "sources", "quality_area")
NAMES = MappingProxyType(
    {
        "summary": "kort sagt",
        "picture": "bilde",
        "sources": "kilder",
        "quality_area": "kvalitetsområde",
        "roads": "veier",
        "requirements": "krav",
        "interests": "interesser",
        "related": "se også",
        "vg2": "valg på Vg2",
    }
)
#: Kinds of page that people come for; the site's own tools are not measured for what they lack.
MEASURED = ("yrke", "program", "vei", "hjelp", "tema", "partner")
#: Ages of a page's sources in days, and what each is called.
AGES = ((183, "under et halvt år"), (366, "et halvt til ett år"), (731, "ett til to år"))
#: What a film may lack and still be shown.
FILMS = ("captions-awaited", "film-description")
LINKS = ("link-dead", "link-case", "link-draft", "link-unsafe", "link-empty")


@dataclass(frozen=True, slots=True)
class Row:
    """One page: `minutes` of sound, LIX of the body, days since its sources were read (None: nobody says), what it lacks."""

    address: str
    title: str
    kind: str
    lang: str
    minutes: float
    films: int
    captions: int
    lix: float
    checked: str
    age: int | None
    missing: tuple[str, ...]
    quality: str
    competence: str


@dataclass(frozen=True, slots=True)
class Figure:
    """Numbers below a heading: (name, number), and what the numbers are (pages, minutes ...)."""

    name: str
    title: str
    unit: str
    rows: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Searches for occupations: how many in all, how many for one that has a page, and the most searched without a page."""

    searches: int
    covered: int
    missing: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        """The share of searches that a page answers, in percent."""
        return 100 * self.covered / self.searches if self.searches else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """All that is shown; `address` is the page's own, `day` when it was measured."""

    address: str
    day: datetime.date
    rows: tuple[Row, ...]
    coverage: Coverage
    figures: tuple[Figure, ...]
    links: tuple[document.Problem, ...]
    outside: int
    films: tuple[document.Problem, ...]


def report(site: document.Site, address: str, today: datetime.date) -> Report:
    """Measure a site that has been through the rooms above."""
    pages = document.every_page(site)
    rows = tuple(row(page, site, today) for page in pages)
    links, films = (tuple(each for each in site.problems if each.code in codes) for codes in (LINKS, FILMS))
    outside = sum(link.target.startswith("http") for page in pages for link in page.document.links)
    return Report(address, today, rows, coverage(pages), tuple(figures(rows, pages)), links, outside, films)


def row(page: Any, site: document.Site, today: datetime.date) -> Row:
    """What is measured of one page."""
    data = page.document.data
    seconds = page.speech.seconds if page.speech else 0
    films = page.video.all if page.video else ()
    read = data.get("sources_read")
    return Row(
        document.address(page.document, site),
        data["title"],
        data["kind"],
        data["lang"],
        round(seconds / 60, 1),
        len(films),
        sum(bool(film.tracks) and not film.missing for film in films),
        round(page.plain.body.value, 1) if page.plain and page.plain.body.words else 0.0,
        data.get("checked") or "",
        (today - read).days if read else None,
        tuple(missing(data)) if data["kind"] in MEASURED else (),
        data.get("quality_area") or "",
        data.get("career_competence") or "",
    )


def missing(data: dict[str, Any]) -> Iterator[str]:
    """The names of the parts that a page of its kind should have and has not."""
    for part in (*FOR_ALL, *PARTS.get(data["kind"], ())):
        if not data.get(part):
            yield NAMES[part]


def coverage(pages: Iterable[Any]) -> Coverage:
    """How much of what people look for has a page: only one about that same occupation, by title or other name, counts."""
    known = {search.normalise(name) for page in pages if page.document.data["kind"] == "yrke" for name in _names(page)}
    wanted = search.occupations()
    lacking = tuple((term, count) for term, count in wanted.most_common() if search.normalise(term) not in known)
    return Coverage(sum(wanted.values()), sum(wanted.values()) - sum(count for _, count in lacking), lacking)


def _names(page: Any) -> tuple[str, ...]:
    return page.document.data["title"], *(page.document.data.get("also_called") or [])


def figures(rows: tuple[Row, ...], pages: Iterable[Any]) -> Iterator[Figure]:
    """What is drawn and tabled."""
    measured = [each for each in rows if each.kind in MEASURED]
    yield _count("sider", "Sider av hvert slag", (each.kind for each in measured))
    yield _count("sprak", "Sider på hvert språk", (each.lang for each in measured))
    yield Figure("lyd", "Minutter lyd", "minutter", tuple(_sound(rows)))
    films = (("filmer", sum(each.films for each in rows)), ("med teksting", sum(each.captions for each in rows)))
    yield Figure("film", "Film og teksting", "filmer", films)
    yield _count("lix", "Lesenivå (LIX)", (lix_step(each.lix) for each in measured if each.lix))
    yield _count("alder", "Når kildene sist ble lest", (age_step(each.age) for each in measured))
    yield _count("kontroll", "Kontrollert av en fagperson", ("kontrollert" if each.checked else "ikke kontrollert" for each in measured))
    yield _count("mangler", "Deler som mangler", (part for each in measured for part in each.missing))
    pictures = [page.document.data.get("picture") or {} for page in pages if page.document.data["kind"] in MEASURED]
    yield _count("kjonn", "Hvem bildene viser: kjønn", (each.get("gender", "ikke oppgitt") for each in pictures if each))
    yield _count("hud", "Hvem bildene viser: lys og mørk hud", (each.get("background", "ikke oppgitt") for each in pictures if each))
    yield _count("kvalitet", "Kvalitetsområder", (each.quality or "ikke oppgitt" for each in measured))
    yield _count("kompetanse", "Deler av karrierekompetanse", (each.competence or "ikke oppgitt" for each in measured))


def _sound(rows: Iterable[Row]) -> Iterator[tuple[str, float]]:
    minutes: Counter[str] = Counter()
    for each in rows:
        minutes[each.lang] += each.minutes
    return ((lang, round(total, 1)) for lang, total in minutes.most_common() if total)


def _count(name: str, title: str, things: Iterable[str]) -> Figure:
    return Figure(name, title, "sider", tuple(Counter(things).most_common()))


def lix_step(lix: float) -> str:
    """A LIX as one of four steps."""
    return next((name for limit, name in ((25, "under 25"), (30, "25 til 29"), (35, "30 til 34")) if lix < limit), "35 og over")


def age_step(days: int | None) -> str:
    """How long ago, in words."""
    if days is None:
        return "ikke oppgitt"
    return next((name for limit, name in AGES if days < limit), "over to år")
