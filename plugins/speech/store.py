"""Sound that was made once, by what is said in it: `audio/store/ab/<key>.mp3` and `.json`.

Content-addressed, written whole or not at all, and proved when read: the times name the hash of
their MP3's bytes, so that a cut file, or two machines' files mixed, are made again.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Made:
    """A page's sound in the store: its file, the hash of its bytes, and times in ms.

    `sentences` is flat, start and end of each; `words` the start of each word, in spoken order, -1 where it is not known;
    `length` that of the whole sound.
    """

    path: Path
    hash: str
    length: int
    sentences: tuple[int, ...]
    words: tuple[int, ...]


def digest(data: bytes) -> str:
    """A short name for bytes: 128 bits of their SHA-256."""
    return hashlib.sha256(data).hexdigest()[:32]


def key(said: Any) -> str:
    """The store's key of anything JSON can hold."""
    return digest(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def find(store: Path, name: str) -> Made | None:
    """What lies under the key `name`, proved, or None where it must be made."""
    path = _path(store, name)
    try:
        times = json.loads(path.with_suffix(".json").read_bytes())
        made = Made(path, times["mp3"], int(times["ms"]), tuple(map(int, times["sentences"])), tuple(map(int, times["words"])))
        return made if digest(path.read_bytes()) == made.hash else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(store: Path, name: str, mp3: bytes, length: int, sentences: list[int], words: list[int]) -> Made:
    """Put a sound under the key `name`. Raises OSError where the store cannot be written."""
    path = _path(store, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    times = {"mp3": digest(mp3), "ms": length, "sentences": sentences, "words": words}
    write_whole(path, mp3)
    write_whole(path.with_suffix(".json"), json.dumps(times, separators=(",", ":")).encode())
    return Made(path, times["mp3"], length, tuple(sentences), tuple(words))


def _path(store: Path, name: str) -> Path:
    return store / name[:2] / f"{name}.mp3"


def write_whole(path: Path, data: bytes) -> None:
    """Whole or not at all, though two builds write the same file at once."""
    handle, beside = tempfile.mkstemp(prefix=".ny-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
