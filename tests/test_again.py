"""A build that has nothing to do says so at once, and only then."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from plugins import record
from tests.making import copy_project, lyttevei, page, tree_bytes, write_tree

FILES = {
    "content/index.md": "---\ntitle: Hjem\ntemplate: home\nslug: index\n---\n\nVelkommen.",
    "content/sider/en.md": page("Dette er en side.\n\n![](a.svg)", "En"),
    "content/sider/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "content/ordliste.yaml": "words:\n- term: side\n  explanation: noe å lese\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of its own with a site that is built; each test leaves it built."""
    folder = copy_project(tmp_path_factory.mktemp("again"), FILES)
    assert "Ferdig" in build(folder).out
    return folder


def build(project: Path, *more: str):
    ran = lyttevei("build", "--no-sound", *more, cwd=project, env={"PYTHONPATH": str(project)})
    assert ran.code == 0, ran.err
    return ran


def is_same(project: Path, *more: str) -> bool:
    """Whether the build had nothing to do."""
    return "Ingenting er endret" in build(project, *more).out


def address(project: Path, title: str) -> Path | None:
    """Where the page of that title lies in the output."""
    return next((path for path in (project / "output").rglob("*.html") if f">{title}</h1>" in path.read_text(encoding="utf-8")), None)


def read(project: Path, title: str) -> str:
    """The HTML of the page of that title, "" where there is none."""
    path = address(project, title)
    return path.read_text(encoding="utf-8") if path else ""


def test_nothing_is_built_where_nothing_has_changed(project):
    before, told = tree_bytes(project / "output"), build(project).err
    stamps = {path: path.stat().st_mtime_ns for path in (project / "output").rglob("*")}
    assert is_same(project) and "alt-missing" in told and build(project).err == told
    assert tree_bytes(project / "output") == before
    assert {path: path.stat().st_mtime_ns for path in (project / "output").rglob("*")} == stamps


@pytest.mark.parametrize(
    "name",
    ["content/sider/en.md", "content/sider/a.svg", "content/ordliste.yaml", "theme/static/theme.css", "theme/templates/page.html",
     "plugins/plain/lix.py", "plugins/plain/word.html", "pelicanconf.py", "audio/uttale.yaml"],
)  # fmt: skip
def test_a_change_of_anything_is_built(project, name):
    path = project / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert not is_same(project)
    assert is_same(project)


def test_a_file_that_is_new_renamed_or_gone_is_seen_and_one_changed_behind_its_times_too(project):
    write_tree(project, {"content/sider/to.md": page("En til.", "To")})
    assert not is_same(project) and read(project, "To")
    (project / "content/sider/to.md").rename(project / "content/sider/tre.md")
    assert not is_same(project)
    (project / "content/sider/tre.md").unlink()
    assert not is_same(project) and not read(project, "To")
    path = project / "content/sider/en.md"
    times = path.stat()
    path.write_text(path.read_text().replace(" er ", " ær "))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert not is_same(project) and " ær " in read(project, "En")


def test_an_output_that_does_not_stand_is_made_again(project):
    before, page = tree_bytes(project / "output"), address(project, "En")
    page.unlink()
    assert not is_same(project) and tree_bytes(project / "output") == before
    page.write_text("noe annet")
    assert not is_same(project) and tree_bytes(project / "output") == before
    (project / "output/mer.txt").write_text("noe mer")
    assert not is_same(project) and tree_bytes(project / "output") == before


def test_a_program_that_is_installed_meanwhile_is_seen(project, tmp_path, monkeypatch):
    asked = record.Asked(project / "content", project / "output", sound=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    without = record.look(asked).all
    assert record.look(asked).all == without
    (tmp_path / "ffmpeg").write_text("#!/bin/sh\n")
    (tmp_path / "ffmpeg").chmod(0o755)
    assert record.look(asked).all != without


def test_another_option_and_another_day_are_another_build(project):
    assert not is_same(project, "--output", "annet")
    env = {"PYTHONPATH": str(project)}
    ran = lyttevei("build", cwd=project, env=env)
    assert "Ferdig" in ran.out, ran.err
    assert not is_same(project)
    assert is_same(project)
    code = (
        "import datetime\nfrom plugins import record\n"
        "class Later(datetime.date):\n    today = classmethod(lambda cls: cls(2030, 1, 1))\n"
        "datetime.date = Later\nfrom editor.cli import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "--no-sound"],
        cwd=project,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Ferdig" in done.stdout


def test_no_library_is_loaded_for_a_build_that_has_nothing_to_do(project):
    build(project)
    code = (
        "import sys\nfrom editor.cli import main\nmain(standalone_mode=False)\n"
        "heavy = {'pelican', 'numpy', 'lxml', 'bs4', 'jinja2', 'pydantic', 'markdown', 'wordfreq', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "--no-sound"],
        cwd=project, env={**os.environ, "PYTHONPATH": str(project)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Ingenting er endret" in done.stdout and done.stdout.endswith("[]\n")


def test_a_cache_that_is_broken_taken_or_not_to_be_had_is_done_without(project):
    build(project)
    kept = {json.loads(path.read_text())["output"]: path.parent for path in (project / ".cache/bygg").glob("*/build.json")}
    folder = kept[str(project / "output")]
    before = tree_bytes(project / "output")

    def again() -> dict[str, bytes]:
        (project / "output" / "spoilt.txt").touch()
        assert not is_same(project)
        return tree_bytes(project / "output")

    (folder / "pages.db").write_bytes(b"no database, but long enough to be looked at as one" * 100)
    (folder / "written.json").write_text("{")
    assert again() == before
    with sqlite3.connect(folder / "lock.db", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert again() == before
    shutil.rmtree(project / ".cache")
    (project / ".cache").touch()
    assert again() == before
    (project / ".cache").unlink()


def test_another_build_that_took_the_output_meanwhile_is_not_taken_for_this_one(project):
    build(project)
    before = tree_bytes(project / "output")
    other = write_tree(project / "annet", {**FILES, "content/sider/en.md": page("Noe helt annet.", "En")})
    code = (
        "import subprocess, sys\nfrom editor import build\nfrom editor.cli import main\nmade_of = build.made_of\n"
        "def meanwhile(site):\n    subprocess.run([sys.executable, '-m', 'editor.cli', *sys.argv[1:]], check=True)\n"
        "    return made_of(site)\n"
        "build.made_of = meanwhile\nmain(['build', '--no-sound'])\n"
    )
    (project / "output" / "index.html").unlink()  # something to do
    subprocess.run(
        [sys.executable, "-c", code, "build", "--no-sound", "--content", str(other), "--output", str(project / "output")],
        cwd=project, env={**os.environ, "PYTHONPATH": str(project)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Noe helt annet" in read(project, "En")
    assert not is_same(project)
    assert tree_bytes(project / "output") == before
    shutil.rmtree(project / "annet")
