"""One command in a process of its own: its wall time and its peak memory."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall time in seconds, and the largest memory that one of its processes held, in MB."""

    seconds: float
    memory: float


def run(command: list[str], cwd: Path = ROOT, **env: str) -> Cost:
    """Run a command to its end; SystemExit with what it said where it fails."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=cwd, env={**os.environ, "PYTHONPATH": str(ROOT), **env}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as child:
        said = child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if child.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{said.decode(errors='replace')[-2000:]}")
    return Cost(seconds, used.ru_maxrss / 1024)
