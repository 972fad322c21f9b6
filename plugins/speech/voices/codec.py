"""What a sound file is, by its bytes: names lie (a phone's m4a may be called mp3)."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

#: Bytes at a file's start and end in which its codec is named.
NEAR = 1 << 20
#: Names in an MP4 file's table of tracks, and in an Ogg file's first page.
TRACKS = MappingProxyType(
    {b"mp4a": "aac", b"alac": "alac", b"samr": "amrnb", b"sawb": "amrwb", b"Opus": "opus", b"fLaC": "flac", b".mp3": "mp3"}
)
PAGES = MappingProxyType({b"OpusHead": "opus", b"\x01vorbis": "vorbis", b"\x7fFLAC": "flac", b"Speex": "speex"})


def codec(path: Path) -> str:
    """ffmpeg's name for what decodes the file; "mp3" where nothing tells otherwise."""
    with path.open("rb") as file:
        head = file.read(NEAR)
        file.seek(max(0, path.stat().st_size - NEAR))
        tail = file.read()
    if head[4:8] == b"ftyp":
        return next((name for mark, name in TRACKS.items() if mark in head or mark in tail), "aac")
    if head[:4] == b"OggS":
        return next((name for mark, name in PAGES.items() if mark in head[:300]), "vorbis")
    if head[:4] == b"fLaC":
        return "flac"
    if head[:4] == b"\x1aE\xdf\xa3":
        return "vorbis" if b"A_VORBIS" in head else "opus"
    return "aac" if len(head) > 1 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0 else "mp3"
