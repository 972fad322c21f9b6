"""Numbers, ranges, fractions and ordinals; digits stay digits, which the voices say best."""

from __future__ import annotations

import re

from .dates import date
from .language import Language
from .rule import BLANK, DASH, NUMBER, Rule, after, digits, follows_number, just_before, one_by_one, rule

ORDINAL_NEXT = r"(?=\s+[^\W\d_A-ZÆØÅ]|-[^\W\d])"
SECTION = re.compile(r"§(?:\s*(?:\d[\d–-]*[a-z]?|og|and|,|til))*\s*$")
QUARTERS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}


def _range(match: re.Match[str], language: Language) -> str | None:
    """3–4 is "3 til 4"; a hyphen says so only between a smaller and a larger number."""
    low, high, sign = digits(match["low"]), digits(match["high"]), match["dash"].strip()
    if SECTION.search(just_before(match)):
        return f"{low} {high}"
    rising = float(low.replace(",", ".")) < float(high.replace(",", "."))
    if not rising and not (len(high) == 2 and len(low) == 4 and sign != "-"):
        return f"{low} {high}"
    return f"{low} {language.to} {high}{match['rest'] or ''}".replace("  ", " ")


def _ratio(match: re.Match[str], language: Language) -> str | None:
    return f"{match['low']} {language.to} {match['high']} {(match['rest'] or '')[1:]}".strip() if language.to else None


def _ordinals(match: re.Match[str], language: Language) -> str | None:
    return f"{match['low']}. {language.to} {match['high']}." if language.to else None


def fraction(text: str, match: re.Match[str], language: Language) -> str | None:
    """ "1/2" with the noun's gender, "2/3" in words, else "5 av 7"."""
    over, under = text.split("/")
    if int(over) > int(under):
        return date(over, under, "", language)
    noun = re.match(r"\s+([^\W\d]+)", after(match))
    if text == "1/2" and noun and noun[1].lower() in language.neuter:
        return language.half_neuter
    if text in language.halves:
        return language.halves[text]
    if under in language.denominators and over in language.numerators and int(over) < int(under):
        return f"{language.numerators[over]} {language.denominators[under][over != '1']}"
    return f"{over} {language.of} {under}" if language.of else None


def _fraction(match: re.Match[str], language: Language) -> str | None:
    said = fraction(QUARTERS.get(match["part"], match["part"]), match, language)
    if said is None or not match["whole"]:
        return said
    return f"{match['whole']} {language.and_word} {said}"


def _decimal_point(match: re.Match[str], language: Language) -> str | None:
    """2.1 is a version or a chapter, or a number from another language."""
    return match[0].replace(".", f" {language.point} ") if language.point else None


def _comma_groups(match: re.Match[str], language: Language) -> str | None:
    return match[0].replace(",", "") if language.comma_groups else None


def _joined(match: re.Match[str], language: Language) -> str | None:
    """ "25%", "10kg", "500kr", and "80 %-stilling"."""
    number, sign = digits(match["number"]), match["sign"].rstrip(".")
    if sign not in language.units or (match["rest"] and sign != "%"):
        return None
    return f"{number} {language.unit(sign, number)}{' ' + match['rest'][1:] if match['rest'] else ''}"


def _minus(match: re.Match[str], language: Language) -> str | None:
    return f"{language.minus} {digits(match[1])}" if language.minus and not follows_number(match) else None


def _number(match: re.Match[str], language: Language) -> str | None:
    """Groups of digits as one number, a decimal comma within it."""
    return digits(match[0]) if not match[0].isdigit() else None


def _list_number(match: re.Match[str], language: Language) -> str | None:
    return match[1] if not match.string[: match.start()].strip() else None


RULES: tuple[Rule, ...] = (
    rule(r"24/7(?!\d)", lambda match, _: "24 7"),
    rule(r"(?P<low>\d{4})/(?P<high>\d{4}|\d\d)(?!\d)", lambda match, _: f"{match['low']} {match['high']}"),
    rule(rf"(?P<low>\d{{1,3}})\.\s?{DASH}\s?(?P<high>\d{{1,3}})\.{ORDINAL_NEXT}", _ordinals),
    rule(rf"(?P<low>{NUMBER})(?P<dash>–|—|-|\s[–—]\s)(?P<high>{NUMBER})(?P<rest>-[^\W\d]\w*)?(?![\d/.]\d|{DASH}\d|\d)", _range),
    rule(rf"(?:(?P<whole>\d+){BLANK}?)?(?P<part>[½¼¾⅓⅔])", _fraction),
    rule(rf"(?:(?P<whole>\d+){BLANK})?(?P<part>\d{{1,2}}/\d{{1,3}})(?![\d/])", _fraction),
    rule(r"\d{1,3}(?:,\d{3})+(?![\d,])", _comma_groups),
    rule(rf"(?P<number>{NUMBER})(?P<sign>[^\W\d_]{{1,4}}[²³]?|%)(?P<rest>-[^\W\d]\w*)?(?!\w)", _joined),
    rule(rf"(?P<number>{NUMBER}){BLANK}(?P<sign>%)(?P<rest>-[^\W\d]\w*)", _joined),
    rule(rf"[−–-]({NUMBER})(?![\w/])", _minus),
    rule(r"\+(\d+)(?!\d)", lambda match, language: f"{language.plus} {match[1]}" if language.plus else None),
    rule(r"(\d+)\+(?![\w+])", lambda match, language: f"{match[1]} {language.plus}" if language.plus else None),
    rule(r"\d+(?:\.\d+)+(?!\d)(?<!\.\d{3})", _decimal_point),
    rule(rf"{NUMBER}(?!\w|,\d)", _number),
    rule(rf"\d{{1,3}}\.(?:-\w+|{ORDINAL_NEXT})", lambda match, _: match[0]),
    rule(r"\d{1,3}\.(?=[^\W\d_A-ZÆØÅ]{3})", lambda match, _: match[0]),
    rule(r"(\d{1,2})(?=\.\s+\S)", _list_number),
    rule(r"(?P<low>\d{1,3}):(?P<high>\d{1,3})(?P<rest>-[^\W\d]\w*)?(?![\w:])", _ratio),
    rule(r"0\d+(?!\w)", lambda match, _: one_by_one(match[0])),
)
