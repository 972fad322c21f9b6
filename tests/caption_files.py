"""Caption files written by programs that are not ours: ffmpeg, pysubs2, srt and webvtt-py."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pysubs2
import srt
import webvtt

from plugins.speech import find_ffmpeg

#: (start, end, text): letters of Norwegian, emoji, right to left, italics, two speakers, an "and", a number alone.
TALK: Sequence[tuple[int, int, str]] = (
    (0, 1500, "Blåbærsyltetøy på Ærø, sier Åse."),
    (1500, 3250, "Det er gøy 😀👩🏽‍⚕️ på jobb"),
    (3300, 5000, "مرحبا بكم في المدرسة"),
    (5000, 6750, "Dette er <i>viktig</i>."),
    (6800, 8000, "- Kommer du?\n- Ja, kl. 08.30!"),
    (8000, 9999, "Salt & pepper, ½ liter"),
    (10000, 12000, "2024"),
    (3_600_000, 3_601_500, "Etter en time."),
)


def by_srt(folder: Path) -> Path:
    """SubRip, by the package srt."""
    subtitles = [srt.Subtitle(at, _time(start), _time(end), text) for at, (start, end, text) in enumerate(TALK, 1)]
    return _write(folder / "srt.srt", srt.compose(subtitles))


def by_pysubs2(folder: Path, suffix: str) -> Path:
    """SubRip or WebVTT, by pysubs2."""
    found = pysubs2.SSAFile()
    for start, end, text in TALK:
        text = text.replace("<i>", r"{\i1}").replace("</i>", r"{\i0}").replace("\n", r"\N")
        found.append(pysubs2.SSAEvent(start=start, end=end, text=text))
    path = folder / f"pysubs2{suffix}"
    found.save(str(path))
    return path


def by_webvtt(folder: Path) -> Path:
    """WebVTT, by webvtt-py."""
    found = webvtt.WebVTT()
    for start, end, text in TALK:
        found.captions.append(webvtt.Caption(_clock(start), _clock(end), text.replace("&", "&amp;")))
    path = folder / "webvtt.vtt"
    found.save(str(path))
    return path


def by_ffmpeg(folder: Path, suffix: str, codec: str = "") -> Path:
    """What ffmpeg makes of a SubRip file: WebVTT, SubRip, or SubRip from the format of ASS, with its codes."""
    path = folder / f"ffmpeg{codec}{suffix}"
    source = by_srt(folder)
    if codec:
        run(source, folder / "mellom.ass")
        source = folder / "mellom.ass"
    run(source, path)
    return path


def run(source: Path, goal: Path, *how: str) -> None:
    """One run of ffmpeg."""
    command = [find_ffmpeg(), "-hide_banner", "-loglevel", "error", "-y", "-i", str(source), *how, str(goal)]
    subprocess.run(command, check=True, capture_output=True)


def _time(ms: int) -> datetime.timedelta:
    return datetime.timedelta(milliseconds=ms)


def _clock(ms: int) -> str:
    return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path


MAKERS: Mapping[str, Callable[[Path], Path]] = {
    "srt": by_srt,
    "pysubs2 srt": lambda folder: by_pysubs2(folder, ".srt"),
    "pysubs2 vtt": lambda folder: by_pysubs2(folder, ".vtt"),
    "webvtt-py": by_webvtt,
    "ffmpeg vtt": lambda folder: by_ffmpeg(folder, ".vtt"),
    "ffmpeg srt": lambda folder: by_ffmpeg(folder, ".srt"),
    "ffmpeg srt from ass": lambda folder: by_ffmpeg(folder, ".srt", "ass"),
}
