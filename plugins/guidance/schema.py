"""What the files beside the pages may hold: contacts, cards, audiences, questions."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
WEB = re.compile(r"https?://[^\s\"<>]+")
ANSWERS = {"true": True, "ja": True, "false": False, "nei": False}


def _text(value: Any) -> Any:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("her mangler det en tekst på én linje.")
    return " ".join(value.split())


def _day(value: Any) -> datetime.date:
    found = DAY.fullmatch(str(value).strip())
    try:
        return datetime.date(*map(int, found.groups()))
    except (AttributeError, ValueError):
        raise ValueError(f"«{value}» er ikke en dato. Skriv år, måned og dag: 2026-11-25.") from None


def _web(value: Any) -> Any:
    if not WEB.fullmatch(_text(value)):
        raise ValueError(f"«{value}» er ikke en adresse. Begynn med https://")
    return value


def _answer(value: Any) -> Any:
    if str(value).strip().lower() not in ANSWERS:
        raise ValueError(f"«{value}» er ikke et svar. Skriv true eller false, eller ta bort linjen når ingen vet det.")
    return ANSWERS[value.strip().lower()]


Text = Annotated[str, BeforeValidator(_text)]
Day = Annotated[datetime.date, BeforeValidator(_day)]
Web = Annotated[str, BeforeValidator(_web)]
Answer = Annotated[bool, BeforeValidator(_answer)]
#: The lists that contacts stand in, in the order of the page.
Group = Literal["veiledning", "nett", "rettigheter", "lese", "vanskelig"]


class Part(BaseModel):
    """An entry as an editor writes it; a key that is not known is a fault."""

    model_config = ConfigDict(extra="forbid")


class Source(Part):
    """Where a contact's facts come from."""

    title: Text
    url: Web | None = None


class Entry(Part):
    """A place where somebody can get help; what is not known is left out. `until` is the last day of `hours`."""

    id: Text
    group: Group
    name: Text
    what: Text
    channels: list[Text]
    audience: list[Text] = []
    county: Text | None = None
    web: Web | None = None
    phone: Text | None = None
    hours: Text | None = None
    until: Day | None = None
    how: Text | None = None
    page: Text | None = None
    anonymous: Answer | None = None
    owner: Text | None = None
    sources: list[Source] = []
    read: Day | None = None


class ContactFile(Part):
    """content/kontakter.yaml."""

    contacts: list[Entry]


class Card(Part):
    """One picture card; `reason` says its text to the one who answered yes."""

    text: Text
    reason: Text
    picture: Text


class Family(Part):
    """A family of jobs: those with the interest `letter`, gathered by the page `theme`."""

    letter: Text
    name: Text
    text: Text
    theme: Text
    cards: list[Card]


class CardFile(Part):
    """content/kort.yaml."""

    families: list[Family]


class Audience(Part):
    """Somebody a reader can be; `rights` names the page, `words` what roads and contacts call this audience besides `id`."""

    id: Text
    name: Text
    rights: Text
    words: list[Text] = []


class AudienceFile(Part):
    """content/malgrupper.yaml."""

    audiences: list[Audience]


class QuestionFile(Part):
    """content/sporsmal.yaml."""

    questions: list[Text]
