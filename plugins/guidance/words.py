"""The room's own words, in each language that its pages are written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Words:
    """What the room says by itself; `{}` takes an amount of time or a name.

    `level` and `untimed` say how a step of that level is spent, with and without a known time.
    """

    lang: str
    roads: str
    requirements: str
    choices: str
    occupations: str
    related: str
    short: str
    theme: str
    lesson: str
    questions: str
    year: str
    half: str
    and_half: str
    months: str
    weeks: str
    after_school: str
    in_all: str
    level: Mapping[str, str]
    untimed: Mapping[str, str]
    audience: Mapping[str, str]
    any_audience: str
    proof: Mapping[str, str]
    any_proof: str


BOKMAL = Words(
    lang="nb",
    roads="Veien dit",
    requirements="Dette trenger du",
    choices="Dette kan du velge på Vg2",
    occupations="Eksempler på yrker",
    related="Se også",
    short="Kort sagt",
    theme="Sider i dette temaet",
    lesson="For læreren: et opplegg på 20 minutter",
    questions="Velg spørsmål",
    year="{} år",
    half="et halvt år",
    and_half="{} og et halvt år",
    months="{} måneder",
    weeks="noen uker",
    after_school="{} etter ungdomsskolen",
    in_all="{} i alt",
    level=MappingProxyType(
        {
            "grunnskole": "{} på grunnskole",
            "vgs": "{} på videregående",
            "laerling": "{} med lønn",
            "hoyskole": "{} på høyskole",
            "universitet": "{} på universitet",
            "fagskole": "{} på fagskole",
            "praksis": "{} i jobb",
            "kurs": "{} på kurs",
        }
    ),
    untimed=MappingProxyType(
        {
            "grunnskole": "På grunnskole",
            "vgs": "På videregående",
            "laerling": "Med lønn",
            "hoyskole": "På høyskole",
            "universitet": "På universitet",
            "fagskole": "På fagskole",
            "praksis": "I jobb",
        }
    ),
    audience=MappingProxyType(
        {
            "elev": "For elever",
            "ungdom": "For ungdom",
            "laerling": "For lærlinger",
            "lærling": "For lærlinger",
            "voksen": "For voksne",
            "ny i norge": "For deg som er ny i Norge",
            "alle": "For alle",
            "begge": "For unge og voksne",
        }
    ),
    any_audience="For {}",
    proof=MappingProxyType({"grad": "Du får en grad", "autorisasjon": "Du søker om autorisasjon", "none": ""}),
    any_proof="Du får {}",
)

NYNORSK = Words(
    lang="nn",
    roads="Vegen dit",
    requirements="Dette treng du",
    choices="Dette kan du velje på Vg2",
    occupations="Døme på yrke",
    related="Sjå også",
    short="Kort sagt",
    theme="Sider i dette temaet",
    lesson="For læraren: eit opplegg på 20 minutt",
    questions="Vel spørsmål",
    year="{} år",
    half="eit halvt år",
    and_half="{} og eit halvt år",
    months="{} månader",
    weeks="nokre veker",
    after_school="{} etter ungdomsskulen",
    in_all="{} i alt",
    level=MappingProxyType(
        {
            "grunnskole": "{} på grunnskule",
            "vgs": "{} på vidaregåande",
            "laerling": "{} med løn",
            "hoyskole": "{} på høgskule",
            "universitet": "{} på universitet",
            "fagskole": "{} på fagskule",
            "praksis": "{} i jobb",
            "kurs": "{} på kurs",
        }
    ),
    untimed=MappingProxyType(
        {
            "grunnskole": "På grunnskule",
            "vgs": "På vidaregåande",
            "laerling": "Med løn",
            "hoyskole": "På høgskule",
            "universitet": "På universitet",
            "fagskole": "På fagskule",
            "praksis": "I jobb",
        }
    ),
    audience=MappingProxyType(
        {
            "elev": "For elevar",
            "ungdom": "For ungdom",
            "laerling": "For lærlingar",
            "lærling": "For lærlingar",
            "voksen": "For vaksne",
            "vaksen": "For vaksne",
            "ny i norge": "For deg som er ny i Noreg",
            "alle": "For alle",
            "begge": "For unge og vaksne",
        }
    ),
    any_audience="For {}",
    proof=MappingProxyType({"grad": "Du får ein grad", "autorisasjon": "Du søkjer om autorisasjon", "none": ""}),
    any_proof="Du får {}",
)


def words(lang: str) -> Words:
    """The words for a page in `lang`: nynorsk for nn, else bokmål."""
    return NYNORSK if lang.split("-")[0] == "nn" else BOKMAL
