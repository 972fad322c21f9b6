"""The parts that front matter is made of: pictures, sources, roads, short versions in other languages."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from .values import Lang, Lines, Names, Path, Text, Web, Years


class Part(BaseModel):
    """Front matter as checked; keys that are not known are kept as written and reported."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)


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


class Film(Part):
    """The page's lead film: `file` is a file below content/ or an address; the rest as in a `/// video` block."""

    file: Text | None = None
    title: Text | None = None
    captions: Names | None = None
    poster: Text | None = None
    description: Text | None = None
    sign: Text | None = None
    youtube: Text | None = None
    vimeo: Text | None = None
    nrk: Text | None = None


def _film(value: Any) -> Any:
    return {"file": value} if isinstance(value, str) else value


LeadFilm = Annotated[Film, BeforeValidator(_film, json_schema_input_type=Film | str)]


class Source(Part):
    """Where facts come from."""

    title: Text
    url: Web | None = None


Pictured = Annotated[Picture, BeforeValidator(_picture, json_schema_input_type=Picture | str)]


def _sources(value: Any) -> Any:
    value = [value] if isinstance(value, (str, dict)) else value
    return [{"title": each} if isinstance(each, str) else each for each in value] if isinstance(value, list) else value


Sources = Annotated[list[Source], BeforeValidator(_sources, json_schema_input_type=list[Source | str] | Source | str)]


class Step(Part):
    """One step of a road; `years` is missing where nobody can say."""

    name: Text
    level: Literal["grunnskole", "vgs", "laerling", "hoyskole", "universitet", "fagskole", "praksis", "kurs"] | None = None
    years: Years | None = None
    note: Text | None = None


class Road(Part):
    """A way to an occupation, for somebody; `years` is its length where not every step's is known."""

    name: Text
    audience: Text | None = Field(None, alias="for")  # Python keeps "for" for itself
    steps: list[Step]
    years: Years | None = None
    proof: Text | None = None
    note: Text | None = None

    @field_validator("years")
    @classmethod
    def add_up(cls, years: float, info: ValidationInfo) -> float:
        """The steps' years must come to the road's own; steps of no known length may fill up what is left."""
        steps = info.data.get("steps") or []
        known = [step.years for step in steps if step.years]
        left = years - sum(known)
        if steps and (left < -0.01 or (len(known) == len(steps) and left > 0.01)):
            told = f"stegene er {sum(known):g} år til sammen, men her står det {years:g}".replace(".", ",")
            raise ValueError(f"{told}. Rett det som er feil.")
        return years


class Version(Part):
    """A page's short version in another language; nobody who speaks it has checked it unless `checked` says who."""

    title: Text | None = None
    summary: Lines
    checked: Text | None = None


def _versions(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {lang: {"summary": one} if isinstance(one, (str, list)) else one for lang, one in value.items()}


Versions = Annotated[dict[Lang, Version], BeforeValidator(_versions, json_schema_input_type=dict[str, Version | list[str]])]
