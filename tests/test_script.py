"""What is said: the gold file of sentences, and what only a Block can tell."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from plugins import document, speech
from plugins.document import Block, Page, Site, Span
from plugins.document.abbreviations import abbreviations
from plugins.speech.lexicon import Lexicon, read_lexicon
from plugins.speech.rules.en import EN
from plugins.speech.rules.nb import NB
from plugins.speech.rules.uk import UK
from plugins.speech.script import script
from plugins.speech.settings import SpeechSettings
from plugins.speech.show import spoken

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = SpeechSettings(store=ROOT / "audio" / "store", lexicon=ROOT / "audio" / "uttale.yaml")
LEXICON, FAULTS = read_lexicon(SETTINGS.lexicon)
GOLD = YAML(typ="safe").load((ROOT / "tests" / "cases" / "speech_gold.yaml").read_text("utf-8"))
CASES = [(kind["kind"], kind.get("lang", "nb"), *case) for kind in GOLD for case in kind["cases"]]


@pytest.mark.parametrize(("kind", "lang", "written", "expected"), CASES)
def test_gold(kind: str, lang: str, written: str, expected: str) -> None:
    lexicon = LEXICON if kind.startswith("lexicon") else Lexicon()  # a respelled word must not hide what a rule did
    found = script([Block("b1", "p", written, lang)], SETTINGS, lexicon)
    assert " | ".join(spoken(each) for each in found) == expected


def said(markdown: str, lang: str = "nb", title: str = "—") -> list[str]:
    """What is said of a page's body, sentence by sentence, through the one parse."""
    page = document.read_bytes(f"---\ntitle: {title}\nlang: {lang}\n---\n\n{markdown}\n".encode(), "sider/prove.md")
    return [spoken(each) for each in script(page.blocks, SETTINGS, Lexicon())]


def test_pictures_are_told_where_they_stand_and_decoration_is_not() -> None:
    text = "Før. ![En kokk ved en gryte](IMG_2041.jpg) ![](strek.png) ![Strek](a.png){.pynt} Etter."
    assert said(text) == ["Før.", "Bilde: En kokk ved en gryte.", "Etter."]
    assert said("![En kokk, f.eks. Ola](a.png)") == ["Bilde: En kokk, for eksempel Ola."]
    assert said("Her er ![en gryte](a.png) på bordet.") == ["Her er på bordet.", "Bilde: en gryte."]


def test_a_picture_is_outlined_where_it_stands() -> None:
    found = script([Block("b1", "p", "😀 Før.  Etter.", "nb", spans=(Span(8, 8, "image", "En kokk"),))], SETTINGS, LEXICON)
    assert [(each.text, each.start, each.end) for each in found] == [("😀 Før.", 0, 7), ("Bilde: En kokk", 8, 8), ("Etter.", 9, 15)]
    assert {(word.start, word.end) for word in found[1].words} == {(8, 8)}


def test_a_caption_that_says_the_same_is_said_once() -> None:
    figure = '<figure><img src="a.png" alt="En kokk"><figcaption>{}</figcaption></figure>'
    assert said(figure.format("En kokk")) == ["En kokk."]
    assert said(figure.format("Ola på jobb")) == ["Bilde: En kokk.", "Ola på jobb."]


TABLE = "| Yrke | Lønn |  |\n|---|---|---|\n| Kokk | 500 kr | ja |\n| Lærer | | nei |\n"


def test_a_cell_is_said_after_the_head_of_its_column() -> None:
    assert said(TABLE) == ["Yrke: Kokk.", "Lønn: 500 kroner.", "ja.", "Yrke: Lærer.", "nei."]


def test_the_words_of_a_head_keep_their_own_place() -> None:
    page = document.read_bytes(f"---\ntitle: X\n---\n\n{TABLE}".encode(), "sider/x.md")
    first = script(page.blocks, SETTINGS, LEXICON)[0]
    assert [word.block for word in first.words] == [page.blocks[0].id, first.block] and first.block != page.blocks[0].id
    assert [each.pause for each in script(page.blocks, SETTINGS, LEXICON)] == [200, 200, 400, 200, 400]


def test_tables_without_a_head_or_with_heads_of_rows() -> None:
    assert said("<table><tr><td>Sted</td><td>Ås</td></tr></table>") == ["Sted.", "Ås."]
    assert said("<table><tr><th>Sted</th><td>Ås</td></tr><tr><th>År</th><td>2</td></tr></table>") == ["Sted.", "Ås.", "År.", "2."]
    assert said("<table><tr><th>Bare</th><th>hoder</th></tr></table>") == ["Bare.", "hoder."]
    nested = "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><ul><li>x</li><li>y</li></ul></td></tr></table>"
    assert said(nested)[0] == "A: 1." and "x" in " ".join(said(nested)) and "y" in " ".join(said(nested))


def test_an_abbreviation_is_explained_the_first_time() -> None:
    text = "Ta HMS-kort. Lær HMS. Spør NAV.\n\nHMS er viktig.\n\n*[HMS]: Helse, miljø og sikkerhet\n*[NAV]: NAV, arbeids- og velferdsetaten"
    assert said(text) == [
        "Ta HMS-kort, Helse, miljø og sikkerhet.", "Lær HMS.", "Spør NAV, arbeids- og velferdsetaten.", "HMS er viktig.",
    ]  # fmt: skip


def test_notes_arrows_and_code_are_not_said() -> None:
    text = "Hun sluttet i året.[^1] Lønna er god.\n\nKjør `pip install noe` nå.\n\n```\nkode. Kode.\n```\n\n[^1]: Kilde: Nav."
    assert said(text) == ["Hun sluttet i året.", "Lønna er god.", "Kjør nå.", "Kilde: Nav."]
    assert said("`bare kode`") == []


def test_links_are_their_text() -> None:
    assert said("[Les om yrket](https://www.eksempel.no/y?z=2).") == ["Les om yrket."]
    assert said("<https://www.eksempel.no/y?z=2>") == ["lenke til eksempel.no."]


def test_lines_and_words_join_as_they_are_seen() -> None:
    assert said("En<br>to") == ["En.", "to."]
    assert said("Yrkes**fag** og H<sub>2</sub>O.") == ["Yrkesfag og H2O."]
    assert said("En lang\nlinje i kilden.") == ["En lang linje i kilden."]


def test_everything_hidden_in_folds_is_said_in_page_order() -> None:
    text = "Først.\n\n/// details | Mer om lønn\nLønna er god.\n\n- ti\n- tre\n///\n\nSist."
    assert said(text) == ["Først.", "Mer om lønn.", "Lønna er god.", "ti.", "tre.", "Sist."]


def test_each_stretch_of_language_has_its_own_rules_and_voice() -> None:
    text = 'Vi sier <span lang="en">3–4 years, e.g. in IT</span> og 3–4 år, f.eks. i IT.'
    page = document.read_bytes(f"---\ntitle: X\n---\n\n{text}\n".encode(), "sider/x.md")
    (sentence,) = script(page.blocks, SETTINGS, LEXICON)
    assert spoken(sentence) == "Vi sier 3 to 4 years, for example in I T og 3 til 4 år, for eksempel i I T."
    assert [word.lang for word in sentence.words].count("en") == 5


def test_what_no_voice_can_say_is_left_out() -> None:
    assert said('Hei.\n\n<p lang="se">Bures boahtin</p>') == ["Hei."]


@pytest.mark.parametrize(("written", "seen"), [
    ("Yrkes\u00adfag\u00adlærer", "Yrkesfaglærer"), ("hel\u200bse", "helse"), ("a\u030ar", "år"),
])  # fmt: skip
def test_marks_cover_what_is_seen(written: str, seen: str) -> None:
    (sentence,) = script([Block("b1", "p", f"😀 {written}!", "nb")], SETTINGS, LEXICON)
    (word,) = sentence.words
    assert (word.text, word.spoken, word.start, word.end) == (seen, seen, 3, 3 + len(written))


def test_the_json_of_the_command_has_the_promised_shape(tmp_path: Path) -> None:
    page = Page(document.read_bytes("---\ntitle: Lønn\nsummary:\n  - Du får 500 kr.\n---\n\nHei.\n".encode(), "sider/x.md"))
    site = Site(tmp_path, document.Settings("X", speech=SETTINGS), tmp_path, pages=[page])
    shown = speech.script_json(page, site)
    assert shown["lang"] == "nb" and [each["text"] for each in shown["sentences"]] == ["Lønn", "Du får 500 kr.", "Hei."]
    assert shown["sentences"][1]["words"][3] == {"text": "kr", "spoken": "kroner", "lang": "nb", "block": "kort-1", "start": 11, "end": 13}
    assert speech.script_text(page, site).splitlines()[1] == "kort-1\t0–14\tnb\tDu får 500 kroner."


def test_every_abbreviation_that_is_said_is_known_to_the_splitter() -> None:
    for lang, rules in (("nb", NB), ("en", EN), ("uk", UK)):
        known = abbreviations(lang)
        dotted = {key.rstrip("?").rstrip(".").lower() for key in rules.abbreviations if key.rstrip("?").endswith(".")}
        assert dotted <= known.never | known.may, sorted(dotted - known.never - known.may)


def test_the_shipped_lexicon_can_be_read() -> None:
    assert FAULTS == [] and LEXICON.say("kundeservice", "nb") == "kundesørvis"


@pytest.mark.parametrize(("text", "line"), [
    ("a: b\na: c\n", 2), ("a: [b]\n", 1), ("ok: fint\nb:\n", 2), ("- a\n- b\n", 1), ("&x [*x]\n", 1), ("a: '<break/>'\n", 1),
    ("a: b: c\n", 1), ("au pair: å per\n", 1), ("\tx: y\n", 1),
])  # fmt: skip
def test_a_wrong_lexicon_is_told_by_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "uttale.yaml"
    path.write_text(text, "utf-8")
    _, faults = read_lexicon(path)
    assert [(each.code, each.level, each.line) for each in faults] == [("lexicon", "error", line)]


def test_a_word_of_the_lexicon_is_for_its_languages(tmp_path: Path) -> None:
    path = tmp_path / "uttale.yaml"
    path.write_text("team: tim\nnb nn:\n  design: disain\nen:\n  Nav: nahv\n", "utf-8")
    lexicon, faults = read_lexicon(path)
    said = {lang: [lexicon.say(word, lang) for word in ("team", "design", "nav")] for lang in ("nb", "nn", "en")}
    assert faults == []
    assert said == {"nb": ["tim", "disain", None], "nn": ["tim", "disain", None], "en": ["tim", None, "nahv"]}


def test_no_lexicon_is_an_empty_one(tmp_path: Path) -> None:
    lexicon, faults = read_lexicon(tmp_path / "none.yaml")
    assert faults == [] and lexicon.say("service", "nb") is None


@pytest.mark.parametrize(
    "part", ["12 34 ", "a.a.", "+.", "!", "(", "§ 1-2 ", "1/2/", "a/b/", "www.", "@", "#-", "A", "1.", "–", "\u0301", "kr 1 ", "<a "],
)  # fmt: skip
def test_hostile_text_takes_no_more_time_than_its_length(part: str) -> None:
    started = time.process_time()
    script([Block("b1", "p", part * (8_000 // len(part)), "nb")], SETTINGS, LEXICON)
    assert time.process_time() - started < 3
