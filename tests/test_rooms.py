"""The rules of the house, kept by reading the source: who may import whom, what a file is called, how long it may be."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor import project
from plugins import document
from tests.conftest import ROOT

PLUGINS = ROOT / "plugins"
PRODUCT = sorted(path for folder in ("plugins", "editor", "tools") for path in (ROOT / folder).rglob("*.py"))
SOURCES = [*PRODUCT, ROOT / "pelicanconf.py", *sorted((ROOT / "tests").rglob("*.py"))]
SCRIPTS = sorted(path for path in [*ROOT.glob("theme/static/*.js"), *PLUGINS.glob("*/static/*.js")])
STATIC = sorted([*(ROOT / "theme" / "static").iterdir(), *PLUGINS.glob("*/static/*")])
LONGEST_FILE, LONGEST_FUNCTION = 200, 40
MAKES_MUTABLE = {"list", "dict", "set", "bytearray", "defaultdict", "OrderedDict", "Counter", "deque", "Lock", "local"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
#: Folders that exist on one person's machine only.
MACHINE_PATH = re.compile(r"(?<![\w.*])/(?:home|root|Users|work|tmp)/\w")
TEXTS = {".py", ".md", ".toml", ".yaml", ".sh", ".js", ".css", ".html", ".svg", ".csv"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def path_of_rooms() -> list[str]:
    """The rooms' names in the order of PIPELINE, as pelicanconf.py writes it."""
    tree = parse(ROOT / "pelicanconf.py")
    found = [node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PIPELINE"]
    return [ast.unparse(item) for item in found[0].elts]


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, with its whole name; `from x import y` gives both x and x.y."""
    package = path.relative_to(ROOT).parts[:-1]
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join((*package[: len(package) - node.level + 1], node.module or "")) if node.level else node.module
            base = base.rstrip(".")
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def packages(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


def room_of(path: Path) -> str | None:
    parts = path.relative_to(ROOT).parts
    return parts[1] if parts[0] == "plugins" and len(parts) > 2 else None


def each(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=name_of)


def test_every_room_is_in_the_path() -> None:
    assert {path.parent.name for path in PLUGINS.glob("*/__init__.py")} == set(path_of_rooms())


def test_only_the_pipeline_imports_pelican() -> None:
    assert [name_of(path) for path in PRODUCT if "pelican" in packages(path)] == ["plugins/pipeline.py"]


def test_only_document_parses_html() -> None:
    parsers = {"bs4", "lxml", "html5lib"}
    assert {room_of(path) for path in PRODUCT if packages(path) & parsers or "html.parser" in imports(path)} == {"document"}


@each([path for path in PRODUCT if room_of(path)])
def test_a_room_imports_only_rooms_above_it_and_through_their_door(path: Path) -> None:
    order, room = path_of_rooms(), room_of(path)
    used = {name for name in imports(path) if name.startswith("plugins.") and name.split(".")[1] != room}
    above = order[: order.index(room)]
    assert {name.split(".")[1] for name in used} <= set(above)
    assert [name for name in used if len(name.split(".")) > 2 and is_inner(name)] == []


def is_inner(name: str) -> bool:
    """Whether `plugins.room.x` is a file of the room and not something that its door gives."""
    place = ROOT.joinpath(*name.split("."))
    inner = place.with_suffix(".py").exists() or place.is_dir()
    return inner and place.name not in (given_by(place.parent / "__init__.py") if len(name.split(".")) == 3 else ())


def given_by(door: Path) -> set[str]:
    """The names that a room's door imports or defines."""
    tree = parse(door)
    names = {alias.asname or alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    return names | {node.name for node in tree.body if isinstance(node, (*FUNCTIONS, ast.ClassDef))}


@each(sorted(PLUGINS.glob("*/__init__.py")))
def test_a_door_says_what_the_room_takes_and_gives(path: Path) -> None:
    tree = parse(path)
    assert re.search(r"\bTakes\b", ast.get_docstring(tree)) and re.search(r"\bGives\b", ast.get_docstring(tree))
    assert {"process", "write"} <= given_by(path)


def test_no_two_static_files_meet_in_the_output() -> None:
    assert [name for name, count in Counter(path.name for path in STATIC).items() if count > 1] == []


@each(sorted(PLUGINS.glob("*/static/*")))
def test_a_static_file_begins_with_its_rooms_name(path: Path) -> None:
    assert re.fullmatch(rf"{room_of(path)}[-.a-z0-9]*\.[a-z0-9]+", path.name)


def test_no_two_pages_share_an_address() -> None:
    site = document.read_site(ROOT / "content", project.load().settings)
    addresses = Counter(document.address(page.document, site) for page in document.every_page(site))
    assert [address for address, count in addresses.items() if count > 1] == []


@each(SOURCES)
def test_docstrings_begin_with_one_sentence(path: Path) -> None:
    tree = parse(path)
    public = [node for node in tree.body if isinstance(node, (*FUNCTIONS, ast.ClassDef)) and not node.name.startswith("_")]
    assert re.search(r"[.?:]( |$)", first_line(tree)), "the file's own"
    assert [node.name for node in public if path in PRODUCT and not re.search(r"[.?:]( |$)", first_line(node))] == []


def first_line(node: ast.AST) -> str:
    return (ast.get_docstring(node) or "").split("\n\n")[0].replace("\n", " ")


@each([*PRODUCT, *SCRIPTS])
def test_a_file_is_short(path: Path) -> None:
    if name_of(path) not in vendored():
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def vendored() -> set[str]:
    return set(re.findall(r'^target = "(.+)"', (ROOT / "theme" / "vendor.toml").read_text(encoding="utf-8"), re.MULTILINE))


@each(SOURCES)
def test_a_function_is_short(path: Path) -> None:
    functions = [node for node in ast.walk(parse(path)) if isinstance(node, FUNCTIONS)]
    assert {node.name: node.end_lineno - node.lineno for node in functions if node.end_lineno - node.lineno >= LONGEST_FUNCTION} == {}


@each(PRODUCT)
def test_no_state_in_a_module(path: Path) -> None:
    tree = parse(path)
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global)] == []
    assigned = [node for node in tree.body if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign))]
    names = {ast.unparse(target): node.value for node in assigned for target in getattr(node, "targets", None) or [node.target]}
    assert [name for name, value in names.items() if not name.strip("_").isupper() and name != "__all__" and is_mutable(value)] == []


def is_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).rsplit(".", 1)[-1] in MAKES_MUTABLE
    return isinstance(value, (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp))


def test_no_import_takes_all() -> None:
    assert [name_of(path) for path in SOURCES if any(name.endswith(".*") for name in imports(path))] == []


def test_no_file_knows_one_persons_machine() -> None:
    folders = [ROOT / name for name in ("plugins", "editor", "tools", "tests", "theme", "content", "docs", "audio")]
    paths = [*ROOT.glob("*.*"), *(path for folder in folders for path in folder.rglob("*.*"))]
    texts = [path for path in paths if path.suffix in TEXTS and name_of(path) not in vendored() and "store" not in path.parts]
    assert [name_of(path) for path in texts if MACHINE_PATH.search(path.read_text(encoding="utf-8", errors="replace"))] == []


def test_ruff_has_no_remark() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=concise", "."],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
