"""Builds in processes of their own, which see changes in rooms, too: what they say is passed on at once and kept."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from . import project

#: A Problem as the terminal has it (`document.describe`).
PROBLEM = re.compile(r"^(.+:\d+: (feil|merknad): .+ \[[a-z0-9-]+\])\r?$", re.MULTILINE)
#: What moves the bar of progress on a terminal.
MOVES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
#: Read as it comes, in bytes: so the bar of progress moves.
PIECE = 4096


@dataclass(frozen=True)
class Built:
    """How a build went: its first line, or "" where it stopped; its errors and its remarks, as they were told."""

    line: str
    errors: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class Builder:
    """Builds one site again and again. A process for the next build stands ready, so that a save waits for no library."""

    def __init__(self, content: Path, output: Path, no_sound: bool) -> None:
        """Have a process load what the first build needs."""
        self.asked = ["--content", str(content), "--output", str(output), *(["--no-sound"] if no_sound else [])]
        self.next = self._stand_by()

    def build(self, anew: bool = False) -> Built:
        """Build, whole or not at all; what is wrong goes to the terminal while it is found. `anew`: the program has changed."""
        if anew:
            self.close()
            self.next = self._stand_by()
        with self.next as process:
            with suppress(OSError):  # it has died: what it said tells of what
                process.stdin.write(json.dumps(self.asked).encode() + b"\n")
                process.stdin.close()
            said = _pass_on(process.stderr.fileno())
            done = process.stdout.read().decode("utf-8", "replace").splitlines()
        self.next = self._stand_by()
        found = sort_problems(said)
        return Built(done[0] if process.returncode == 0 and done else "", found["feil"], found["merknad"])

    def close(self) -> None:
        """Let the process that stands ready go."""
        with self.next as process:
            process.kill()

    def _stand_by(self) -> subprocess.Popen[bytes]:
        path = os.pathsep.join(filter(None, (str(project.ROOT), os.environ.get("PYTHONPATH"))))
        bar = {"TTY_COMPATIBLE": "1"} if sys.stderr.isatty() else {}
        return subprocess.Popen(
            [sys.executable, "-m", "editor.standby"],
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", **bar},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )


def sort_problems(said: str) -> dict[str, tuple[str, ...]]:
    """The errors and remarks in what a build said, by their word in bokmål."""
    found = PROBLEM.findall(MOVES.sub("", said))
    return {word: tuple(line for line, grave in found if grave == word) for word in ("feil", "merknad")}


def _pass_on(handle: int) -> str:
    """Everything that comes, written on at once, until it ends."""
    parts = []
    while part := os.read(handle, PIECE):
        parts.append(part)
        sys.stderr.buffer.write(part)
        sys.stderr.flush()
    return b"".join(parts).decode("utf-8", "replace")
