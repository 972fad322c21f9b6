"""The room's own words that are part of a page's text, in the languages that pages are written in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """`transcript` opens the transcript, `shows` stands before what is seen in the film."""

    lang: str
    transcript: str
    shows: str


BOKMAL = Words("nb", "Les det som blir sagt i filmen", "Bildet viser")
ALL = (BOKMAL, Words("nn", "Les det som blir sagt i filmen", "Biletet viser"), Words("en", "Read what is said in the film", "On screen"))


def words(lang: str) -> Words:
    """The words in a language, bokmål where we do not have it."""
    return next((each for each in ALL if each.lang == lang), BOKMAL)
