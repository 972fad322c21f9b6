"""English: how signs and short forms are said."""

from __future__ import annotations

from .language import Language, same, two

MONTHS = tuple("January February March April May June July August September October November December".split())
DAYS = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
EN = Language(
    code="en",
    vowels="aeiouy",
    link="link to",
    image="Picture",
    to="to",
    minus="minus",
    plus="plus",
    point="point",
    or_word="or",
    and_or=frozenset({"and/or"}),
    comma_groups=True,
    signs={
        "%": "percent", "&": "and", "=": "equals", "×": "times", ">": "over", "<": "under", "≥": "at least", "≤": "at most",
        "+": "plus", "±": "plus minus",
    },
    paragraphs=("section", "sections"),
    months=MONTHS,
    weekdays=DAYS,
    halves={"1/2": "a half", "1/4": "a quarter", "3/4": "three quarters"},
    of="out of",
    and_word="and",
    units={
        "%": same("percent"), "kr": two("krone", "kroner"), "NOK": two("krone", "kroner"), "€": two("euro", "euros"),
        "$": two("dollar", "dollars"), "£": two("pound", "pounds"), "kg": two("kilo", "kilos"), "km": two("kilometre", "kilometres"),
        "m": two("metre", "metres"), "cm": two("centimetre", "centimetres"), "mm": two("millimetre", "millimetres"),
        "m²": two("square metre", "square metres"), "°C": two("degree", "degrees"), "min": two("minute", "minutes"),
        "hr": two("hour", "hours"), "hrs": two("hour", "hours"), "h": two("hour", "hours"), "g": two("gram", "grams"),
        "l": two("litre", "litres"),
    },
    rates={"h": "an hour", "hour": "an hour", "month": "a month", "year": "a year", "week": "a week", "day": "a day"},
    currency={"kr": "kr", "NOK": "kr", "€": "€", "$": "$", "£": "£"},
    abbreviations={
        "e.g.": "for example", "i.e.": "that is", "etc.?": "et cetera", "vs.?": "versus", "Mr.?": "Mister", "Mrs.?": "Missis",
        "Dr.": "Doctor", "approx.": "approximately", "no.": "number", "a.m.": "A M", "p.m.": "P M", "dept.": "department",
        "incl.": "including", "max.": "maximum", "tel.": "telephone", "24/7": "24 7", "ok": "okay",
    },
    not_last=frozenset({"max"}),
    numbered=frozenset({"no"}),
    spelt=frozenset("IT ICT AI EU UK US USA UN ID DNA CV HR PC".split()),
    words=frozenset("NAV NATO AIDS UNESCO UNICEF OK".split()),
    common=frozenset(
        "THE AND OR A I IN ON AT TO OF BY IS ARE BE IF WE YOU HE SHE ALL NOT NEW NOW CAN FOR WITH AS AN DO GO NO "
        "YES OUR".split()
    ),
    ranges=frozenset([*(month.lower() for month in MONTHS), *DAYS, *(day.lower() for day in DAYS.values())]),
    phone_cues=frozenset("tel tel. telephone phone call mobile text".split()),
    date_cues=frozenset({"deadline"}),
    not_time=frozenset("chapter version section point figure table".split()),
)  # fmt: skip
