"""Telephone numbers are said group by group, never as thousands."""

from __future__ import annotations

import re

from .language import Language
from .rule import BLANK, Rule, before, one_by_one, rule

COUNTRY = rf"(?:\(?(?:\+|00)\d{{1,3}}\)?{BLANK}?)"
EMERGENCY = ("110", "112", "113")
CUE_REACH = 3


def groups(number: str) -> str:
    """Groups of two are said as one number, those of three with a rest between; zeros one by one."""
    found = re.findall(r"\d+", number)
    said = [one_by_one(each) if each[0] == "0" else each for each in found]
    return (" " if all(len(each) <= 2 for each in found) else ", ").join(said)


def _international(match: re.Match[str], language: Language) -> str:
    country, rest = match["country"], match["rest"]
    code = re.sub(r"\D", "", country)
    said = f"{language.plus} {code}" if "+" in country and language.plus else one_by_one(code[:2]) + " " + code[2:]
    return f"{said} {groups(pairs(rest) if rest.isdigit() else rest)}"


def pairs(number: str) -> str:
    """A number written in one, cut as Norwegians say it: eight digits by two, others by three, or one by one."""
    if len(number) == 8:
        return re.sub(r"(\d\d)(?=\d)", r"\1 ", number)
    if len(number) == 9:
        return re.sub(r"(\d{3})(?=\d)", r"\1 ", number)
    return " ".join(number)


def is_called(match: re.Match[str], language: Language) -> bool:
    """A word for telephone stands just before."""
    return not language.phone_cues.isdisjoint(before(match, CUE_REACH))


def _whole(match: re.Match[str], _: Language) -> str:
    return groups(pairs(match[0]))


def _when_called(match: re.Match[str], language: Language) -> str | None:
    return groups(match[0]) if is_called(match, language) else None


def _emergency(match: re.Match[str], language: Language) -> str | None:
    return one_by_one(match[0]) if is_called(match, language) or before(match)[-1:] in (["på"], ["til"]) else None


RULES: tuple[Rule, ...] = (
    rule(rf"(?P<country>{COUNTRY})(?P<rest>\d{{2,4}}(?:{BLANK}\d{{2,4}}){{1,5}}|\d{{6,10}})(?![\d,])", _international),
    rule(rf"\d\d(?:{BLANK}\d\d){{3}}(?![\d,]|{BLANK}?\d)", lambda match, _: groups(match[0])),
    rule(rf"\d{{3}}{BLANK}\d\d{BLANK}\d{{3}}(?![\d,])", lambda match, _: groups(match[0])),
    rule(rf"116{BLANK}?\d{{3}}(?![\d,]|{BLANK}?\d)", lambda match, language: _when_called(match, language)),
    rule(rf"\d{{2,4}}(?:{BLANK}\d{{2,4}}){{1,5}}(?![\d,])", _when_called),
    rule(r"\d{7,}(?![\d,.]\d|\d)", _whole),
    rule(rf"(?:{'|'.join(EMERGENCY)})(?![\d,.–-]\d|\d)", _emergency),
    rule(r"0\d{2,}(?![\d,.]\d|\d)", lambda match, _: one_by_one(match[0])),
)
