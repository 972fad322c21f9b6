"""Front matter: what editors write wrong is mended and told, or refused with where and what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.document.dates import read_date
from plugins.document.header import read_header
from tests.making import codes, read


def values(front: str) -> dict:
    return read_header(f"---\n{front}\n---\n\nTekst.").values


@pytest.mark.parametrize(
    "title",
    [
        "Fag: norsk og matte",
        "@hjem",
        "50 % av tiden",
        "*viktig*",
        "&mer",
        "!pass på",
        "`kode`",
        "- tre ting",
        "Kokk #1",
        "{kokk} og",
        "C#",
        "a: b: c",
        "Hva? : ja",
        "[bygg] og anlegg",
        '"Sitat" sier hun',
        "'n gang",
        "100 %",
        "> stor",
        "| strek",
        "0123",
        "no",
        "2026-01-02",
        "~5 år",
    ],
)
def test_a_title_is_the_whole_line(title):
    assert values(f"title: {title}") == {"title": title}


def test_a_comment_needs_blanks_on_both_sides():
    assert values("title: Kokk: mat # husk dette") == {"title": "Kokk: mat"}


def test_block_scalars_are_left_alone():
    assert values("summary: |\n  En: to\n  *tre*\n\n  #fire\ntags: [a, b]") == {"summary": "En: to\n*tre*\n\n#fire\n", "tags": ["a", "b"]}


def test_a_list_over_several_lines():
    assert values("tags: [helse,\n  omsorg]") == {"tags": ["helse", "omsorg"]}


def test_a_key_without_a_blank_behind_it():
    assert values("title:Kokk\nsummary:Fag: mat") == {"title": "Kokk", "summary": "Fag: mat"}


def test_aliases_neither_recurse_nor_grow():
    header = read_header("---\na: &x\n  - *x\nb: *x\n---\n")
    assert "front-matter" in [code for _, _, code in header.faults]


@pytest.mark.parametrize("fence", ["---", "———", "—", "–––", "--- ", "–-", "-----"])
def test_fences_that_word_made_long(fence):
    header = read_header(f"{fence}\ntitle: Kokk\n{fence}\nTekst")
    assert (header.values, header.body, header.body_line) == ({"title": "Kokk"}, "Tekst", 4)


def test_values_without_fences_are_read_and_said():
    document = read("title: Kokk\nlang: nn\n\nTekst her.")
    assert (document.data["title"], document.data["lang"], document.blocks[0].text) == ("Kokk", "nn", "Tekst her.")
    assert "repaired" in codes(document.problems)


@pytest.mark.parametrize(
    ("front", "line", "code"),
    [
        ("title: Kokk\ntags: [a", 3, "front-matter"),
        ("title: Kokk\ntitle: Lege", 3, "duplicate-key"),
        ("title: Kokk\nkind: yrkke", 3, "kind-unknown"),
        ("title: Kokk\nstatus: kanskje", 3, "value"),
        ("lang: nb", 1, "title-missing"),
        ("title: [a, b]", 2, "value"),
        ("title: Kokk\ndate: 31.02.2026", 3, "value"),
        ("title: Kokk\nlang: bokmålnorsk språk", 3, "value"),
    ],
)
def test_errors_name_their_line(front, line, code):
    found = read(f"---\n{front}\n---\n\nTekst.").problems
    assert [(each.line, each.code, each.level) for each in found if each.level == "error"] == [(line, code, "error")]


def test_an_open_header_is_an_error_and_nothing_of_it_is_printed():
    document = read("---\ntitle: Kokk\n\nTekst.")
    assert codes(document.problems) == ["front-matter-open"]
    assert [block.text for block in document.blocks] == ["Tekst."]


def test_an_unknown_key_names_the_nearest():
    found = read("---\ntitle: Kokk\nsumary: x\n---\n\nTekst.").problems
    assert [(each.line, each.level) for each in found] == [(3, "remark")]
    assert "summary" in found[0].message


@pytest.mark.parametrize(
    "data",
    [
        "---\ntitle: Blåbær\n---\n\nØl.\n".encode("utf-8-sig"),
        "---\ntitle: Blåbær\n---\n\nØl.\n".encode("utf-16"),
        "---\r\ntitle: Blåbær\r\n---\r\n\r\nØl.\r\n".encode("cp1252"),
        "---\rtitle: Bla\u030abær\r---\r\rØl.\r".encode(),
    ],
)
def test_any_encoding_and_line_end(data):
    from plugins import document

    page = document.read_bytes(data, "sider/x.md")
    assert (page.data["title"], page.blocks[0].text, page.slug) == ("Blåbær", "Øl.", "blabaer")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("03.04.2026", "2026-04-03"),
        ("3.4.2026", "2026-04-03"),
        ("1. mars 2026", "2026-03-01"),
        ("1 MARS 2026", "2026-03-01"),
        ("2026-04-03", "2026-04-03"),
        ("3/4/2026", "2026-04-03"),
        ("24. des. 2026", "2026-12-24"),
        ("2026-04-03T10:00", "2026-04-03"),
    ],
)
def test_dates_are_read_day_first(text, day):
    assert read_date(text).isoformat() == day


@pytest.mark.parametrize("text", ["13.13.2026", "i går", "31.02.2026", "1. mai", "32. mars 2026", "2026", "1.2.26", ""])
def test_other_dates_are_refused(text):
    with pytest.raises(ValueError, match="Skriv"):
        read_date(text)


@given(st.text(max_size=300))
def test_no_text_makes_the_reader_raise(text):
    read(text)
    read(f"---\n{text}\n---\n\nTekst.")
    read(f"---\ntitle: {text}\n---\n\nTekst.")


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_raise(data):
    from plugins import document

    document.read_bytes(data, "sider/x.md")


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_a_one_line_title_without_comment_is_kept(title):
    """Whatever a line holds, its text is the title, or its fault is told; it never vanishes."""
    document = read(f"---\ntitle: {title}\n---\n\nTekst.")
    kept = document.data["title"] != "prove"
    assert kept or document.problems


@pytest.mark.parametrize(
    ("head", "line", "code", "said"),
    [
        ("title: \"Kokk", 2, "front-matter", "Sett \" bak teksten også"),
        ("title: T\ntags: [mat, kjøkken", 3, "front-matter", "Sett ] til slutt"),
        ("title Kokk\nlang: nb", 2, "front-matter", "Skriv for eksempel title: Kokk"),
        ("title: T\n lang: nb", 3, "front-matter", "Ta bort mellomrommene foran lang:"),
        ("title: T\npicture:\nfile: a.png", 4, "unknown-key", "Hører den til picture? Sett to mellomrom foran «file»"),
        ("title: T\nsummary:\n  -Du lager mat.", 4, "repaired", "Det manglet et mellomrom etter bindestreken"),
    ],
)
def test_what_is_wrong_is_told_on_its_line_with_what_to_do(head, line, code, said):
    told = [each for each in read(f"---\n{head}\n---\n\nTekst.\n").problems if each.code == code]
    assert [(each.line, said in each.message) for each in told] == [(line, True)], told
