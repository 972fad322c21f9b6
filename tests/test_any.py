"""Whatever is written, by whoever: it is read, refused or mended, and never ends in a traceback."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from editor import project
from editor.cli import main
from plugins.document import KINDS
from plugins.document.kinds import keys_of
from plugins.video.captions import read_captions
from plugins.video.cues import write_vtt
from tests.making import lyttevei, page, write_tree

FOLDERS = {
    "yrke": "yrker",
    "program": "programmer",
    "vei": "veier",
    "hjelp": "hjelp",
    "tema": "tema",
    "partner": "partnere",
    "side": "sider",
}
#: What a value may be: a text, another scalar, or lists and maps of them.
WORDS = st.text(max_size=20) | st.sampled_from(
    ["nb", "1,5", "2026-11-25", "31. desember 2025", "ja", "no", "~", "R", "../x.png", "mangler", "https://nav.no/", "0123"]
)
VALUES = st.recursive(
    WORDS | st.none() | st.booleans() | st.integers() | st.floats() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(WORDS | st.sampled_from(["title", "name", "steps", "file", "url", "for"]), inner, max_size=3)
    ),
    max_leaves=6,
)
LOADED = project.load()


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, str]:
    """A page's file and its text: any keys of its kind with any values, and any body."""
    kind = draw(st.sampled_from(list(KINDS)))
    keys = draw(st.lists(st.sampled_from([*keys_of(KINDS[kind]), "ukjent"]), unique=True, max_size=6))
    values = {"title": draw(WORDS), **{key: draw(VALUES) for key in keys if key not in ("template", "status")}}
    lines = "".join(f"{key}: {json.dumps(value, default=str)}\n" for key, value in values.items())
    return f"content/{FOLDERS[kind]}/{draw(st.sampled_from(['a', 'å b', 'A.B']))}.md", f"---\n{lines}---\n\n{draw(st.text(max_size=80))}\n"


def walked(files: dict[str, str]) -> object:
    """The Site of these files, after every room."""
    with tempfile.TemporaryDirectory() as name:
        made = {file: text.encode("utf-8", "surrogatepass") for file, text in files.items()}
        return project.walk(LOADED, write_tree(Path(name), made))


@settings(max_examples=60)
@given(pages())
def test_any_page_goes_through_all_rooms(written: tuple[str, str]) -> None:
    site = walked(dict([written]))
    for each in site.problems:
        assert each.line >= 1 and each.message and "\n" not in each.message, each
    json.dumps(site.data, ensure_ascii=False).encode()


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from(["words", "contacts", "families", "audiences", "questions"]), VALUES, max_size=2),
    st.sampled_from(["ordliste", "kontakter", "kort", "malgrupper", "sporsmal"]),
)
def test_any_file_beside_the_pages_goes_through_all_rooms(values: dict, name: str) -> None:
    site = walked({"content/a.md": page("Tekst."), f"content/{name}.yaml": json.dumps(values, default=str)})
    json.dumps(site.data, ensure_ascii=False).encode()


TIMES = st.sampled_from(
    [
        "00:01.000 --> 00:02.000",
        "0:1,5 --> 00:00:03,250",
        "--> x",
        "00:05.000 --> 00:01.000 align:start",
        "WEBVTT",
        "NOTE",
        "1",
        "STYLE",
        "{1}{2}Hei",
        "- Ja",
    ]
)


@settings(max_examples=200)
@given(
    st.binary(max_size=200)
    | st.lists(TIMES | st.text(max_size=30), max_size=12).map(lambda lines: "\n".join(lines).encode("utf-8", "surrogatepass"))
)
def test_any_bytes_are_captions_or_are_refused(data: bytes) -> None:
    """And what we then write is read again with nothing lost."""
    found = read_captions(data, "a.nb.vtt", "nb", 60_000)
    assert all(0 <= cue.start < cue.end for cue in found.cues)
    again = read_captions(write_vtt(found.cues).encode(), "a.nb.vtt", "nb", 60_000)
    assert [(cue.start, cue.end, cue.plain) for cue in again.cues] == [(cue.start, cue.end, cue.plain) for cue in found.cues]


#: What somebody may write after `lyttevei`; nothing that builds.
ODD = st.text(st.characters(blacklist_characters="\0"), max_size=12) | st.sampled_from(
    ["-", "--", "--content", "--json", "--folder=", ".", "..", "content/a.md", "nb", "yrke", "-h", "\udcff"]
)
COMMANDS = st.sampled_from(["check", "script", "schema", "film", "voices", "finnesikke"])


@settings(max_examples=60)
@given(COMMANDS, st.lists(ODD, max_size=4))
def test_any_command_line_is_answered(command: str, words: list[str]) -> None:
    with CliRunner().isolated_filesystem():
        os.chdir(write_tree(Path("mappe"), {"content/a.md": page("Tekst.")}).parent)  # so that ".." is no folder of others
        ran = CliRunner().invoke(main, [command, *words])
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    assert ran.exit_code in (0, 1, 2) and "Traceback" not in ran.output


def test_a_lesson_of_one_line_is_shown_to_the_teacher(tmp_path: Path) -> None:
    """The second line of the lesson was taken for granted."""
    theme = "---\ntitle: Tema\ninterests: [R]\nlesson: [Snakk om yrket.]\n---\n\nTekst."
    files = {"content/tema/a.md": theme, "content/sider/l.md": "---\ntitle: Lærer\ntemplate: guidance/teacher\nslug: laerer\n---\n\nTekst."}
    ran = lyttevei("build", "--no-sound", "--content", write_tree(tmp_path, files), "--output", tmp_path / "ut")
    assert ran.code == 0, ran.err
    assert "<span>Snakk om yrket.</span>" in (tmp_path / "ut" / "laerer" / "index.html").read_text(encoding="utf-8")


def test_a_name_in_no_encoding_is_shown_and_told(tmp_path: Path) -> None:
    """As an old ZIP program leaves it: bytes that are no UTF-8."""
    content = write_tree(tmp_path, {"content/a.md": page("Tekst.")})
    Path(os.fsdecode(os.fsencode(content) + b"/\xe5.md")).write_text(page("[x](borte.md)", "Å"), encoding="utf-8")
    for command in (("check", "--json"), ("check",), ("build", "--no-sound", "--output", tmp_path / "ut")):
        ran = lyttevei(*command, "--content", content)
        assert ran.code == 1 and "link-dead" in ran.out + ran.err and "Traceback" not in ran.err
