"""Scenes, sound and pictures to the files of a film: MP4, WebM, captions and a picture to show before it plays."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from ..cues import write_vtt
from .captions import cues_of
from .draw import Drawer
from .frames import RATE, frames, length_of, shape
from .scenes import Scene

#: What is the same for both: sound to the end of the pictures, the colours of HD, nothing of this machine in the file.
COMMON = ("-af", "apad", "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p")
COLOURS = ("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv")
PLAIN = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact")
KEY = str(RATE * 4)
H264 = ("-c:v", "libx264", "-preset", "slow", "-crf", "23", "-tune", "stillimage", "-profile:v", "high", "-g", KEY, "-threads", "1")
VP9 = ("-c:v", "libvpx-vp9", "-crf", "36", "-b:v", "0", "-deadline", "good", "-cpu-used", "4", "-g", KEY, "-threads", "1")
AAC, OPUS = ("-c:a", "aac", "-b:a", "72k", "-ac", "1"), ("-c:a", "libopus", "-b:a", "40k", "-ac", "1")
FORMATS = {".mp4": (*H264, *AAC, "-movflags", "+faststart"), ".webm": (*VP9, *OPUS)}
POSTER_QUALITY = 82
FAILED = "ffmpeg lyktes ikke med å lage filmen: {}"


class FilmError(Exception):
    """A film could not be made; the text says why and what to do, in bokmål."""


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a film, and its length in ms."""

    films: tuple[Path, ...]
    captions: Path
    poster: Path
    length: int


def make_film(
    scenes: Sequence[Scene], sound: Path, drawer: Drawer, ffmpeg: str, goal: Path, lang: str, tick: Callable[[], None] = lambda: None
) -> Made:
    """Write `goal` with .mp4, .webm, .<lang>.vtt and .jpg; `tick` is called a hundred times on the way. Raises FilmError, OSError."""
    goal.parent.mkdir(parents=True, exist_ok=True)
    length = length_of(scenes)
    poster = goal.with_name(f"{goal.name}.jpg")
    drawer.scene(scenes[0], 0, None).save(poster, quality=POSTER_QUALITY, optimize=True)
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "film.mkv"
        _run(ffmpeg, _drawn(sound, length), whole, (*COMMON, "-c:v", "libx264", "-qp", "0", "-preset", "ultrafast", "-c:a", "pcm_s16le"),
             _ticking(frames(scenes, drawer), length * RATE // 1000, tick))  # fmt: skip
        films = []
        for suffix, how in FORMATS.items():
            films.append(goal.with_name(f"{goal.name}{suffix}"))
            _run(ffmpeg, ("-i", str(whole)), films[-1], (*how, *COLOURS, *PLAIN))
            tick()
    captions = goal.with_name(f"{goal.name}.{lang}.vtt")
    captions.write_text(write_vtt(cues_of(scenes)), encoding="utf-8", newline="\n")
    return Made(tuple(films), captions, poster, length)


def _drawn(sound: Path, length: int) -> tuple[str, ...]:
    """What ffmpeg reads: frames from us, sound from a file, as long as the frames are."""
    width, height = shape()
    pictures = ("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}", "-r", str(RATE), "-i", "-")
    return (*pictures, "-i", str(sound), "-t", f"{length / 1000}")


def _ticking(found: Iterator, count: int, tick: Callable[[], None]) -> Iterator[bytes]:
    before = 0
    for number, frame in enumerate(found, 1):
        yield frame.tobytes()
        if number * 98 // count > before:
            before = number * 98 // count
            tick()


def _run(ffmpeg: str, source: Sequence[str], goal: Path, how: Sequence[str], data: Iterable[bytes] = ()) -> None:
    """One run of ffmpeg, fed with `data`; what it says is kept in a file, since a full pipe would stop it."""
    command = [ffmpeg, "-hide_banner", "-loglevel", "error", "-y", *source, *how, str(goal)]
    with TemporaryFile() as told:
        try:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=told)
        except OSError as error:
            raise FilmError(FAILED.format(error.strerror or error)) from None
        try:
            for each in data:
                process.stdin.write(each)
            process.stdin.close()
        except BrokenPipeError:
            pass  # it has ended, and said why
        except BaseException:
            process.kill()
            raise
        if process.wait():
            told.seek(0)
            raise FilmError(FAILED.format(told.read().decode("utf-8", "replace").strip()[-300:]))


