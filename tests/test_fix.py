"""`lyttevei check --fix`: mends what is safe, says what, keeps what was, and leaves the rest to its author."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.document import Document, fix, read_bytes
from tests.making import ROOT, lyttevei, page, tree_bytes, write_tree

HEAD = "---\ntitle: Prøve\n---\n\n"


def fixed(text: str | bytes) -> tuple[str, list[int]]:
    """A page's text after the repair, or as it was, and the lines that were mended."""
    data = text.encode() if isinstance(text, str) else text
    made, repairs = fix(data, "sider/a.md")
    return (made if repairs else data.decode("utf-8", "replace")), [line for line, _said in repairs]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("Vi trenger:\n- sko\n- sokker\n", "Vi trenger:\n\n- sko\n- sokker\n", 6),
        ("• sko\n• sokker\n", "- sko\n- sokker\n", 5),
        ("\n· sko\n\n– a\n– b\n", "\n- sko\n\n- a\n- b\n", 6),
        ("8. klasse er gøy.\n", "8\\. klasse er gøy.\n", 5),
        ("Hei.\n\n17. mai er fri.\n", "Hei.\n\n17\\. mai er fri.\n", 7),
        ("1) en\n2) to\n", "1. en\n2. to\n", 5),
        ("Se [kokk] (kokk.md#lønn) her.\n", "Se [kokk](kokk.md#lønn) her.\n", 5),
        ("yrkes\u00adveiledning\n", "yrkesveiledning\n", 5),
        ("år\u200bene og na\u2060vn\n", "årene og navn\n", 5),
        ("Pris:\t10 kr\n", "Pris: 10 kr\n", 5),
        ("- a\n\t- b\n", "- a\n    - b\n", 6),
        ("- a\n  - b\n", "- a\n    - b\n", 6),
        ("A\u030alesund\n", "Ålesund\n", 5),
        ("Hei\x0b der\x07\n", "Hei der\n", 5),
    ],
)
def test_what_is_safe_is_mended(before: str, after: str, line: int) -> None:
    assert fixed(HEAD + before) == (HEAD + after, pytest.approx([line] * len(fixed(HEAD + before)[1]), abs=3))
    assert fixed(HEAD + before)[1][0] == line


@pytest.mark.parametrize(
    "body",
    [
        "«Hei» “sa” hun – og gikk …\n",
        "Det koster 10\u00a0000 kroner.\n",
        "1. en\n2. to\n",
        "```\n• kode\t8. klasse\u00ad\n```\n",
        "– Hei, sa hun.\n\nHun gikk.\n",
        "Linje med to blanke  \nog ny.\n",
        "👩\u200d🔧 rørlegger\n",
        "می\u200cخواهم\n",
        "ภาษา\u200bไทย\n",
        "Se 8\\. klasse.\n",
        "[bilde](../bilder/a.png)\n",
        "Se [1] (side 3) og `[a] (b.md)`.\n",
    ],
)
def test_what_is_meant_stays(body: str) -> None:
    assert fixed(HEAD + body) == (HEAD + body, [])


@pytest.mark.parametrize(
    ("front", "after"),
    [
        ("\n\n———\ntitle: Kokk\n---\n", "---\ntitle: Kokk\n---\n"),
        ("---\ntitle: Fag: norsk\n---\n", "---\ntitle: 'Fag: norsk'\n---\n"),
        ("---\ntitle:\u00a0Kokk\n---\n", "---\ntitle: Kokk\n---\n"),
        ("---\ntitle:Kokk\ntags:\n\t- a\n---\n", "---\ntitle: Kokk\ntags:\n  - a\n---\n"),
        ("---\ntitle: Yrkes\u00advalg\n---\n", "---\ntitle: Yrkesvalg\n---\n"),
    ],
)
def test_front_matter_is_mended_as_it_is_read(front: str, after: str) -> None:
    assert fixed(front + "\nTekst.\n")[0] == after + "\nTekst.\n"


@pytest.mark.parametrize(
    "front",
    ["---\ntitle: Fag: norsk # husk dette\n---\n", "---\ntitle: A\nsummary: |\n  En: to\n  • tre\n---\n", "---\ntitle: A\n\n- b\nTekst.\n"],
)
def test_comments_blocks_and_open_front_matter_stay(front: str) -> None:
    assert fixed(front + "\nTekst.\n") == (front + "\nTekst.\n", [])


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_encodings_and_line_ends(encoding: str) -> None:
    text, lines = fixed((HEAD + "Blåbær på øl.\n").replace("\n", "\r\n").encode(encoding))
    assert text == HEAD + "Blåbær på øl.\n" and set(lines) == {1}


@pytest.mark.parametrize("data", [b"\x89PNG\x00\x01\xff", b"a\x00b", b"Bl\x81 \x8d\xe5"])
def test_bytes_that_would_be_lost_are_left_alone(data: bytes) -> None:
    assert fix(data, "a.md") == ("", [])


def seen(page: Document) -> list[str]:
    """What a reader sees of each block."""
    return [" ".join(block.text.translate(dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))).split()) for block in page.blocks]


PIECES = st.sampled_from(
    [
     "• a", "- b", "  - c", "\td", "8. klasse", "1) e", "2. f", "", "tekst", "## Hva?", "> g", "```", "| a | b |", "|---|---|", "a\u00adb",
     "å\u200bb", "«x»", "<div>", "</div>", "– h", "[^1]: i", "x[^1]",
     "    kode\tx", "/// video | A", "///", "10\u00a0000", "---", "![](a.png)",
    ]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=9), st.sampled_from(["\n", "\r\n"]))
def test_a_mended_page_reads_as_before_and_needs_no_more(pieces: list[str], end: str) -> None:
    data = (HEAD + "\n".join(pieces)).replace("\n", end).encode()
    text, repairs = fix(data, "sider/a.md")
    if repairs:
        before, after = read_bytes(data, "sider/a.md"), read_bytes(text.encode(), "sider/a.md")
        assert seen(before) == seen(after)
        assert fix(text.encode(), "sider/a.md") == ("", []), text


#: Signs that are their author's, and what stands around them.
MEANT = (*"“”«»‘’–—…`¹", "\u00a0000", "👩\u200d🔧", "می\u200cخ", "<ol>", "</li>", "../bilder/", "```", "**")
FAULTY = st.sampled_from(
    [
     "“Hei” ‘sa’ hun – og «gikk» …", "Det koster 10\u00a0000 kr — ja.", "<ol><li>en</li><li>to</li></ol>", "![K](../bilder/a.png)", "",
     "👩\u200d🔧 gjør", "می\u200cخواهم", "A\u030asgard", "yrkes\u00adfag og år\u200bene", "Pris:\t10 kr\t", "\t- innrykk", "Linje  \nmer¹",
     "Vi trenger:\n- sko\n- hatt", "• punkt\n• mer", "1) en\n2) to", "8. klasse er gøy", "17. mai\n18. mai", "1. Les\n2. Skriv", "x\x0by",
     "`kode\u00ad`", "```\n• kode\t8. klasse\n```", "    • blokk", "> • sitat", "| a\t| b |\n|---|---|\n| c | d |", "**fet**\u2060 tekst",
     "## Hva?\n- en", "[^1] og\n\n[^1]: note\u00ad",
    ]
)  # fmt: skip
KEYS = st.lists(
    st.sampled_from(
        ["tags: [a, b]", "tags:\n\t- a\n\t- b", "owner:Kari", "owner: NAV: Ås # hvem", "checked:\u00a0Kari", "date: 3.4.2026", "slug: a",
         "summary:\n  - Du\u00ad lager: mat.\n  - «To»", "summary: |\n  En: to\n  • tre", "also_called: 'kokk’en'", "expires: 2027-01-01",
         "# bare en merknad\t8. klasse"]
    ),
    unique_by=lambda line: line.split(":")[0], max_size=4,
)  # fmt: skip


CODES = st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])


def words_of(text: str) -> Counter[str]:
    """How often each word stands in a file, however its letters are put together."""
    clean = re.sub("[\u00ad\u2060\ufeff\u200b-\u200f\x00-\x08\x0b\x0c\x0e-\x1f]", "", unicodedata.normalize("NFC", text))
    return Counter(re.findall(r"\w+", clean))


def meaning(data: dict) -> str:
    """What front matter says, without what nobody sees."""
    return re.sub(r"\\xad|\\u200b|\\u2060", "", repr(sorted(data.items()))).replace("\\xa0", " ")


@settings(max_examples=150)
@given(st.lists(FAULTY, max_size=7), KEYS, st.sampled_from(["\n", "\r\n"]), CODES, st.booleans())
def test_mixed_faults_are_mended_without_losing_a_word_a_sign_or_a_meaning(
    parts: list[str], keys: list[str], end: str, encoding: str, blanks: bool
) -> None:
    before = "---\n" + "\n".join(["title: Prøve", *keys]) + "\n---\n\n" + ("\n\n" if blanks else "\n").join(parts) + "\n"
    data = before.replace("\n", end).encode(encoding)
    after, repairs = fix(data, "sider/a.md")
    if not repairs:
        return
    old, new = read_bytes(data, "sider/a.md"), read_bytes(after.encode(), "sider/a.md")
    assert words_of(after) == words_of(before)
    assert {sign: after.count(sign) for sign in MEANT} == {sign: before.count(sign) for sign in MEANT}
    assert (seen(new), meaning(new.data)) == (seen(old), meaning(old.data))
    assert [new.html.count(tag) for tag in ("<ol", "<ul", "<li", "<img")] == [old.html.count(tag) for tag in ("<ol", "<ul", "<li", "<img")]
    assert fix(after.encode(), "sider/a.md") == ("", []), after
    assert "\r" not in after and all(1 <= line <= before.count("\n") + 1 and said for line, said in repairs)


FAULTS = ("Vi trenger:\n- sko", "• punkt", "8. klasse", "1) en", "år\u200bene", "a\tb", "A\u030as")


@settings(max_examples=40)
@given(st.lists(st.sampled_from(FAULTS), min_size=1, max_size=5, unique=True))
def test_each_of_many_faults_is_told_and_none_is_left(parts: list[str]) -> None:
    text = HEAD + "\n\n".join(parts) + "\n"
    after, repairs = fix(text.encode(), "sider/a.md")
    assert {line for line, _said in repairs} and len(repairs) >= len(parts)
    assert not re.search("[\u200b\t•]|^1\\)|^8\\. |:\n-|a\u030a", after, re.MULTILINE)


def test_the_command_says_keeps_and_checks(tmp_path: Path) -> None:
    files = {"content/sider/a.md": page("Liste:\n- en"), "content/sider/a.md~": "gammel", "content/sider/b.md": page("Fin.", "Fin")}
    content = write_tree(tmp_path, files)
    ran = lyttevei("check", "--fix", "--content", content)
    assert ran.code == 0 and "sider/a.md:6: rettet: Listen manglet" in ran.out and "a.md.2~" in ran.out and "merknad: Listen" not in ran.out
    assert tree_bytes(tmp_path) == {
        "content/sider/a.md": page("Liste:\n\n- en").encode(),
        "content/sider/a.md.2~": files["content/sider/a.md"].encode(),
        "content/sider/a.md~": b"gammel",
        "content/sider/b.md": files["content/sider/b.md"].encode(),
    }
    assert "rettet" not in lyttevei("check", "--fix", "--content", content).out


def test_only_files_that_are_named_are_mended_and_json_stays_json(tmp_path: Path) -> None:
    content = write_tree(tmp_path, {"content/sider/a.md": page("A:\n- en"), "content/sider/b.md": page("B:\n- en", "B")})
    ran = lyttevei("check", "--fix", "--json", content / "sider" / "a.md")
    assert ran.code == 0 and isinstance(ran.json(), list) and "rettet" in ran.err
    assert sorted(path.name for path in (content / "sider").iterdir()) == ["a.md", "a.md~", "b.md"]


def test_the_shipped_pages_need_no_repair() -> None:
    paths = [path for path in (ROOT / "content").rglob("*.md") if path.stem != "README"]
    assert [path.name for path in paths if fix(path.read_bytes(), path.relative_to(ROOT / "content").as_posix())[1]] == []
