"""The one sentence splitter: where a listener hears an end, and what counts as a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.document.model import Block, Span
from plugins.document.sentences import sentences, words
from plugins.document.utf16 import to_index, units


def split(text: str, lang: str = "nb", spans: tuple[Span, ...] = ()) -> list[str]:
    """The sentences' own text, by their UTF-16 offsets."""
    found = sentences(Block("b1", "p", text, lang, spans=spans))
    return [text[to_index(text, start) : to_index(text, end)] for start, end in found]


SPLIT = [
    "Snittet var 4,5 poeng.|Møt kl. 08:30.|Lønna er 1 250 000,50 kroner.",
    "Snittet var 4,5 poeng.|Møt kl. 08.30.|Lønna er 1\u00a0250\u202f000,50 kroner.",
    "Første setning.|Andre\tsetning!|«Tredje»  setning?",
    "Du kan bli f.eks. Rørlegger eller tømrer.|Det er bra.",
    "Du får mat, klær osv.|Du får også lønn.",
    "Mat, klær osv. er med.",
    "Du kan bli f. eks. Rørlegger.",
    "Mat, klær o. l. Du".replace(". Du", ".|Du"),
    "Vi har bøker, pc m.m.|Alt er gratis.",
    "Ring tlf. 22 33 44 55 i dag.",
    "Søk innen 1. mars.|Du går i 8. klasse.",
    "Fest 17. Mai i år.",
    "Han sluttet i 2025.|Nå er han 18.|Bra!",
    "1. Søk jobb.|2. Skriv brev.",
    "«Hvor er du?» spurte hun.|«Her!»",
    "Han sa: «Jeg vil bli kokk.»|Det ble han.",
    "Tja … kanskje.|Ja.",
    "Vent …|Nå!",
    "Les mer på nav.no.|Der står alt.",
    "Se www.eksempel.no/a.b?c=d for mer.|Takk.",
    "Bjørn H. Hansen er lærer.|J. K. Rowling skriver.",
    "Du trenger førerkort klasse B.|Du må være 18 år.",
    "Det er bra.|3 av 4 får jobb.",
    "Det er bra. (Se under.)".replace(". (", ".|("),
    "Du får jobb.Den er fin.".replace(".D", ".|D"),
    "Han jobber hos Dr. Dahl.|Hun òg.",
    "Det koster ca. 500 kr.|Det er dyrt.",
    "Det koster kr. 500 i dag.",
    "Lønna er 2 mill. kroner.",
    "Hei!!!|Er du der?!|Ja.",
    "– Hei, sa han.|– Ha det, sa hun.",
    "jeg liker jobben. den er fin.".replace(". d", ".|d"),
    "Jf. Opplæringslova § 4-3.|Den gjelder.",
    "Kong Harald V. sa det.",
    "Møt t.o.m. fredag.|Så er det slutt.",
]


@pytest.mark.parametrize("text", SPLIT)
def test_a_sentence_ends_where_a_listener_hears_an_end(text: str) -> None:
    whole = text.replace("|", " " if "jobb.|Den" not in text else "")
    assert split(whole) == text.split("|")


@pytest.mark.parametrize("text", ["", "   ", "…", "—", "!?", "\u00a0", "\u200b", "***", "😀"])
def test_nothing_to_say_is_no_sentence(text: str) -> None:
    assert split(text) == [] and words(Block("b1", "p", text, "nb")) == []


def test_footnote_marks_are_blanks() -> None:
    text = "Hun sluttet i år.1 Lønna er god."
    assert split(text, spans=(Span(17, 18, "note"),)) == ["Hun sluttet i år.", "Lønna er god."]


def test_a_line_break_ends_a_sentence_and_a_new_line_in_the_source_does_not() -> None:
    assert split("En\nto", spans=(Span(2, 2, "break"),)) == ["En", "to"]
    assert split("En lang\nlinje") == ["En lang\nlinje"]


def test_offsets_are_utf16_after_an_emoji() -> None:
    text = "😀 Hei du. 👩‍🔧 Ha det."
    assert split(text) == ["😀 Hei du.", "👩‍🔧 Ha det."]


def test_english_has_its_own_abbreviations() -> None:
    assert split("Ask Mr. Smith, e.g. today. He knows.", "en-GB") == ["Ask Mr. Smith, e.g. today.", "He knows."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yrkes\u00adfag\u00adlærer og «jobben», (lærling) – e-post!", ["Yrkesfaglærer", "og", "jobben", "lærling", "e-post"]),
        ("Lønna er 1 250 000,50 kroner.", ["Lønna", "er", "1 250 000,50", "kroner"]),
        ("hel\u200bse \ufeffnorsk «jobb»\u2011søker a\u030ar", ["helse", "norsk", "jobb-søker", "år"]),
    ],
)
def test_words_are_what_is_seen(text: str, expected: list[str]) -> None:
    assert words(Block("b1", "p", text, "nb")) == expected


@given(st.text(alphabet=st.sampled_from("aÅb1.!? \n\u00a0\u00ad\u200b\u030a😀«»…,-\ud800\u202e٣"), max_size=60))
def test_sentences_lie_in_the_text_in_order_and_apart(text: str) -> None:
    last = 0
    for start, end in sentences(Block("b1", "p", text, "nb")):
        assert last <= start < end <= units(text)
        last = end
