"""How the text values of front matter become typed ones, with errors an editor understands."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from .dates import read_date

LANGUAGES = {
    "no": "nb",
    "nb": "nb",
    "nn": "nn",
    "en": "en",
    "norsk": "nb",
    "bokmål": "nb",
    "bokmal": "nb",
    "nynorsk": "nn",
    "engelsk": "en",
    "english": "en",
    "ukrainsk": "uk",
    "nb-no": "nb",
    "no-no": "nb",
    "nn-no": "nn",
    "no-nyn": "nn",
    "no-bok": "nb",
}
TAG = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?")
WEB = re.compile(r"https?://[^\s\"<>\\]+\.[^\s\"<>\\]+", re.IGNORECASE)
STATUS = {"published": "published", "publisert": "published", "draft": "draft", "utkast": "draft", "hidden": "draft", "skjult": "draft"}


def language(text: str) -> str:
    """A language as a page's `lang`: "no" and its kin are nb. Raises ValueError in bokmål."""
    key = text.strip().lower().replace("_", "-")
    if key in LANGUAGES:
        return LANGUAGES[key]
    if not TAG.fullmatch(key):
        raise ValueError(f"«{text}» er ikke en språkkode. Skriv nb, nn, en eller en annen kode på to bokstaver.")
    return key


def _text(value: Any) -> Any:
    if isinstance(value, (list, dict)) or value is None:
        raise ValueError("her skal det stå en tekst på én linje.")
    text = " ".join(value.split())
    if not text:
        raise ValueError("her mangler det en tekst.")
    return text


def _item(value: Any) -> str:
    """One entry of a list; "- Husk: ta med CV" is text, though YAML sees a key in it."""
    if isinstance(value, dict) and len(value) == 1:
        ((key, inner),) = value.items()
        value = f"{key}: {inner or ''}"
    return _text(value)


def _list(value: Any, splits: str) -> list[str]:
    if isinstance(value, str):
        value = re.split(splits, value)
    if not isinstance(value, list):
        raise ValueError("her skal det stå en liste, for eksempel [helse, omsorg].")
    return [_item(each) for each in value if not isinstance(each, str) or each.strip()]


def _names(value: Any) -> list[str]:
    return list(dict.fromkeys(_list(value, r"[,\n]")))


def _lines(value: Any) -> list[str]:
    return _list(value, r"\n")


def _lang(value: Any) -> str:
    return language(_text(value))


def _status(value: Any) -> str:
    key = _text(value).lower()
    if key not in STATUS:
        raise ValueError(f"«{value}» er ikke en status. Skriv published eller draft.")
    return STATUS[key]


def _day(value: Any) -> datetime.date:
    return read_date(_text(value))


def _years(value: Any) -> float:
    text = _text(value).replace(",", ".")
    if not re.fullmatch(r"\d{1,2}(\.\d+)?", text):
        raise ValueError(f"«{value}» er ikke et antall år. Skriv et tall, for eksempel 3 eller 2,5.")
    return float(text)


def _path(value: Any) -> str:
    return _text(value).replace("\\", "/")


def _web(value: Any) -> str:
    """An address on the web; one without a scheme gets https."""
    text = _text(value)
    text = text if re.match(r"[\w+.-]+:(?!\d)|//", text) else f"https://{text}"
    if not WEB.fullmatch(text):
        raise ValueError(f"«{text[:80]}» er ikke en adresse på nettet. Skriv den hel, for eksempel https://nav.no/")
    return text


def _digits(value: Any) -> str:
    text = _text(value)
    if not re.fullmatch(r"\d{4}", text):
        raise ValueError(f"«{text}» er ikke en kode i STYRK-08. Skriv fire siffer, for eksempel 2223.")
    return text


def _letters(value: Any) -> list[str]:
    found = [each.upper() for each in _names(value)]
    wrong = [each for each in found if each not in INTERESTS]
    if wrong:
        raise ValueError(f"«{wrong[0]}» er ikke en interesse. Velg blant {', '.join(INTERESTS)}.")
    return found


#: Holland's six interests, by their letters.
INTERESTS = ("R", "I", "A", "S", "E", "C")
#: What a tool that reads YAML makes of a line of text: we take it as it is written.
Scalar = str | float | bool
Several = list[Scalar] | Scalar

Text = Annotated[str, BeforeValidator(_text, json_schema_input_type=Scalar)]
Names = Annotated[list[str], BeforeValidator(_names, json_schema_input_type=Several)]
Lines = Annotated[list[str], BeforeValidator(_lines, json_schema_input_type=Several)]
Lang = Annotated[str, BeforeValidator(_lang, json_schema_input_type=str)]
Status = Annotated[str, BeforeValidator(_status, json_schema_input_type=Literal[*STATUS])]
Day = Annotated[datetime.date, BeforeValidator(_day, json_schema_input_type=str)]
Years = Annotated[float, BeforeValidator(_years, json_schema_input_type=float | str)]
Path = Annotated[str, BeforeValidator(_path, json_schema_input_type=str)]
Web = Annotated[str, BeforeValidator(_web, json_schema_input_type=str)]
Styrk = Annotated[str, BeforeValidator(_digits, json_schema_input_type=Scalar)]
Interests = Annotated[list[str], BeforeValidator(_letters, json_schema_input_type=list[Literal[*INTERESTS]] | str)]
