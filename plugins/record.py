"""What the last build was made of and what it made: when neither has changed, there is nothing to build.

Files are told by size, times and number, never read: ten thousand take a moment. It imports nothing but Python's own, since a
build that has nothing to do must not wait for libraries. Whatever is doubtful means a build.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
#: What every build keeps for the next one, a folder for each content folder and output.
CACHE = ROOT / ".cache" / "bygg"
#: What a site is made of besides its content, and what the settings name.
SOURCES = ("pelicanconf.py", "plugins", "theme")
#: A file that changed so shortly before it was looked at (ns) may change once more without a new time.
MOMENT = 50_000_000
#: A folder of the cache whose output is gone is kept so long (seconds): another build may be making it.
DAY = 86_400


@dataclass(frozen=True, slots=True)
class Asked:
    """A build that somebody asks for; `named` are files and folders that the settings name."""

    content: Path
    output: Path
    sound: bool
    named: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Where this build keeps what the next one can use."""
        return CACHE / hashlib.sha256(f"{self.content}\n{self.output}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a build is made of: the digest of `code` alone and of everything; `settled` where no file is still changing."""

    code: str
    all: str
    settled: bool


def look(asked: Asked) -> Seen:
    """Look at everything that a build would be made of."""
    now = time.time_ns()
    code = [*_files([ROOT / name for name in SOURCES]), *_packages(), _python(), _environment()]
    rest = list(_files([asked.content, *map(Path, asked.named)]))
    day = f"{datetime.date.today()} {Path.cwd()} {asked.content} {asked.sound} {_programs()}"
    settled = max((line[3] for line in (*code, *rest) if isinstance(line, tuple)), default=0) < now - MOMENT
    return Seen(_digest(code), _digest([*code, *rest, day]), settled)


def _files(roots: Iterable[Path], times: int = 2) -> Iterator[tuple]:
    """(path, size, last change, last change of anything about it, number) of every file below the roots."""
    for root in roots:
        stack = [str(root)] if root.is_dir() else []
        if root.is_file():
            yield _line(str(root), os.stat(root), times)
        while stack:
            folder = stack.pop()
            try:
                entries = os.scandir(folder)
            except OSError as error:
                yield folder, str(error), 0, time.time_ns()  # never the same twice: the build tells what is wrong
                continue
            with entries:
                for entry in sorted(entries, key=lambda entry: entry.name):
                    if entry.is_dir(follow_symlinks=False):
                        if entry.name != "__pycache__":
                            stack.append(entry.path)
                    else:
                        yield _line(entry.path, _stat(entry), times)


def _line(path: str, found: os.stat_result, times: int) -> tuple:
    return path, found.st_size, found.st_mtime_ns, found.st_ctime_ns if times == 2 else 0, found.st_ino


def _stat(entry: os.DirEntry) -> os.stat_result:
    try:
        return entry.stat()
    except OSError:
        return entry.stat(follow_symlinks=False)  # a link to nothing


def _packages() -> Iterator[str]:
    """The installed packages with their versions, as their folders are called."""
    for folder in sorted(path for path in sys.path if path.endswith("-packages") and os.path.isdir(path)):
        yield from (name for name in sorted(os.listdir(folder)) if name.endswith((".dist-info", ".pth")))


def _python() -> str:
    return f"{sys.version} {sys.prefix}"


def _programs() -> str:
    """Where the program lies that reads what is no WAV, if it is there: it may be installed meanwhile."""
    return f"{os.environ.get('IMAGEIO_FFMPEG_EXE', '')} {shutil.which('ffmpeg')}"


def _environment() -> str:
    """Settings may ask the environment: then all of it counts."""
    text = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    return repr(sorted(os.environ.items())) if "environ" in text or "getenv" in text else ""


def _digest(lines: Iterable[Any]) -> str:
    return hashlib.sha256("\n".join(map(repr, lines)).encode(errors="surrogateescape")).hexdigest()


def outcome(output: Path) -> str:
    """The digest of all that lies in the output, as it was left; the same when the folder takes another name."""
    place = len(str(output))
    return _digest((path[place:], *rest) for path, *rest in _files([output], times=1)) if output.is_dir() else ""


def unchanged(asked: Asked) -> dict[str, Any] | None:
    """What the last build said, None where something has changed since, or may have."""
    try:
        found = json.loads((asked.folder / "build.json").read_text(encoding="utf-8"))
        seen = look(Asked(asked.content, asked.output, asked.sound, tuple(found["named"])))
        same = found["inputs"] == seen.all and found["outcome"] == outcome(asked.output) != ""
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found["said"] if same else None


def write(asked: Asked, seen: Seen, made: str, said: dict[str, Any]) -> None:
    """Keep what a build was made of, its outcome and what it said; nothing where its files were still changing.

    The outcome is as it was when the build was published: another may have taken its place since.
    """
    if not seen.settled:
        return
    kept = {"inputs": seen.all, "outcome": made, "output": str(asked.output), "named": asked.named, "said": said}
    try:
        asked.folder.mkdir(parents=True, exist_ok=True)
        beside = asked.folder / f"build.{os.getpid()}"
        beside.write_text(json.dumps(kept), encoding="utf-8")
        beside.replace(asked.folder / "build.json")
        _sweep()
    except OSError:
        return  # without a cache everything is built each time


def _sweep() -> None:
    """Take away what was kept for outputs that are gone."""
    for folder in CACHE.iterdir():
        where = folder / "build.json"
        if where.is_file() and time.time() - where.stat().st_mtime > DAY:
            try:
                gone = not Path(json.loads(where.read_text(encoding="utf-8"))["output"]).exists()
            except (ValueError, KeyError):
                gone = True
            if gone:
                shutil.rmtree(folder, ignore_errors=True)
