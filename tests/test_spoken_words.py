"""Every word of any text is said, or listed as not said with the reason; marks lie within their Block, times rise."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.document import Block, Span
from plugins.document.utf16 import units
from plugins.speech.data import data
from plugins.speech.lexicon import Lexicon
from plugins.speech.make import make
from plugins.speech.script import script
from plugins.speech.unsaid import CHUNK, unsaid
from plugins.speech.voices import Espeak
from tests.making import read
from tests.test_speech import settings_in

WORDS = (
    "kokk Ærfugl blåbær f.eks. NAV 1 250 3,5 08.30 IT-utvikler ½ 25 % https://nav.no/a/b e@post.no Vg1 2-årig og/eller § 4 23.–24. a"
).split()
OTHERS = ["школа", "مدرسة", "שלום", "学校", "ታሪክ", "ไทย", "नमस्ते", "٣٤", "Ⅷ", "x²", "①", "ﬁn", "ß", "ǆ", "a\u0301\u0327"]
#: What is put between letters without being seen, and between words.
WITHIN = st.sampled_from(["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u202e", "\u202c", "\ufe0f"])
BETWEEN = st.sampled_from(
    [" ", "\u00a0", "\u202f", "\n", "\t", ". ", ", ", " – ", "/", "! ", " 😀 ", "👩\u200d🔧", "\u200f ", " (", ") ", " «", "» "]
)
LONG = st.integers(1, 5000).map("å".__mul__)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Words of many kinds with what is invisible in them, in composed or decomposed letters."""
    parts = []
    for word in draw(st.lists(st.one_of(st.sampled_from([*WORDS, *OTHERS]), st.text(max_size=6), LONG), min_size=1, max_size=8)):
        at = draw(st.integers(0, len(word)))
        parts += [word[:at], draw(st.one_of(st.just(""), WITHIN)), word[at:], draw(BETWEEN)]
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), "".join(parts))


@settings(max_examples=150)
@given(texts(), st.sampled_from(["nb", "nn", "en", "uk", "ar", "se"]))
def test_every_word_is_said_or_listed_with_a_reason(text: str, lang: str) -> None:
    block = Block("b1", "p", text, lang)
    chosen = settings_in(Path("x"))
    sentences = script([block], chosen, Lexicon())
    silent = unsaid([block], sentences, chosen)
    assert [each for each in silent if not each.reason] == []
    assert lang == "se" or not silent
    assert all(0 <= word.start < word.end <= units(text) for sentence in sentences for word in sentence.words)


@st.composite
def pages(draw: st.DrawFn) -> list[Block]:
    """Some Blocks in several languages, with stretches in others and pictures in them."""
    langs, found = st.sampled_from(["nb", "nn", "en", "uk", "ar", "se"]), []
    for number in range(draw(st.integers(1, 4))):
        text = draw(texts())
        places = sorted(draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
        at, _, start, end = (units(text[:place]) for place in places)
        spans = [Span(at, at, "image", draw(texts()))] if draw(st.booleans()) else []
        spans += [Span(start, end, "lang", draw(langs))] if start < end and draw(st.booleans()) else []
        kind = draw(st.sampled_from(["p", "h2", "li", "figcaption", "pre"]))
        found.append(Block(f"b{number}", kind, text, draw(langs), spans=tuple(spans), inside=(f"figure:{draw(st.integers(0, 1))}",)))
    return found


@settings(max_examples=60)
@given(pages())
def test_every_word_and_picture_of_a_page_is_said_or_listed_with_a_reason(blocks: list[Block]) -> None:
    chosen = settings_in(Path("x"))
    sentences = script(blocks, chosen, Lexicon())
    silent = unsaid(blocks, sentences, chosen)
    assert [each for each in silent if not each.reason] == []
    by_id = {block.id: block for block in blocks}
    for block in blocks:
        for picture in (span for span in block.spans if span.kind == "image" and CHUNK.search(span.value)):
            place = (block.id, picture.start, picture.start)
            assert [(each.block, each.start, each.end) for each in (*sentences, *silent)].count(place) == 1
    for word in (word for sentence in sentences for word in sentence.words):
        assert 0 <= word.start <= word.end <= units(by_id[word.block].text) and chosen.voice(word.lang)
    said = {(word.block, word.start, word.end) for sentence in sentences for word in sentence.words}
    assert not said & {(each.block, each.start, each.end) for each in silent}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(texts(), st.sampled_from(["nb", "en", "uk"])), min_size=1, max_size=3))
def test_times_rise_and_lie_within_the_sound(tmp_path: Path, given_: list[tuple[str, str]]) -> None:
    chosen, written = settings_in(tmp_path), [text for text, _ in given_]
    found = [Block(f"b{number}", "p", text, lang) for number, (text, lang) in enumerate(given_)]
    sentences = script(found, chosen, Lexicon())
    if not sentences:
        return
    made, _ = make(sentences, chosen, Espeak(chosen.rate))
    value = data(sentences, made)
    assert len(made.words) == sum(len(each.words) for each in sentences) == sum(value["sentences"][3::6])
    assert list(made.words) == sorted(made.words) and made.words[0] >= 0 and made.words[-1] <= made.length
    for start, length, block in zip(value["words"][::3], value["words"][1::3], _blocks(value), strict=True):
        assert start >= 0 and start + length <= units(written[int(block[1:])])


def _blocks(value: dict) -> list[str]:
    """The Block of each word."""
    rows = zip(value["sentences"][::6], value["sentences"][3::6], strict=True)
    return [value["blocks"][place] for place, count in rows for _ in range(count)]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u202e"])
def test_what_is_not_seen_changes_nothing_that_is_said(sign: str) -> None:
    text = "Yrkesfaglæreren får 450 000 kroner."
    plain, odd = (script([Block("b1", "p", each, "nb")], settings_in(Path("x")), Lexicon()) for each in (text, sign.join(text)))
    assert [word.spoken for each in odd for word in each.words] == [word.spoken for each in plain for word in each.words]


def test_a_word_of_5000_letters_is_said_with_a_time(tmp_path: Path) -> None:
    chosen = settings_in(tmp_path)
    sentences = script([Block("b1", "p", f"Ordet {'å' * 5000} er langt.", "nb")], chosen, Lexicon())
    made, _ = make(sentences, chosen, Espeak(chosen.rate))
    assert [word.end - word.start for word in sentences[0].words] == [5, 5000, 2, 5]
    assert len(set(made.words)) == 4


def test_the_reasons_are_those_a_reader_expects(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Prøve\n---\n\nSkriv `ls -l` her.[^1]\n\n    kode her\n\n"
        '<p lang="se">Bures boahtin</p>\n\n| A | B |\n|---|---|\n| en |  |\n\n[^1]: Noten.\n'
    )
    chosen, blocks = settings_in(tmp_path), read(text).blocks
    found = unsaid(blocks, script(blocks, chosen, Lexicon()), chosen)
    assert [(each.text, each.reason) for each in found] == [
        ("ls", "kode"), ("l", "kode"), ("1", "fotnotemerke"), ("kode", "kode"), ("her", "kode"),
        ("Bures", "ingen stemme for se"), ("boahtin", "ingen stemme for se"), ("B", "kolonnen er tom"),
    ]  # fmt: skip


def test_a_picture_whose_text_is_not_said_is_listed() -> None:
    text = (
        '---\ntitle: Prøve\n---\n\n<figure><img src="a.png" alt="En kokk"><figcaption>En kokk</figcaption></figure>\n\n'
        '![Et brød](a.png) ![…](a.png) ![](a.png){.pynt}\n\n<p lang="se"><img src="a.png" alt="Láibi"></p>\n'
    )
    blocks, chosen = read(text).blocks, settings_in(Path("x"))
    found = unsaid(blocks, script(blocks, chosen, Lexicon()), chosen)
    assert [(each.text, each.reason) for each in found] == [
        ("En kokk", "står i teksten under bildet"), ("Láibi", "ingen stemme for se"),
    ]  # fmt: skip
    blocks = read("---\ntitle: Prøve\n---\n\n| ![En mynt](a.png) Lønn |\n|---|\n| 500 kr |\n").blocks
    found = unsaid(blocks, script(blocks, chosen, Lexicon()), chosen)
    assert [(each.text, each.reason) for each in found] == [("En mynt", "bilde i tabellens hode")]


def test_spans_that_are_not_said_do_not_hide_their_neighbours() -> None:
    block = Block("b1", "p", "kodeord", "nb", spans=(Span(0, 4, "code"),))
    chosen = settings_in(Path("x"))
    assert [(each.text, each.reason) for each in unsaid([block], script([block], chosen, Lexicon()), chosen)] == [("kode", "kode")]
