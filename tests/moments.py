"""A build that is stopped by `kill -9` at a chosen moment, in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.making import ROOT

#: A child of the test that has no exchange of two names (the kernel refuses it, by a filter of its own for this process)
#: and is killed at its second rename of a folder beside the output: between the two steps.
BETWEEN_STEPS = """
import ctypes, os, platform, signal, struct, sys
number = {"x86_64": 316, "aarch64": 276}[platform.machine()]
rows = ((0x20, 0, 0, 0), (0x15, 0, 1, number), (0x06, 0, 0, 0x50000 | 38), (0x06, 0, 0, 0x7FFF0000))
code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *row) for row in rows))
filter = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(rows), ctypes.addressof(code)))
libc = ctypes.CDLL(None, use_errno=True)
assert libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, filter, 0, 0) == 0, os.strerror(ctypes.get_errno())
renamed = []

def watch(event, arguments):
    if event == "os.rename" and ".gammel-" in f"{renamed}" and ".ny-" in str(arguments[0]) and KILL:
        os.kill(os.getpid(), signal.SIGKILL)
    if event == "os.rename":
        renamed.append(str(arguments[1]))

sys.addaudithook(watch)
from editor.cli import main
main()
"""


def start(content: Path, output: Path, before: str = "") -> subprocess.Popen:
    """`lyttevei build` without sound; `before` is Python that runs it, for one that is to be hindered."""
    way = ["-c", before] if before else ["-m", "editor.cli"]
    command = [sys.executable, *way, "build", "--no-sound", "--content", str(content), "--output", str(output)]
    path = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=ROOT, env=path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def kill_after(running: subprocess.Popen, seconds: float, since: Callable[[], bool] = lambda: True) -> bool:
    """Kill a build some time after it has come so far; False where it was quicker."""
    wait_for(running, since)
    time.sleep(seconds)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    return running.returncode == -signal.SIGKILL


def wait_for(running: subprocess.Popen, since: Callable[[], bool]) -> None:
    """Wait until the build has come so far, or is done."""
    while not since() and running.poll() is None:
        time.sleep(0.001)
