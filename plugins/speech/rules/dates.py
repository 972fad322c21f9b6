"""Dates and times of day."""

from __future__ import annotations

import re

from .language import Language
from .rule import BLANK, DASH, Rule, after, before, rule

TIME = r"(?P<h{0}>\d{{1,2}})(?:[.:](?P<m{0}>[0-5]\d))?"
NAMED = frozenset({"kl", "kl.", "klokka", "klokken", "at"})
CLOCK = NAMED | {"fra", "til", "from", "to"}


def date(day: str, month: str, year: str, language: Language) -> str | None:
    """A date in words, day and year as digits; None where there is no such date."""
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= len(language.months)):
        return None
    name, number = language.months[int(month) - 1], int(day)
    first = f"{number}. {name}" if language.code in ("nb", "nn") else f"{number} {name}"
    return f"{first} {year}".strip()


def _date(match: re.Match[str], language: Language) -> str | None:
    return date(match["day"], match["month"], match["year"], language)


def _short_date(match: re.Match[str], language: Language) -> str | None:
    """ "15.3." and "17/5" are dates only after a word that says so."""
    if language.date_cues.isdisjoint(before(match)):
        return None
    said = date(match["day"], match["month"], "", language)
    return said


def _month(match: re.Match[str], language: Language) -> str | None:
    """ "5. aug." and "17. Mai": the month in full and in small letters."""
    name = match["month"].lower().rstrip(".")
    full = language.short_months.get(name, name if name in language.months else "")
    return f"{match['day']}. {full}" if full and full != match["month"] else None


def time(hour: str, minute: str | None) -> str:
    """14.00 is said 14, 8.05 is said 8 0 5."""
    minute = minute or "00"
    said = f"{int(hour)}"
    return said if minute == "00" else f"{said} {' '.join(minute) if minute[0] == '0' else minute}"


def _is_time(match: re.Match[str], hour: str, sign: str, language: Language) -> bool:
    if int(hour) > 24 or not language.months:
        return False
    if sign == ":" or hour[0] == "0" or not CLOCK.isdisjoint(before(match)):
        return True
    words = before(match)
    unit = re.match(rf"{BLANK}?([^\W\d]+|%)", after(match))
    return language.not_time.isdisjoint(words) and not (
        unit and (unit[1] in language.units or unit[1] in ("kroner", "prosent", "poeng", "millioner"))
    )


def _time(match: re.Match[str], language: Language) -> str | None:
    """8.30 is 8 30; a whole hour has "klokka" before it, else it would be any number."""
    if not _is_time(match, match["h1"], match["sign"], language):
        return None
    said = time(match["h1"], match["m1"])
    return said if " " in said or not NAMED.isdisjoint(before(match)) or not language.clock else f"{language.clock} {said}"


def _times(match: re.Match[str], language: Language) -> str | None:
    """Two times with a dash; one of them at least has minutes, or a clock is named."""
    if not language.to or int(match["h1"]) > 24 or int(match["h2"]) > 24 or not (match["m1"] or match["m2"]):
        return None
    return f"{time(match['h1'], match['m1'])} {language.to} {time(match['h2'], match['m2'])}"


RULES: tuple[Rule, ...] = (
    rule(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", _date),
    rule(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4}|\d\d)(?!\d)", _date),
    rule(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})[- /](?P<year>(?:19|20)\d\d)(?!\d)", _date),
    rule(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})(?!\d)(?:\.(?=\s+[^\WA-ZÆØÅ]))?", _short_date),
    rule(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])", _short_date),
    rule(rf"(?P<day>\d{{1,2}})\.{BLANK}?(?P<month>[A-Za-z]{{3,9}}(?![a-zæøå])\.?)", _month),
    rule(rf"{TIME.format(1)}\s?{DASH}\s?{TIME.format(2)}(?![\d,.]\d|\d|\.\d)", _times),
    rule(r"(?P<h1>\d{1,2})(?P<sign>[.:])(?P<m1>[0-5]\d)(?![\d:]|[.,]\d)", _time),
)
