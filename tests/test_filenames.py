"""Names that work on one machine only are named with their file and a cure, before somebody on Windows or a Mac meets them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from plugins import document
from plugins.document.filenames import fitting, unfit
from plugins.document.slugs import file_address
from tests.making import PNG, checked, codes, lyttevei, page, read, write_tree

A = {"content/index.md": page("Hei.")}


@pytest.mark.parametrize("name", [
    "con.md", "NUL.md", "Com1.md", "lpt¹.md", "aux", "prn.tar.gz", "nul .md", "a.md.", "a.md ", "a<b.md", "a>b.md", "a:b.md", 'a"b.md',
    "a|b.md", "a?.md", "a*.md", "a\\b.md", "a\tb.md", "...", "?", "COM5",
])  # fmt: skip
def test_a_name_that_windows_cannot_keep_is_refused_with_one_that_it_can(name: str) -> None:
    assert unfit(name) and not unfit(fitting(name)) and fitting(name) == fitting(fitting(name))


@pytest.mark.parametrize("name", ["console.md", "com.md", "com10.md", "lærer på båt.md", "a..b.md", "nulla.md", "mitt kart (2).png"])
def test_a_name_that_windows_keeps_is_left_alone(name: str) -> None:
    assert unfit(name) == "" and fitting(name) == name


def test_check_names_file_and_cure(tmp_path: Path) -> None:
    more = {"content/sider/hva er nav?.md": page("Nav."), "content/aux/kart.png": PNG, "content/notat.md ": "x"}
    content = write_tree(tmp_path, {**A, **more})
    ran = lyttevei("check", "--content", content)
    told = [line for line in ran.err.splitlines() + ran.out.splitlines() if "name-windows" in line]
    assert ran.code == 0 and len(told) == 3, ran.out + ran.err
    assert any("/sider/hva er nav?.md:1: merknad:" in line and "for eksempel «hva er nav.md»." in line for line in told)
    assert any("/aux:1:" in line and "Gi mappen" in line for line in told)
    assert any("slutter på mellomrom" in line for line in told)


@pytest.mark.parametrize(("one", "two"), [
    ("yrker/Kokk.md", "yrker/kokk.md"), ("bilder/KART.png", "bilder/kart.PNG"), ("yrker/Ås.md", "yrker/ås.md"), ("Tema/a.md", "tema/b.md"),
    ("bilder/å.png", "bilder/a\u030a.png"), ("bilder/Straße.png", "bilder/STRASSE.png"),
])  # fmt: skip
def test_two_names_that_are_one_elsewhere_stop_the_build(one: str, two: str, tmp_path: Path) -> None:
    files = {f"content/{name}": PNG if name.lower().endswith("png") else page("Tekst.", name) for name in (one, two)}
    found = [each for each in checked(write_tree(tmp_path, {**A, **files})).problems if each.code == "name-twice"]
    assert len(found) == 1 and found[0].level == "error"
    part = 0 if one.startswith("Tema") else 1
    assert all(f"«{name.split('/')[part]}»" in found[0].message for name in (one, two))
    assert found[0].file in [unicodedata.normalize("NFC", name.split("/")[0] if part == 0 else name) for name in (one, two)]


def test_names_alike_in_two_folders_are_two_names(tmp_path: Path) -> None:
    files = {"content/yrker/nav.md": page("a", "A"), "content/hjelp/Nav.md": page("b", "B"), "content/bilder/nav.png": PNG}
    assert "name-twice" not in codes(checked(write_tree(tmp_path, {**A, **files})).problems)


def test_letters_in_two_parts_are_told_and_links_to_them_work(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "båt.png")
    content = write_tree(tmp_path, {"content/sider/a.md": page("![Båt](../bilder/båt.png)"), f"content/bilder/{name}": PNG})
    found = checked(content).problems
    assert [(each.file, each.code) for each in found] == [("bilder/båt.png", "name-letters")] and "Skriv navnet på nytt" in found[0].message


def test_files_have_addresses_that_every_system_can_unpack(tmp_path: Path) -> None:
    content = write_tree(tmp_path, {"content/sider/a.md": page("![Kart](../bilder/con.png) ![Hva](../bilder/hva%3F.png)"),
                                    "content/bilder/con.png": PNG, "content/bilder/hva?.png": PNG})  # fmt: skip
    ran = lyttevei("build", "--no-sound", "--content", content, "--output", tmp_path / "ut")
    assert ran.code == 0, ran.err
    assert all(unfit(path.name) == "" for path in (tmp_path / "ut").rglob("*"))
    html = (tmp_path / "ut" / "sider" / "prove" / "index.html").read_text(encoding="utf-8")
    for name in ("bilder/con.png", "bilder/hva?.png"):
        assert f'src="../../{file_address(name)}"' in html and (tmp_path / "ut" / file_address(name)).read_bytes() == PNG


@pytest.mark.parametrize("way", ["..\\bilder\\b.png", "{static}\\bilder\\b.png", "\\bilder\\b.png", "..%5Cbilder%5Cb.png"])
def test_backslashes_in_addresses_are_slashes(way: str, tmp_path: Path) -> None:
    site = checked(write_tree(tmp_path, {"content/sider/a.md": page(f"![B]({way})"), "content/bilder/b.png": PNG}))
    assert codes(site.problems) == [] and list(site.static) == ["bilder/b.png"]


def test_an_address_on_somebodys_disk_is_told(tmp_path: Path) -> None:
    site = checked(write_tree(tmp_path, {"content/sider/a.md": page("![B](C:\\Users\\Kari\\b.png)\n\n[a](file:///C:/b.docx)")}))
    assert {each.line for each in site.problems if each.level == "error"} == {5, 7}


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-8-sig", "utf-16"])
def test_line_ends_and_encodings_of_windows_give_the_same_page(end: str, encoding: str) -> None:
    text = page("Første – «avsnitt».\n\n- på\n- båt", "Lærer på Ås")
    wanted, given = read(text), text.replace("\n", end).encode(encoding)
    found = document.read_bytes(given, "sider/prove.md")
    assert (found.data, found.html, found.blocks) == (wanted.data, wanted.html, wanted.blocks)
    assert codes(found.problems) == (["repaired"] if encoding in ("cp1252", "utf-16") else [])
