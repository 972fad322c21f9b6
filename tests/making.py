"""Small content folders for tests, read or built as an editor would."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from plugins import document
from tests import ready

ROOT = Path(__file__).resolve().parent.parent
#: The smallest valid PNG: one grey pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6368000000820081d0d54d650000000049454e44ae426082"
)


def page(text: str, title: str = "Prøve") -> str:
    """Markdown of a page with that body."""
    return f"---\ntitle: {title}\n---\n\n{text}\n"


def write_tree(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below `folder`; gives its content folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder / "content"


def read(text: str, file: str = "sider/prove.md") -> document.Document:
    """The Document of a text."""
    return document.read_bytes(text.encode(), file)


def codes(problems: Any) -> list[str]:
    """The codes of Problems, in order."""
    return [each.code for each in problems]


def checked(content: Path) -> document.Site:
    """The Site of a content folder after room document."""
    site = document.read_site(content, document.Settings("Lyttevei", sound=False))
    document.process(site)
    return site


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


def copy_project(folder: Path, files: dict[str, str | bytes]) -> Path:
    """A copy of the project in `folder`, with the content `files` alone and a store of its own."""
    for part in ("plugins", "editor", "theme"):
        shutil.copytree(ROOT / part, folder / part)  # with what is compiled of it: each command would do that once more
    for file in ("pelicanconf.py", "audio/uttale.yaml"):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, folder / file)
    write_tree(folder, files)
    return folder


def configure(project: Path, **settings: str) -> None:
    """Write settings of the voice into the pelicanconf.py of a copied project."""
    path = project / "pelicanconf.py"
    lines = "".join(f"        {name}={value},\n" for name, value in settings.items())
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    speech=speech.SpeechSettings(\n", f"    speech=speech.SpeechSettings(\n{lines}"), encoding="utf-8")


def lyttevei(*arguments: object, cwd: Path = ROOT, env: dict[str, str] | None = None) -> Ran:
    """Run the command `lyttevei` in a process of its own."""
    whole = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    if not ready.fits(whole):
        return _anew(list(map(str, arguments)), cwd, whole)
    with TemporaryDirectory() as folder:
        out, err = Path(folder) / "out", Path(folder) / "err"
        code = ready.run("editor.cli", list(map(str, arguments)), cwd, whole, out, err)
        return Ran(code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"))


def _anew(arguments: list[str], cwd: Path, env: dict[str, str]) -> Ran:
    """The same, by a Python that is started for it."""
    command = [sys.executable, "-m", "editor.cli", *arguments]
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


def tree_bytes(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
