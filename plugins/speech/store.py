"""Sound that was made once, by what is said in it: `audio/store/ab/<key>.mp3` and `.json`.

Content-addressed, written whole or not at all, and proved when read: what is told of a sound names the
hash of its bytes, so that a cut file, or two machines' files mixed, are made again. A store may be shared
by many machines: then what lies there is taken from there, and what is made here is put there too.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import shared


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


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of sounds, and the address of a store that it shares with other machines ("" for none)."""

    folder: Path
    address: str = ""

    def __str__(self) -> str:
        return self.address or str(self.folder)

    def find(self, name: str) -> Made | None:
        """The sound under the key `name`, proved, or None where it must be made. Raises OSError where the shared store does not answer."""
        found = self.read(name, "mp3")
        try:
            return found and _made(self._path(name, "mp3"), found[1])
        except (ValueError, KeyError, TypeError):
            return None

    def keep(self, name: str, mp3: bytes, length: int, sentences: list[int], words: list[int]) -> Made:
        """Put a sound under the key `name`. Raises OSError where the store cannot be written."""
        told = self.write(name, "mp3", mp3, {"ms": length, "sentences": sentences, "words": words})
        return _made(self._path(name, "mp3"), told)

    def read(self, name: str, kind: str) -> tuple[bytes, dict[str, Any]] | None:
        """The bytes of a sound of a kind ("mp3", "flac") and what is told of it, proved, or None. Raises OSError as `find` does."""
        found = self._near(name, kind)
        if found is None and self.address and (both := shared.fetch(self.address, _files(name, kind))):
            self._put(name, kind, *both)
            found = self._near(name, kind)
        return found

    def write(self, name: str, kind: str, data: bytes, told: dict[str, Any]) -> dict[str, Any]:
        """Put the bytes of a sound, and what is told of it, into the store; gives what is told. Raises OSError."""
        told = {kind: digest(data), **told}
        text = json.dumps(told, separators=(",", ":")).encode()
        try:
            if self.address:  # first: what lies here is not asked for there
                shared.put(self.address, dict(zip(_files(name, kind), (data, text), strict=True)))
        finally:
            self._put(name, kind, data, text)
        return told

    def _path(self, name: str, kind: str) -> Path:
        return self.folder / _files(name, kind)[0]

    def _near(self, name: str, kind: str) -> tuple[bytes, dict[str, Any]] | None:
        path = self._path(name, kind)
        try:
            told, data = json.loads(path.with_suffix(".json").read_bytes()), path.read_bytes()
            return (data, told) if digest(data) == told[kind] else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _put(self, name: str, kind: str, data: bytes, told: bytes) -> None:
        path = self._path(name, kind)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
        write_whole(path.with_suffix(".json"), told)


def _made(path: Path, told: dict[str, Any]) -> Made:
    return Made(path, told["mp3"], int(told["ms"]), tuple(map(int, told["sentences"])), tuple(map(int, told["words"])))


def _files(name: str, kind: str) -> tuple[str, str]:
    """A sound's file and that of what is told of it, below the store."""
    return f"{name[:2]}/{name}.{kind}", f"{name[:2]}/{name}.json"


def digest(data: bytes) -> str:
    """A short name for bytes: 128 bits of their SHA-256."""
    return hashlib.sha256(data).hexdigest()[:32]


def key(said: Any) -> str:
    """The store's key of anything JSON can hold."""
    return digest(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


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
