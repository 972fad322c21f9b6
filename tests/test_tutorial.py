"""docs/tutorial.md, docs/pre-commit and docs/workflow.yml do what they say, run as they are written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.making import ROOT, copy_project, lyttevei, page

TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
#: What the tutorial's page needs of the shipped content.
NEEDED = ("content/bilder/naturbruk.svg", "content/hjelp/karrieresenter.md")


def project(folder: Path) -> Path:
    """A copy of the project with an environment that is ready, so that `make site` only builds."""
    files = {name: (ROOT / name).read_bytes() for name in NEEDED[:1]}
    made = copy_project(folder, {**files, NEEDED[1]: page("Her får du veiledning.", "Karrieresenter")})
    for name in ("Makefile", "pyproject.toml", "tools", "requirements.lock"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, made / name)
    programs = made / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("python", "lyttevei"):
        (programs / name).write_text(f'#!/bin/sh\nexec "{Path(sys.executable).with_name(name)}" "$@"\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    (made / ".venv" / "place").write_text(f"{made}\n", encoding="utf-8")
    (made / ".venv" / "site.stamp").touch()
    return made


def run(command: str, folder: Path) -> str:
    """What a command says; it must succeed."""
    env = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(["sh", "-ec", command], cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_the_tutorial_leads_to_a_page_with_picture_film_summary_and_sound(tmp_path: Path) -> None:
    folder = project(tmp_path / "Min mappe")
    target, written, said = folder / "content" / "yrker" / "gartner.md", 0, {}
    for kind, text in re.findall(r"^```(\w+)\n(.*?)^```$", TUTORIAL, re.MULTILINE | re.DOTALL):
        if kind == "markdown":
            assert target.exists()
            target.write_text(text if not written else f"{target.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")
            written += 1
        else:
            said[text] = run(text, folder)
    assert written == 2 and all(": feil: " not in each for each in said.values())
    film = next(each for command, each in said.items() if "lyttevei film" in command)
    block = re.findall(r"^```markdown\n(/// video.*?)^```$", TUTORIAL, re.MULTILINE | re.DOTALL)[0]
    assert [line for line in block.splitlines()[1:] if line not in film] == []
    html = (folder / "output" / "yrker" / "gartner" / "index.html").read_text(encoding="utf-8")
    assert all(part in html for part in ("bilder/gartner.svg", "film/gartner.mp4", "Du dyrker blomster", "/sound/", "En plante med store"))
    assert len(list((folder / "output" / "sound").glob("*.mp3"))) >= 2 and (folder / "output" / "film" / "gartner.webm").exists()


def test_every_command_in_the_tutorial_exists() -> None:
    known = lyttevei("--help").out
    assert all(re.search(rf"^  {name} ", known, re.MULTILINE) for name in re.findall(r"lyttevei ([a-z]+) ", TUTORIAL))
    assert "py -m pip install -e ." in TUTORIAL and "py -m pip install -e ." in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with the hook in place, as its first lines say, and nothing committed."""
    folder = project(tmp_path / "Mitt nettsted")
    shutil.copytree(ROOT / "docs", folder / "docs")
    run("git init -q . && git config user.name Kari && git config user.email kari@example.org", folder)
    (folder / ".gitignore").write_text(".venv/\noutput/\naudio/store/\n", encoding="utf-8")
    source = (folder / "docs" / "pre-commit").read_text(encoding="utf-8")
    run(re.search(r"^#   (cp .+)$", source, re.MULTILINE)[1], folder)
    return folder


def commit(folder: Path) -> tuple[int, str]:
    """The exit code of a commit of what is staged, and what was said."""
    env = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(["git", "commit", "-qm", "Ny side"], cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_hook_stops_a_page_with_an_error_and_lets_a_right_one_through(repository: Path) -> None:
    new = repository / "content" / "yrker" / "kokk.md"
    new.parent.mkdir()
    new.write_text(page("Se [her](borte.md).", "Kokk"), encoding="utf-8")
    run("git add content", repository)
    new.write_text(page("Mat.", "Kokk"), encoding="utf-8")  # mended in the folder, not in what is committed
    code, said = commit(repository)
    assert code == 1 and "content/yrker/kokk.md:5: feil: «borte.md» finnes ikke." in said and "Ingenting er lagret" in said, said
    assert subprocess.run(["git", "log"], cwd=repository, capture_output=True, check=False).returncode != 0
    run("git add content", repository)
    assert commit(repository) == (0, "")
    new.write_text("---\ntitle: Kokk\nkind: feil\n---\n", encoding="utf-8")  # not staged: no matter of this commit
    (repository / "notat.txt").write_text("x", encoding="utf-8")
    run("git add notat.txt", repository)
    assert commit(repository) == (0, "")


def test_the_workflow_runs_commands_that_exist() -> None:
    steps = YAML(typ="safe").load(ROOT / "docs" / "workflow.yml")["jobs"]["build"]["steps"]
    commands = "\n".join(step["run"] for step in steps if "run" in step)
    assert re.findall(r"lyttevei (\w+)", commands) == ["check", "build"] and (ROOT / "requirements.lock").exists()
    assert "requirements.lock" in commands and all(re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"]) for step in steps if "uses" in step)
