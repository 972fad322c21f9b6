"""Room plain: LIX, the short version, remarks, explained words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from plugins import document, plain
from plugins.plain import frequency
from plugins.plain.explain import explained
from plugins.plain.passive import passive
from plugins.plain.remarks import Known, remarks
from plugins.plain.wordlist import Entry, Words
from tests.making import ROOT, read, write_tree

#: Least share of right passive remarks; the others are printed.
PASSIVE = 0.9
SAMPLE = ROOT / "tests" / "cases" / "plain_sample.yaml"


# Words, sentences and long words (over six letters) counted by hand.
@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("", (0, 0, 0)),
        ("Du kan søke.", (3, 1, 0)),
        ("Hei! Hva vil du bli? Spør oss.", (7, 3, 0)),
        ("Sykepleieren hjelper pasienten.", (3, 1, 3)),  # sykepleieren, hjelper, pasienten
        ("Du møter f.eks. en lege. Det er fint.", (8, 2, 0)),
        ("Det koster 4,5 millioner kroner. Prisen er kr. 1 250 000,50.", (9, 2, 2)),  # millioner, and the number of nine digits
        ("Du trenger:\n\n- vann\n- varme klær\n- en god matpakke", (8, 4, 2)),  # trenger, matpakke
        ("## Hva gjør du?\n\nDu lærer elektrikerfaget hos en bedrift.", (9, 2, 2)),  # elektrikerfaget, bedrift
        ("Helse- og omsorgsfag er et utdanningsprogram på videregående skole.", (9, 1, 3)),
        ("Skriv `print(elektriker)`.\n\n```\nkode som ikke telles med her\n```", (2, 1, 1)),
    ],
)  # fmt: skip
def test_lix_counts_what_a_person_counts(text: str, counts: tuple[int, int, int]) -> None:
    found = plain.lix(read(f"---\ntitle: T\n---\n\n{text}\n").blocks)
    assert (found.words, found.sentences, found.long) == counts
    words, sentences, long = counts
    assert found.value == pytest.approx(words / sentences + 100 * long / words if words else 0)


LONG_PAGE = """---
title: Kokk
---

## Hva gjør du?

Du lager mat til mange gjester. Det er travelt. Kokken smaker på maten hele dagen. Er du tålmodig?

## Hvor jobber du?

Mange kokker jobber på en restaurant. De fleste jobber om kvelden. Noen kokker lager mat på skip.

## Hva må du kunne?

Du må tåle å stå hele dagen. Gode kokker vasker hendene ofte. Maten skal være trygg for gjester.
"""


def test_a_page_without_a_summary_gets_whole_sentences_of_its_own() -> None:
    found = read(LONG_PAGE)
    made = plain.made_summary(found.blocks)
    text = " ".join(block.text for block in found.blocks)
    assert 3 <= len(made) <= 4 and all(sentence in text for sentence in made)
    assert [text.index(sentence) for sentence in made] == sorted(text.index(sentence) for sentence in made)
    assert not any(sentence.startswith(("Det ", "De ")) or sentence.endswith("?") for sentence in made)
    assert plain.made_summary(read("---\ntitle: Kort\n---\n\nDu lager mat. Det er gøy.\n").blocks) == ()


def walk(folder: Path, files: dict[str, str]) -> document.Site:
    """The Site of a content folder after rooms document and plain."""
    site = document.read_site(write_tree(folder, files), document.Settings("Lyttevei", sound=False))
    document.process(site)
    plain.process(site)
    return site


def test_check_offers_the_summary_and_speech_says_it(tmp_path: Path) -> None:
    site = walk(tmp_path, {"content/yrker/kokk.md": LONG_PAGE})
    (page,) = site.pages
    offer = next(each for each in site.problems if each.code == "summary-made")
    assert offer.level == "remark" and all(sentence in offer.message for sentence in page.plain.made)
    said = [block.text for block in document.spoken_blocks(page) if block.id.startswith("kort-")]
    assert tuple(said) == page.plain.made


WORDS = plain.make_words(
    [
        Entry(term="lærling", forms=["lærling", "lærlingen", "lærlinger"], explanation="En som lærer et yrke.", synonyms=["læregutt"]),
        Entry(term="omvalg", forms=["omvalg", "omvalget"], explanation="Å bytte linje."),
        Entry(term="NAV", forms=["NAV"], explanation="Kontoret som hjelper folk med jobb."),
        Entry(term="fagbrev", forms=["fagbrev", "fagbrevet"], explanation="Et bevis på at du kan faget."),
        Entry(term="fagbrev på jobb", forms=["fagbrev på jobb"], explanation="Å ta fagbrev mens du jobber."),
    ]
)


def told(row: dict) -> set[str]:
    """The kinds of remarks on a sentence of the sample, the rare words by themselves."""
    body = f"## {row['text']}" if row.get("heading") else row["text"]
    page = read(f"---\ntitle: Prøve\nlang: {row.get('lang', 'nb')}\n---\n\n{body}\n")
    known = Known(plain.PlainSettings(), plain.make_words(term.entry for term in WORDS.terms[:2]))
    found = [(each.code.removeprefix("plain-"), each.message) for each in remarks(page, known)]
    return {f"rare {message.split('ordet «')[1].split('»')[0]}" if kind == "rare" else kind for kind, message in found}


def test_remarks_are_right_on_the_sample(capsys: pytest.CaptureFixture[str]) -> None:
    """Precision of each kind on 100 sentences that were marked by hand; the figures are printed."""
    rows = YAML(typ="safe").load(SAMPLE.read_text(encoding="utf-8"))
    assert len(rows) >= 100
    right, given, wanted = Counter(), Counter(), Counter()
    wrong = []
    for row in rows:
        marked = {*row.get("kinds", ()), *(f"rare {word}" for word in row.get("rare", ()))}
        found = told(row)
        given.update(kind.split()[0] for kind in found)
        wanted.update(kind.split()[0] for kind in marked)
        right.update(kind.split()[0] for kind in found & marked)
        wrong += [f"{row['text']}: {kind}" for kind in found - marked]
    with capsys.disabled():
        for kind in sorted(wanted):
            precision = right[kind] / given[kind] if given[kind] else 0
            counted = f"({right[kind]} of {given[kind]}), recall {right[kind]} of {wanted[kind]}"
            print(f"\n  {kind:8} precision {precision:.2f} {counted}", end="")
    assert right["passive"] >= PASSIVE * given["passive"] and given["passive"] >= 15, wrong
    assert all(right[kind] >= 0.8 * given[kind] for kind in given), wrong


def test_code_tables_quotes_and_other_languages_are_left_alone() -> None:
    quiet = "---\ntitle: T\n---\n\n> Søknaden blir sendt til OT.\n\n| HMS | BHT |\n|---|---|\n| blir sendt | poliklinisk |\n\n"
    quiet += "`OT` er kode.\n\n```\nSøknaden blir sendt\n```\n\n<span lang=\"en\">The polyclinic was OT</span>\n"
    assert list(remarks(read(quiet), Known(plain.PlainSettings(), Words()))) == []


def test_thresholds_are_settings() -> None:
    page = read("---\ntitle: T\n---\n\n## Lønn\n\nDu må ta på deg en tverrfaglig hjelm nå. Den blir hentet.\n")
    found = [each.code for each in remarks(page, Known(plain.PlainSettings(longest=5), Words()))]
    assert found == ["plain-long", "plain-passive", "plain-heading"]
    off = plain.PlainSettings(longest=0, rare=0, headings=False, passive=False)
    assert list(remarks(page, Known(off, Words()))) == []
    with pytest.raises(ValueError, match="longest"):
        plain.PlainSettings(longest=-1)


def test_a_remark_has_line_sentence_and_advice() -> None:
    page = read("---\ntitle: T\n---\n\nDu lager mat.\n\nBrevet blir sendt.\n")
    (found,) = remarks(page, Known(plain.PlainSettings(), Words()))
    assert (found.line, found.code, found.level) == (7, "plain-passive", "remark")
    assert "«Brevet blir sendt.»" in found.message and "Skriv hvem" in found.message


def buttons(body: str, words: Words = WORDS) -> list[str]:
    """The texts that become buttons."""
    page = read(f"---\ntitle: T\n---\n\n{body}\n")
    text = {block.id: block.text.encode("utf-16-le") for block in page.blocks}
    found, _ = explained(page.blocks, words)
    return [text[each.block][2 * each.start : 2 * each.end].decode("utf-16-le") for each in found]


def test_words_are_found_in_all_their_forms_the_longest_first() -> None:
    assert buttons("En lærling tar fagbrev på jobb.") == ["lærling", "fagbrev på jobb"]
    assert buttons("Lærlingens lønn.") == ["Lærlingens"]
    assert buttons("🎧 NAV hjelper. Nav er midten av et hjul, og nav skrives smått.") == ["NAV"]


def test_words_stay_plain_where_they_would_be_in_the_way() -> None:
    assert buttons("## Hva er en lærling?\n\nDu lærer.") == []
    assert buttons("[En lærling](https://a.no) og `lærling` er alt tatt.") == []
    assert buttons("/// details | En lærling\nMer om lærling.\n///") == ["lærling"]
    assert buttons("fagbrev-kurs og lærlingplass") == []
    assert buttons("fag**brev** og lær**ling**") == []


def test_a_word_is_explained_once_in_each_section() -> None:
    assert buttons("En lærling og en lærling.\n\n## Og så?\n\nEn lærling.") == ["lærling", "lærling"]


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("words:\n  - term: a\n    explanation: b\n  - term: c\n", 4, "explanation"),
        ("words:\n  - term: a\n    explanation: b\n    farge: rød\n", 4, "farge"),
        ("words:\n  - term: a\n    explanation: b\n  - term: a\n    explanation: c\n", 4, "«a»"),
        ("words:\n  - term: a\n   explanation: [\n", 3, "leses"),
        ("words:\n  - term: a\n    explanation: " + "ord " * 30 + "\n", 3, "ord"),
    ],
)
def test_a_fault_in_the_word_list_has_file_and_line(text: str, line: int, word: str, tmp_path: Path) -> None:
    _, problems = plain.read_words(write_tree(tmp_path, {"content/ordliste.yaml": text}))
    assert [(each.file, each.line, each.level) for each in problems] == [("ordliste.yaml", line, "error")]
    assert word in problems[0].message


@pytest.mark.parametrize(
    ("word", "zipf"),
    [("og", 7.46), ("sykepleier", 4.22), ("it-utvikler", 4.45), ("skrutrkker", 0), ("og-skrutrkker", 0), ("", 0), ("-", 0)],
)
def test_how_common_a_word_is(word, zipf):
    """As wordfreq says."""
    assert frequency.zipf(word) == pytest.approx(zipf, abs=0.011)


@pytest.mark.parametrize("sentence", ["Noen blir prest etter andre jobber", "Det du kan fra livet elles", "Folk samles i kirken"])
def test_what_nobody_does_to_anybody_is_not_passive(sentence: str) -> None:
    assert passive(sentence.split()) == ""
