"""How long a film is, and whether browsers can show it, from the few bytes of MP4 and WebM files that tell."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

#: What a film's file may be, and what browsers call it.
TYPES = {".mp4": "video/mp4", ".m4v": "video/mp4", ".webm": "video/webm"}
#: Pictures coded so that every browser of today shows them.
SHOWN = frozenset({b"avc1", b"avc3", b"vp08", b"vp09", b"av01"})
CODES = frozenset({b"hvc1", b"hev1", b"mp4v", b"dvh1", b"dvhe", b"apch", b"apcn", b"s263"}) | SHOWN
WITHIN = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl"})
#: The parts of WebM (EBML) that are entered or read.
SEGMENT, INFO, SCALE, DURATION, CLUSTER = 0x18538067, 0x1549A966, 0x2AD7B1, 0x4489, 0x1F43B675
UNKNOWN_SIZE = 0xFFFFFFFFFFFFFF
#: A WebM tells its length within its first bytes.
HEAD = 1 << 16
#: Boxes lie so deep in each other in no real film; a damaged one may say so without end.
DEEPEST = 16


@dataclass(frozen=True, slots=True)
class Probe:
    """What a film's file says of itself: its length in ms (None: it does not say) and how its pictures are coded ("" unknown)."""

    length: int | None = None
    codec: str = ""

    @property
    def shown(self) -> bool:
        """Whether browsers of today show it, as far as is known."""
        return not self.codec or self.codec.encode() in SHOWN


def probe(path: Path) -> Probe | None:
    """The Probe of an MP4 or WebM file, None where it is neither or is damaged. Raises OSError."""
    try:
        return _probe(path)
    except (struct.error, ArithmeticError, IndexError, ValueError):
        return None


def _probe(path: Path) -> Probe | None:
    with path.open("rb") as file:
        head = file.read(12)
        if head[:4] == b"\x1aE\xdf\xa3":
            file.seek(0)
            return Probe(_webm(file.read(HEAD)))
        if head[4:8] not in (b"ftyp", b"moov", b"mdat", b"wide", b"free"):
            return None
        found = dict(_mp4(file, 0, path.stat().st_size))
        return Probe(found.get("length"), found.get("codec", ""))


def _mp4(file: BinaryIO, at: int, end: int, depth: int = 0) -> Iterator[tuple[str, int | str]]:
    """("length", ms) and ("codec", name) of the boxes from a place to another."""
    while at + 8 <= end:
        file.seek(at)
        size, kind = struct.unpack(">I4s", file.read(8))
        inner = at + 8
        if size == 1:
            size, inner = struct.unpack(">Q", file.read(8))[0], at + 16
        stop = min(at + size, end) if size else end
        if kind in WITHIN and depth < DEEPEST:
            yield from _mp4(file, inner, stop, depth + 1)
        elif kind == b"mvhd":
            yield from _movie(file.read(32))
        elif kind == b"stsd":
            code = file.read(16)[12:16]
            if code in CODES:
                yield "codec", code.decode()
        if stop <= at:
            return
        at = stop


def _movie(data: bytes) -> Iterator[tuple[str, int]]:
    """The film's length of its `mvhd` box (ISO/IEC 14496-12, 8.2.2)."""
    wide = data[:1] == b"\x01"
    scale, length = struct.unpack(">IQ", data[20:32]) if wide else struct.unpack(">II", data[12:20])
    if scale and length:
        yield "length", round(length * 1000 / scale)


def _webm(data: bytes) -> int | None:
    """The film's length in ms (Matroska, section 5.1.2), or None."""
    scale, length = 1_000_000, None
    for kind, value in _elements(data, 0, len(data)):
        if kind == SCALE:
            scale = int.from_bytes(value, "big")
        elif kind == DURATION:
            length = struct.unpack(">d" if len(value) == 8 else ">f", value)[0]
    return round(length * scale / 1_000_000) if length else None


def _elements(data: bytes, at: int, end: int, depth: int = 0) -> Iterator[tuple[int, bytes]]:
    """(id, bytes) of the elements that matter."""
    while at < end - 1:
        kind, at = _number(data, at, keep=True)
        size, at = _number(data, at, keep=False)
        if kind == CLUSTER:
            return
        stop = end if size >= UNKNOWN_SIZE else min(at + size, end)
        if kind in (SEGMENT, INFO) and depth < DEEPEST:
            yield from _elements(data, at, stop, depth + 1)
        elif kind in (SCALE, DURATION):
            yield kind, data[at:stop]
        at = stop


def _number(data: bytes, at: int, keep: bool) -> tuple[int, int]:
    """A number of EBML and the place after it; `keep` its marker, as in ids."""
    first = data[at] if at < len(data) else 0x80
    length = 9 - first.bit_length() if first else 8
    value = int.from_bytes(data[at : at + length], "big")
    return (value if keep else value & ((1 << 7 * length) - 1)), at + length
