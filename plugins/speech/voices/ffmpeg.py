"""Where ffmpeg is, and what an editor does who lacks it."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

HOW = (
    "ffmpeg mangler på denne maskinen. Windows: winget install ffmpeg. Mac: brew install ffmpeg. "
    "Alle: pip install imageio-ffmpeg. WAV-filer trenger det ikke."
)


def find_ffmpeg() -> str:
    """The program's path: the system's own, else that of `pip install lyttevei[media]`, else ""."""
    found = shutil.which("ffmpeg")
    if found or not find_spec("imageio_ffmpeg"):
        return found or ""
    from imageio_ffmpeg import get_ffmpeg_exe

    try:
        found = get_ffmpeg_exe()
    except RuntimeError:
        return ""
    return found if os.access(found, os.X_OK) else ""
