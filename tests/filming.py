"""Small real films for tests, made by ffmpeg: a picture that changes and a tone."""

from __future__ import annotations

import subprocess
import tempfile
from functools import cache
from pathlib import Path

from plugins.speech import find_ffmpeg

#: Every film is so long, ms.
WEBM_MS = 20_000
CODECS = {".webm": ("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "100k", "-c:a", "libopus", "-b:a", "16k")}


@cache
def film_bytes(suffix: str = ".webm", codec: str = "libx264", tone: int = 440) -> bytes:
    """A film of twenty seconds with a tone of so many Hz: WebM (VP8), or MP4 of a codec."""
    how = CODECS.get(suffix) or ("-c:v", codec, "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "+faststart")
    picture, sound = f"testsrc=s=160x90:r=10:d={WEBM_MS / 1000}", f"sine={tone}:d={WEBM_MS / 1000}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"film{suffix}"
        source = ("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound, "-t", str(WEBM_MS / 1000))
        command = [find_ffmpeg(), "-loglevel", "error", *source, *how, str(path)]
        subprocess.run(command, check=True, capture_output=True)
        return path.read_bytes()
