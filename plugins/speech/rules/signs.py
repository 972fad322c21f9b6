"""Money, units and signs."""

from __future__ import annotations

import re

from .language import Language
from .rule import BLANK, NUMBER, Rule, after, digits, follows_number, just_before, rule

MONEY = r"kr\.?|Kr\.?|NOK|EUR|€|\$|£"
DONE = r"(?:,(?:-|–|—))?"


def _money_first(match: re.Match[str], language: Language) -> str | None:
    """ "kr 500" is said as it is thought: 500 kroner."""
    sign = language.currency.get(match["sign"])
    if not sign:
        return None
    low, high = match["low"], match["high"]
    number = digits(low) if not high else f"{digits(low)} {language.to} {digits(high)}"
    if language.comma_groups:
        number = number.replace(",", "")
    return f"{number} {language.unit(sign, number)}"


def _done(match: re.Match[str], language: Language) -> str | None:
    number = digits(match[1])
    return f"{number} {language.unit('kr', number)}" if "kr" in language.units else None


def _rate(match: re.Match[str], language: Language) -> str | None:
    """ "km/t" and "kr/mnd": the unit, then what it is counted by."""
    sign, per = match["sign"].rstrip("."), match["per"].rstrip(".")
    if sign not in language.units or per not in language.rates:
        return None
    return f"{language.unit(sign, follows_number(match) or '2')} {language.rates[per]}"


def _unit(match: re.Match[str], language: Language) -> str | None:
    number, sign = follows_number(match), match[0].rstrip(".")
    return language.unit(sign, number) if number and sign in language.units else None


def _sign(match: re.Match[str], language: Language) -> str | None:
    return language.signs.get(match[0])


def _paragraph(match: re.Match[str], language: Language) -> str | None:
    return language.paragraphs[len(match[0]) > 1] or None


def _slash(match: re.Match[str], language: Language) -> str | None:
    """ "lærer/rådgiver" is either; "og/eller" is said as it stands."""
    whole = re.search(r"[^\W\d_]*$", just_before(match))[0] + "/" + re.match(r"[^\W\d_]*", after(match))[0]
    return language.or_word if language.or_word and whole.lower() not in language.and_or else None


def _with_slash(match: re.Match[str], language: Language) -> str | None:
    return language.with_slash.get(match[0].lower())


RULES: tuple[Rule, ...] = (
    rule(rf"(?P<sign>{MONEY}){BLANK}?(?P<low>{NUMBER}(?:,\d{{3}})*)(?:[–-](?P<high>{NUMBER}))?{DONE}(?![\d])", _money_first),
    rule(rf"({NUMBER}),(?:-|–|—)(?:{BLANK}?kr\b\.?)?(?!\d)", _done),
    rule(r"(?P<sign>[^\W\d_]{1,4}[²³]?\.?)/(?P<per>[^\W\d_]+[²³2]?\.?(?=\W|$))", _rate),
    rule(r"(?:[^\W\d_]{1,4}[23²³]?|[%‰°℃€$£]C?)\.?(?!\w)", _unit),
    rule(r"[^\W\d_]/(?=\s?\w)(?<!\w\w/)", _with_slash),
    rule(r"(?<=[^\W\d_])/(?=[^\W\d_])", _slash),
    rule(r"§+", _paragraph),
    rule(r"°C|[%‰&=×±>≥≤№÷≈€]|<(?=\s?\d)|\+(?=\s)|(?<=\w)\+(?=\w)", _sign),
)
