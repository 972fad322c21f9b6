"""The settings of room plain: from where on something is told."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class PlainSettings:
    """Thresholds; 0 turns a remark off.

    `longest` is words of a sentence; `lix_short` and `lix_body` the highest LIX of "Kort sagt" and of the
    body; `rare` the Zipf value (wordfreq's, words per billion as a power of ten) below which a word is rare;
    `known` are abbreviations that everyone knows.
    """

    longest: int = 25
    lix_short: float = 30
    lix_body: float = 40
    rare: float = 3.0
    headings: bool = True
    passive: bool = True
    known: frozenset[str] = frozenset("NAV TV PC USB PDF OK SMS CD DVD QR ID EU FN USA UDI KI AI BSU".split())

    def __post_init__(self) -> None:
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, (int, float)) and value < 0:
                raise ValueError(f"pelicanconf.py: plain {each.name} er {value}. Skriv 0 eller mer.")
