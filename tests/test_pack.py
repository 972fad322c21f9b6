"""What `lyttevei pack` makes: the same bytes each time, whole, with names that every system can read."""

from __future__ import annotations

import re
import stat
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree

from plugins.document.slugs import file_address
from tests import attacks, packing
from tests.conftest import AWKWARD
from tests.making import lyttevei, tree_bytes, write_tree


@pytest.fixture(scope="module")
def unpacked(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a person gets by unpacking the ZIP."""
    folder = tmp_path_factory.mktemp("pinne") / AWKWARD
    zipfile.ZipFile(packed / "lyttevei.zip").extractall(folder)
    return folder


def test_the_same_pages_give_the_same_bytes_in_another_place(packed: Path, tmp_path: Path) -> None:
    ran = lyttevei("pack", "--content", write_tree(tmp_path, packing.FILES), "--output", tmp_path / "ut", "--address", packing.ADDRESS)
    assert ran.code == 0, ran.err
    assert tree_bytes(tmp_path / "ut") == tree_bytes(packed)
    assert "2 talebøker" not in ran.out and "talebøker" in ran.out and "podkaster" in ran.out


def test_every_name_is_ascii(packed: Path, unpacked: Path) -> None:
    names = [path.relative_to(folder).as_posix() for folder in (packed, unpacked) for path in folder.rglob("*")]
    names += [name for book in packed.glob("boker/*.epub") for name in zipfile.ZipFile(book).namelist()]
    assert len(names) > 100 and [name for name in names if not name.isascii()] == []
    inside = zipfile.ZipFile(packed / "lyttevei.zip").namelist()
    assert len({name.lower() for name in inside}) == len(inside), "Windows takes no two names that differ in capitals only"


class References(HTMLParser):
    """Every address that a page names, and where."""

    NAMES = frozenset({"href", "src", "poster", "action", "data-worker", "data-full-text", "data-marking", "data-scripts", "data-src"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in self.NAMES and value:
                self.found += [(tag, each) for each in (value.split(" ") if name.startswith("data-") else [value])]


def names_on_disk(folder: Path) -> frozenset[str]:
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def check_references(folder: Path) -> tuple[int, list[str]]:
    """How many addresses the pages and style sheets below `folder` name, and those that lead to nothing, by exact letters."""
    known, lost, count = names_on_disk(folder), [], 0
    for path in [*folder.rglob("*.html"), *folder.rglob("*.css")]:
        text = path.read_text(encoding="utf-8")
        found = References(text).found if path.suffix == ".html" else [("css", each) for each in re.findall(r"url\(([^)]+)\)", text)]
        for tag, address in found:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                lost += [f"{path.name}: {tag} loads {address}"] if tag not in ("a",) else []
                continue
            count += 1
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
            name = target.relative_to(folder.resolve()).as_posix()
            if name not in known or (parts.path and not target.is_file()):
                lost.append(f"{path.relative_to(folder)}: {address}")
    return count, lost


def test_every_reference_is_on_the_disk_with_the_same_letters(unpacked: Path) -> None:
    count, lost = check_references(unpacked)
    assert count > 200 and lost == []


def test_every_reference_of_the_shipped_site(built_site: Path) -> None:
    count, lost = check_references(built_site)
    assert count > 200 and lost == []
    assert [name for name in names_on_disk(built_site) if not name.isascii()] == []


def test_a_lost_letter_is_found(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "A.html").write_text('<a href="a.html">a</a><img src="//eksempel.no/b.png">', encoding="utf-8")
    assert len(check_references(tmp_path)[1]) == 2


def test_data_that_pages_ask_for_are_there(unpacked: Path) -> None:
    site = unpacked / "nettsted"
    keys = {key for path in site.rglob("*.html") for key in re.findall(r'data-key="(\w+)"', path.read_text(encoding="utf-8"))}
    assert len(keys) >= 4 and [key for key in keys if not (site / "data" / f"{key}.js").is_file()] == []


def test_the_letter_reads_right_on_old_windows(unpacked: Path) -> None:
    data = (unpacked / "LES-MEG.txt").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == data.count(b"\n") > 20
    text = data.decode("utf-8-sig")
    assert "Pakk ut ZIP-filen først" in text and "7 sider" in text and "CC BY 4.0" in text


def test_two_files_that_differ_in_a_letter_stay_two() -> None:
    names = {file_address(f"bilder/{name}") for name in ("a.png", "å.png", "æ.png", "Å.png", "日本.png", "a.PNG")}
    assert len(names) == 6 and all(name.isascii() for name in names)


@pytest.mark.parametrize("address", ["eksempel.no", "ftp://eksempel.no", "https://", "https://a.no/?x", "/vei"])
def test_a_wrong_address_is_told(address: str, tmp_path: Path) -> None:
    ran = lyttevei("pack", "--output", tmp_path / "ut", "--address", address)
    assert ran.code == 1 and "er ikke adressen til et nettsted" in ran.err and not (tmp_path / "ut").exists()


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "viktig.txt").write_text("x", encoding="utf-8")
    ran = lyttevei("pack", "--output", tmp_path)
    assert ran.code == 1 and "andre filer" in ran.err and (tmp_path / "viktig.txt").exists()


def test_a_site_by_an_editor_who_means_harm_is_packed_without_harm(tmp_path: Path) -> None:
    """Names lead nowhere else, and books and podcasts are whole XML in which nothing can run."""
    ran = lyttevei("pack", "--content", write_tree(tmp_path, attacks.FILES), "--output", tmp_path / "ut", "--address", packing.ADDRESS)
    assert ran.code == 0, ran.err
    books = list(tmp_path.glob("ut/boker/*.epub"))
    assert len(books) > 10
    for path in (tmp_path / "ut" / "lyttevei.zip", *books):
        for each in zipfile.ZipFile(path).infolist():
            assert not {"", "..", "."} & set(each.filename.rstrip("/").split("/")) and not stat.S_ISLNK(each.external_attr >> 16), each
    inside = [(zipfile.ZipFile(path), each) for path in books for each in zipfile.ZipFile(path).namelist()]
    texts = [book.read(each) for book, each in inside if each.endswith((".xhtml", ".opf", ".smil", ".ncx"))]
    texts += [path.read_bytes() for path in tmp_path.glob("ut/podkast/*.xml")]
    assert len(texts) > 50
    assert [fault for text in texts for fault in dangers(text)] == []


def dangers(xml: bytes) -> list[str]:
    """What in a whole XML document could run; etree.XMLSyntaxError where it is not whole."""
    found = []
    for each in etree.fromstring(xml, etree.XMLParser(resolve_entities=False)).iter(etree.Element):
        tag = etree.QName(each).localname
        leads = [value for name, value in each.attrib.items() if etree.QName(name).localname in ("href", "src", "url")]
        found += [tag] * (tag in ("script", "iframe", "object", "embed", "form", "base"))
        found += [f"{tag} {name}" for name in each.attrib if name.startswith("on")]
        found += [address for address in leads if urlsplit(address).scheme not in ("", "https", "http", "mailto", "tel")]
    return found


def test_pages_with_errors_are_not_packed(tmp_path: Path) -> None:
    content = write_tree(tmp_path, {"content/a.md": "---\ntitle: A\n---\n\n[b](b.md)"})
    ran = lyttevei("pack", "--content", content, "--output", tmp_path / "ut")
    assert ran.code == 1 and "[link-dead]" in ran.err and sorted(path.name for path in tmp_path.iterdir()) == ["content"]
