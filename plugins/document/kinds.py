"""The kinds of page and what their front matter may hold."""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from .values import Day, Lang, Lines, Names, Path, Status, Text, Years

#: The five parts of career competence in the national quality framework for career guidance.
Competence = Literal[
    "Meg i kontekst",
    "Valg og tilfeldigheter",
    "Muligheter og begrensninger",
    "Tilpasning og motstand",
    "Stabilitet og endring",
]


class Part(BaseModel):
    """Front matter as checked; keys that are not known are kept as written and reported."""

    model_config = ConfigDict(extra="allow")


class Picture(Part):
    """The picture of a page: a file below content/, what it shows, and who is seen in it.

    `gender` and `background` are declared so that the pictures of a whole site can be balanced.
    """

    file: Path
    alt: Text | None = None
    gender: Literal["kvinne", "mann", "begge", "ingen"] | None = None
    background: Literal["lys", "mørk", "begge", "ingen"] | None = None


def _picture(value: Any) -> Any:
    return {"file": value} if isinstance(value, str) else value


class Source(Part):
    """Where facts come from."""

    title: Text
    url: Text | None = None


def _sources(value: Any) -> Any:
    value = [value] if isinstance(value, (str, dict)) else value
    return [{"title": each} if isinstance(each, str) else each for each in value] if isinstance(value, list) else value


class Step(Part):
    """One step of a road; `years` is missing where nobody can say."""

    name: Text
    level: Literal["grunnskole", "vgs", "laerling", "hoyskole", "universitet", "fagskole", "praksis", "kurs"] | None = None
    years: Years | None = None
    note: Text | None = None


class Road(Part):
    """A way to an occupation, for somebody."""

    name: Text
    audience: Text | None = None
    steps: list[Step]
    proof: Text | None = None
    note: Text | None = None


def _road(value: Any) -> Any:
    """`for` is what editors write; Python keeps that word for itself."""
    return {("audience" if key == "for" else key): inner for key, inner in value.items()} if isinstance(value, dict) else value


class Side(Part):
    """What every page may have."""

    title: Text
    lang: Lang | None = None
    slug: Text | None = None
    status: Status = "published"
    summary: Lines | None = None
    tags: Names | None = None
    template: Text | None = None
    picture: Annotated[Picture, BeforeValidator(_picture)] | None = None
    audio: Path | None = None
    video: Path | None = None
    captions: Text | None = None
    owner: Text | None = None
    sources: Annotated[list[Source], BeforeValidator(_sources)] | None = None
    sources_read: Day | None = None
    checked: Text | None = None
    date: Day | None = None
    audience: Names | None = None
    related: Names | None = None
    quality_area: Text | None = None
    career_competence: Competence | None = None


class Yrke(Side):
    """An occupation."""

    also_called: Names | None = None
    styrk08: Text | None = None
    interests: Names | None = None
    requirements: Lines | None = None
    roads: list[Annotated[Road, BeforeValidator(_road)]] | None = None


class Direction(Part):
    """A second year and the trades it leads to."""

    name: Text
    leads_to: Names | None = None


class Program(Side):
    """An upper-secondary programme."""

    code: Text | None = None
    programme_kind: Text | None = None
    vg2: list[Direction] | None = None
    occupations: Names | None = None


class Tema(Side):
    """Pages that belong together, to be heard one after the other: of an interest's letters, or of a programme."""

    interests: Names | None = None
    programme: Text | None = None
    lesson: Lines | None = None


class Hjelp(Side):
    """A place to talk to somebody."""

    contacts: Names | None = None


KINDS = MappingProxyType(
    {
        "side": Side,
        "yrke": Yrke,
        "program": Program,
        "vei": Yrke,
        "hjelp": Hjelp,
        "tema": Tema,
        "partner": Side,
    }
)
FOLDERS = MappingProxyType(
    {
        "yrker": "yrke",
        "programmer": "program",
        "veier": "vei",
        "hjelp": "hjelp",
        "tema": "tema",
        "partnere": "partner",
        "sider": "side",
    }
)


def known_keys(kind: str) -> set[str]:
    """The keys that the kind's front matter may have."""
    return {"kind", *KINDS[kind].model_fields}
