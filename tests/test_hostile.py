"""Two hundred hostile pages and more: no traceback, the right exit code, the old site untouched, each loss named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor import project
from plugins import document
from tests import hostile
from tests.making import lyttevei, page, tree_bytes, write_tree


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> document.Site:
    """All pages of the corpus in one site, through every room."""
    return project.walk(project.load(), folder(tmp_path_factory.mktemp("fiendtlig")))


def folder(place: Path) -> Path:
    files = {f"content/sider/side-{number:03}.md": data for number, (data, _codes) in enumerate(hostile.PAGES)}
    return write_tree(place, files)


def test_every_loss_is_named_with_a_line_that_is_there(walked: document.Site) -> None:
    told: dict[str, set[str]] = {each.document.file: set() for each in walked.pages}
    lines = {each.document.file: each.document.source.count("\n") + 1 for each in walked.pages}
    for each in walked.problems:
        told.setdefault(each.file, set()).add(each.code)
        assert each.message and 1 <= each.line <= max(1, lines.get(each.file, 1)), each
    silent = {}
    for number, (data, codes) in enumerate(hostile.PAGES):
        found = told[f"sider/side-{number:03}.md"]
        if codes and not found & set(codes):
            silent[number] = (data[:80], codes, found)
    assert silent == {}


def test_nothing_that_is_left_can_do_harm(walked: document.Site) -> None:
    for each in walked.pages:
        html = each.document.html.lower()
        assert not any(f"<{tag}" in html for tag in ("script", "style", "iframe", "form", "base", "meta", "object", "embed", "svg"))
        assert 'href="javascript' not in html and " onerror=" not in html.replace("&quot;", '"') and " style=" not in html


def test_the_command_ends_as_it_should_and_the_old_site_is_untouched(tmp_path: Path) -> None:
    content, output = folder(tmp_path), tmp_path / "ut"
    old = write_tree(tmp_path / "gammel", {"content/sider/a.md": page("Gammel.", "A")})
    assert lyttevei("build", "--no-sound", "--content", old, "--output", output).code == 0
    before = tree_bytes(output)
    ran = lyttevei("build", "--no-sound", "--content", content, "--output", output)
    assert ran.code == 1 and "Traceback" not in ran.err + ran.out, ran.err[-2000:]
    assert tree_bytes(output) == before and [path.name for path in tmp_path.iterdir() if path.name.startswith("ut")] == ["ut"]
    checked = lyttevei("check", "--content", content, "--json")
    assert checked.code == 1 and len(checked.json()) > 200 and "Traceback" not in checked.err


def test_the_pages_without_errors_build_and_no_other_is_lost(walked: document.Site, tmp_path: Path) -> None:
    wrong = {each.file for each in document.errors(walked.problems)}
    good = [number for number in range(len(hostile.PAGES)) if f"sider/side-{number:03}.md" not in wrong]
    assert len(good) > 40
    # The same title would be the same address, which is an error: each gets its own.
    files = {f"content/sider/side-{number:03}.md": _own_slug(hostile.PAGES[number][0], number) for number in good}
    content = write_tree(tmp_path, {name: data for name, data in files.items() if data})
    ran = lyttevei("build", "--no-sound", "--content", content, "--output", tmp_path / "ut")
    assert ran.code == 0 and "Traceback" not in ran.err, ran.err[-3000:]
    made = {path.parent.name for path in (tmp_path / "ut" / "sider").rglob("index.html")}
    assert made == {f"slug-{number:03}" for number, name in zip(good, files, strict=True) if files[name]}


def _own_slug(data: bytes, number: int) -> bytes:
    """The page with a slug of its own; nothing where it has no plain front matter to put it into."""
    start, found, rest = data.partition(b"title: ")
    return start + f"slug: slug-{number:03}\n".encode() + found + rest if start in (b"---\n", b"\xef\xbb\xbf---\n") else b""


@settings(max_examples=120)
@given(st.one_of(hostile.MADE, st.text(max_size=200).map(lambda text: hostile.OK + text)))
def test_reading_never_raises_and_loses_no_word(text: str) -> None:
    found = document.read_bytes(text.encode("utf-8", "surrogatepass"), "sider/a.md")
    assert all(1 <= each.line <= text.count("\n") + 2 and each.message for each in found.problems)
    assert len({block.id for block in found.blocks}) == len(found.blocks)
    assert document.is_whole(found)


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_reading_any_bytes_never_raises(data: bytes) -> None:
    found = document.read_bytes(data, "sider/a.md")
    assert found.slug and found.data["title"] is not None
