"""`lyttevei new`: a file that explains itself, and never in the way of another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins import document
from plugins.document.starting import EXAMPLES, start
from tests.making import ROOT, lyttevei, page, read, write_tree


def uncommented(text: str) -> str:
    """A new page with every example taken into use."""
    return re.sub(r"^# (?=[a-z0-9_]+:( |$)|  )", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("kind", document.KINDS)
def test_every_key_of_the_kind_is_explained_and_its_example_is_read(kind: str) -> None:
    folder = next(name for name, held in document.FOLDERS.items() if held == kind)
    text = start(kind, "Kokk", "kokk", "nb")
    found = read(uncommented(text), f"{folder}/kokk.md")
    assert [each.message for each in found.problems] == []
    schema = document.json_schema(kind)["properties"]
    assert set(schema) - set(found.data) == set() and found.data["kind"] == kind
    assert all(value["description"] in text for key, value in schema.items() if key != "kind")


def test_every_example_belongs_to_a_key() -> None:
    assert set(EXAMPLES) <= {key for kind in document.KINDS for key in document.json_schema(kind)["properties"]}


def test_a_new_page_is_a_draft_that_nothing_is_said_about() -> None:
    found = read(start("yrke", "Ærlig ødelagt ås", "aerlig-odelagt-as", "nb"), "yrker/aerlig-odelagt-as.md")
    assert (found.status, found.slug, found.problems) == ("draft", "aerlig-odelagt-as", ())


@pytest.mark.parametrize("title", ["Fag: norsk", "C#", "'n gang", "no", "0123", "- tre", '"Sitat" her', "100 %", "2026-01-02", "[a]", "~"])
def test_a_title_is_kept_to_the_letter(title: str) -> None:
    found = read(start("side", title, "x", "nb"))
    assert (found.data["title"], found.problems) == (title, ())


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_tree(tmp_path, {"content/veier/before.md": page("B.", "Før"), "content/yrker/KOKK.md": "---\ntitle: Annet\n---\n\nA."})


def test_the_file_lies_in_its_kinds_folder_by_its_slug(content: Path) -> None:
    ran = lyttevei("new", "yrke", "Sjåfør på  båt", "--content", content)
    assert (ran.code, "utkast" in ran.out) == (0, True)
    text = (content / "yrker" / "sjafor-pa-bat.md").read_bytes().decode()
    assert "\ntitle: Sjåfør på båt\n" in text and "\r" not in text
    assert lyttevei("check", "--content", content).code == 0


@pytest.mark.parametrize("title", ["Fôr", "For", "FØR", "fo\u0302r"])
def test_an_address_that_is_taken_is_refused_by_name(title: str, content: Path) -> None:
    ran = lyttevei("new", "vei", title, "--content", content)
    assert ran.code == 1 and "before.md har alt adressen «for»" in ran.err and "--slug" in ran.err
    assert sorted(path.name for path in (content / "veier").iterdir()) == ["before.md"]


def test_a_file_that_differs_in_capitals_only_is_refused(content: Path) -> None:
    ran = lyttevei("new", "yrke", "Kokk", "--content", content)
    assert ran.code == 1 and "KOKK.md finnes alt" in ran.err
    assert (content / "yrker" / "KOKK.md").read_text(encoding="utf-8") == "---\ntitle: Annet\n---\n\nA."


def test_the_same_word_in_another_folder_or_language_is_free(content: Path) -> None:
    assert lyttevei("new", "hjelp", "Før", "--content", content).code == 0
    assert lyttevei("new", "vei", "Før", "--lang", "nn", "--content", content).code == 0
    assert (content / "veier" / "for.nn.md").exists() and lyttevei("check", "--content", content).code == 0


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (["yrkke", "Kokk"], 2, "yrke"),
        (["yrke", "Шеф"], 1, "--slug"),
        (["yrke", "Kokk", "--slug", "Min Kokk"], 1, "--slug min-kokk"),
        (["yrke", "Kokk", "--slug", "../x"], 1, "--slug x"),
        (["yrke", "Lege", "--lang", "norskk språk"], 1, "språkkode"),
    ],
)
def test_what_cannot_be_is_answered_with_what_to_do(words: list[str], code: int, part: str, content: Path) -> None:
    ran = lyttevei("new", *words, "--content", content)
    assert (ran.code, part in ran.err, "Traceback" in ran.err) == (code, True, False), ran.err


def test_the_shipped_occupations_are_in_the_way() -> None:
    assert "rorlegger.md" in lyttevei("new", "yrke", "Rørlegger", cwd=ROOT).err


def test_names_that_windows_keeps_get_another_address(content: Path) -> None:
    assert lyttevei("new", "side", "Con", "--content", content).code == 0
    assert (content / "sider" / "con-side.md").exists()
