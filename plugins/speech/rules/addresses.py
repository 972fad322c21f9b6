"""Web and mail addresses: their domain is enough to hear; the rest is for the eye."""

from __future__ import annotations

import re

from .language import Language
from .rule import Rule, rule

TAIL = r"(?:[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]'…])?"
HOST = r"(?:[\w-]{1,64}\.){1,8}[^\W\d_]{2,}"
DOMAINS = "no|com|org|net|eu|se|dk|fi|uk|de|io|info|edu|gov|fm|tv|app|dev"


def _address(match: re.Match[str], language: Language) -> str:
    host = re.sub(r"^www\d?\.", "", match["host"].lower())
    return f"{language.link} {host}".strip() if match["scheme"] else host


RULES: tuple[Rule, ...] = (
    rule(r"(?:mailto:)?([\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8})", lambda match, _: match[1]),
    rule(rf"(?P<scheme>(?i:https?|ftp)://)(?:[^\s/@]*@)?(?P<host>{HOST}|[\w.-]+)(?::\d+)?{TAIL}", _address),
    rule(rf"(?P<scheme>)(?P<host>(?i:www\.){HOST})(?:[/?#:]{TAIL})?", _address),
    rule(rf"(?P<scheme>)(?P<host>[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{0,8}}\.(?:{DOMAINS}))(?![\w-])(?:[/?#]{TAIL})?", _address),
    rule(r"[@#]((?=[\w-]{0,40}[^\W\d])[\w-]*\w)", lambda match, _: match[1]),
)
