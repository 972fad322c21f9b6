"""Abbreviations with a full stop, for the sentence splitter: data, no rules.

`never`: something always follows them, so they never end a sentence. `may`: they end one when a
capital follows ("osv. Du ..."). Written in lower case, without the last full stop. `capitals`:
words before a lone capital that make it a name ("klasse B. Du ..."), not an initial.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The abbreviations of one language."""

    never: frozenset[str]
    may: frozenset[str]
    months: frozenset[str]
    capitals: frozenset[str] = frozenset()


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


NORWEGIAN = Abbreviations(
    never=_set(
        "f.eks feks t.eks bl.a bla ca kl kap nr jf jfr cf iht i.h.t dvs d.v.s evt ev tlf mob vs pga p.g.a mht m.h.t mtp m.t.p "
        "ift i.f.t vedr ang ifm i.f.m ifb ifbm dr prof adm adm.dir avd forts inkl ekskl gj.sn gj.snitt gjsn oppg pkt utg hr fr "
        "frk cand cand.mag stud fung ass nestl tilsv f.o.m fom bd dss m.a.o mao s.k p.t prost tidl vbl sml vg pr pst vha v.h.a "
        "hhv h.h.v kgl t.d m.a man mand tir tirs ons tors fre lør søn"
    ),
    may=_set(
        "osv o.s.v mfl m.fl m.m mm mv m.v o.l ol o.a e.l el etc mill mrd mia kr stk mnd min sek t.o.m tom d.d d.å d.m e.kr "
        "f.kr s a/s a.s ltd inc jr sr dgl årg øvr org.nr tlf.nr m.h o.fl maks eks spes int st fig tab ref vgs"
    ),
    months=_set(
        "januar februar mars april mai juni juli august september oktober november desember "
        "jan feb febr mar apr jun jul aug sep sept okt nov des"
    ),
    capitals=_set(
        "klasse plan type gruppe vitamin del punkt førerkort alternativ vedlegg bokstav hepatitt nivå språk avsnitt og eller fag "
        "trinn kategori karakteren karakter"
    ),
)
ENGLISH = Abbreviations(
    never=_set("e.g i.e vs mr mrs ms dr prof st fig vol approx cf dept est gen gov rev sen al incl excl max tel ext"),
    may=_set("etc no inc ltd co jr sr a.m p.m u.s u.k e.u"),
    months=_set("january february march april may june july august september october november december"),
    capitals=_set("class plan type group vitamin part grade level section category and or"),
)
UKRAINIAN = Abbreviations(
    never=_set("напр тобто тел вул буд кв пл просп обл м с ст див ім проф акад ред пор рис табл гр стор"),
    may=_set("ін т.д т.п грн млн млрд тис р рр год хв сек"),
    months=_set("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
)
LANGUAGES = MappingProxyType({"nb": NORWEGIAN, "nn": NORWEGIAN, "no": NORWEGIAN, "en": ENGLISH, "uk": UKRAINIAN})


def abbreviations(lang: str) -> Abbreviations:
    """Those of `lang` ("en-GB" as "en"); Norwegian ones where a language has none of its own."""
    return LANGUAGES.get(lang.split("-")[0].lower(), NORWEGIAN)
