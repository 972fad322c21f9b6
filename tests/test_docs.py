"""The documents say what the code does."""

from __future__ import annotations

import re

from plugins.document import LEVELS
from tests.making import ROOT, lyttevei
from tools import accessibility


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_contributing_has_every_code_with_its_level():
    table = re.findall(r"^\| `([a-z0-9-]+)` \| (error|remark) \|", text("CONTRIBUTING.md"), re.MULTILINE)
    assert len(table) == len(LEVELS)
    assert dict(table) == dict(LEVELS)


def test_contributing_has_every_room_of_the_path():
    rooms = re.findall(r"^    (\w+), +#", text("pelicanconf.py"), re.MULTILINE)
    assert re.findall(r"^\| `(\w+)` \| .+ \| `?\w", text("CONTRIBUTING.md").split("Rules, kept")[0], re.MULTILINE) == rooms


def test_every_code_is_used():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "plugins").rglob("*.py") if path.name != "problems.py")
    assert [code for code in LEVELS if f'"{code}"' not in sources] == []


def test_wcag_names_tests_that_exist_and_the_statement_is_made_from_it():
    rows = accessibility.read_table()
    assert len(rows) == len(re.findall(r"^\| \d", text("docs/wcag.md"), re.MULTILINE)) >= 55
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    named = set(re.findall(r"`(test_\w+)`", text("docs/wcag.md")))
    assert [name for name in named if f"def {name}(" not in tests] == []
    assert [number for number, _, _, how, proof in rows if how == "machine" and "`test_" not in proof] == []
    assert [number for number, _, _, how, proof in rows if how == "looked" and not re.match(r"\d{4}-\d\d-\d\d: ", proof)] == []
    assert {number for number, _, _, how, proof in rows if how in ("none", "na") and not re.match("[a-z]", proof)} == set()
    assert accessibility.PAGE.read_text(encoding="utf-8") == accessibility.statement()


def test_every_command_in_the_readme_exists():
    known = lyttevei("--help").out
    commands = set(re.findall(r"lyttevei ([a-z]+)", text("README.md")))
    assert commands and all(re.search(rf"^  {command} ", known, re.MULTILINE) for command in commands)


def test_help_is_in_bokmal():
    commands = re.findall(r"^  ([a-z]+) ", lyttevei("--help").out.split("Kommandoer:")[-1], re.MULTILINE)
    assert {"build", "check", "new", "import", "serve", "script"} <= set(commands)
    out = "".join(lyttevei(*words).out for words in (["--help"], *([command, "--help"] for command in commands)))
    assert "Bruk:" in out and "Valg:" in out
    assert not re.search(r"\b(Usage|Options|Commands|OPTIONS|ARGS|Show|Print|Folder|FILES|FILE|exit|DIRECTORY|PATH)\b", out)


def test_a_mistyped_command_is_answered_in_bokmal():
    ran = lyttevei("byg")
    assert ran.code == 2 and "finnes ikke" in ran.err and "No such" not in ran.err
    for words in (["check", "--fiks"], ["serve", "--port", "abc"], ["new", "yrke"], ["new", "yrkke", "Kokk"], ["check", "finnes.md"]):
        said = lyttevei(*words)
        assert said.code == 2 and not re.search(r"\b(No|not|Missing|Invalid|Usage|does|valid|Did|option)\b", said.err), said.err
