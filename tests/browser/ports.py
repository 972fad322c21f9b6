"""Ports of this machine for programs that tests start."""

from __future__ import annotations

import socket
import subprocess
import time


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(port: int, program: subprocess.Popen, seconds: float = 60) -> None:
    """Wait until the program answers on the port. Raises RuntimeError where it ends or never does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if program.poll() is not None:
            raise RuntimeError(f"{program.args} ended with {program.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"{program.args} does not answer on port {port}")
