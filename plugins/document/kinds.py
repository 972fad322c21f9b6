"""The kinds of page and what their front matter may hold."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from .parts import LeadFilm, Part, Pictured, Road, Sources, Versions
from .values import Day, Interests, Lang, Lines, Names, Path, Status, Styrk, Text

#: The five parts of career competence in the national quality framework for career guidance.
Competence = Literal[
    "Meg i kontekst",
    "Valg og tilfeldigheter",
    "Muligheter og begrensninger",
    "Tilpasning og motstand",
    "Stabilitet og endring",
]


class Side(Part):
    """What every page may have."""

    title: Text
    lang: Lang | None = None
    slug: Text | None = None
    status: Status = "published"
    summary: Lines | None = None
    summaries: Versions | None = None
    tags: Names | None = None
    template: Text | None = None
    picture: Pictured | None = None
    audio: Path | None = None
    video: LeadFilm | None = None
    captions: Names | None = None
    owner: Text | None = None
    sources: Sources | None = None
    sources_read: Day | None = None
    checked: Text | None = None
    date: Day | None = None
    expires: Day | None = None
    audience: Names | None = None
    related: Names | None = None
    featured: Names | None = None
    quality_area: Text | None = None
    career_competence: Competence | None = None


class Yrke(Side):
    """An occupation."""

    also_called: Names | None = None
    styrk08: Styrk | None = None
    interests: Interests | None = None
    requirements: Lines | None = None
    roads: list[Road] | None = None


class Vei(Side):
    """A way for somebody: what it asks, what it gives, how long it takes."""

    also_called: Names | None = None
    requirements: Lines | None = None
    roads: list[Road] | None = None


class Direction(Part):
    """A second year and the trades it leads to."""

    name: Text
    leads_to: Names | None = None


class Program(Side):
    """An upper-secondary programme."""

    code: Text | None = None
    programme_kind: Literal["yrkesfag", "studieforberedende"] | None = None
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
        "vei": Vei,
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


def keys_of(part: type[Part]) -> list[str]:
    """The keys of a part as editors write them."""
    return [field.alias or name for name, field in part.model_fields.items()]
