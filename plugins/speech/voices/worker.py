"""Asking a voice that lives in a process of its own, and reading its answer."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .protocol import VoiceError

#: Exit code of a worker that lacks the voice asked for, whose name it writes on stderr.
NO_VOICE = 3


def ask(script: Path, flags: Sequence[str], arguments: Sequence[str], job: Any, patience: float) -> bytes:
    """What the worker `script` answers to `job` within `patience` seconds. Raises VoiceError where it dies or is late."""
    command = [sys.executable, *flags, str(script), *arguments]
    try:
        done = subprocess.run(command, input=json.dumps(job).encode(), capture_output=True, timeout=patience, check=False)
    except subprocess.TimeoutExpired:
        raise VoiceError("Stemmen ble ikke ferdig med siden. Bygg en gang til; hjelper det ikke, del siden i to.") from None
    if done.returncode == NO_VOICE:
        raise VoiceError(f"Stemmen «{done.stderr.decode(errors='replace')}» finnes ikke. Rett voices i pelicanconf.py.")
    if done.returncode:
        raise VoiceError(f"Stemmen stoppet midt i siden (kode {done.returncode}). Bygg en gang til; hjelper det ikke, del siden i to.")
    return done.stdout


def frame(data: bytes, offset: int) -> tuple[NDArray[np.int32], NDArray[np.int16], int]:
    """Events (place, sample) and samples of the frame at `offset`, and where the next begins."""
    if offset + 8 > len(data):
        raise VoiceError("Stemmen ga ikke fra seg hele siden. Bygg en gang til.")
    events, samples = np.frombuffer(data, "<u4", 2, offset)
    middle = offset + 8 + int(events) * 8
    end = middle + int(samples) * 2
    if end > len(data):
        raise VoiceError("Stemmen ga ikke fra seg hele siden. Bygg en gang til.")
    return np.frombuffer(data, "<i4", int(events) * 2, offset + 8).reshape(-1, 2), np.frombuffer(data, "<i2", int(samples), middle), end
