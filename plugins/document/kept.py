"""What earlier builds found out of each page, kept in one SQLite file: the same input is never worked on twice.

A thing is kept by its kind and name with the key of all that it was made from; another key is another thing. Large parts of it
(`apart`, a dataclass's own list of field names) are read again when somebody asks for them, so that ten thousand pages fit in memory.
"""

from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from functools import cache, partial
from pathlib import Path
from typing import Any

from .digests import digest
from .workers import LEAST, share

TABLE = (
    "CREATE TABLE IF NOT EXISTS kept"
    " (kind TEXT, name TEXT, key TEXT, thing BLOB, PRIMARY KEY (kind, name)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS apart (kind TEXT, name TEXT, parts BLOB, PRIMARY KEY (kind, name));"
)


@contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Have a folder of the cache to oneself while the block runs; False where another build has it, or it cannot be written.

    SQLite's own lock ends with its process, whatever that dies of.
    """
    lock = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(folder / "lock.db", timeout=0, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except (OSError, sqlite3.Error):
        lock = lock and lock.close()
    try:
        yield lock is not None
    finally:
        if lock:
            lock.close()


class Kept:
    """The store of one build; without a file, nothing is kept and all is made anew. `code` is a digest of the program."""

    def __init__(self, file: Path | None = None, code: str = "") -> None:
        self.file, self.code = file, code
        self.connections: dict[int, sqlite3.Connection] = {}
        self.last: dict[str, tuple[str, dict[str, Any]]] = {}

    def remember(self, kind: str, asked: Sequence[tuple[str, str]], work: Callable[[int], Any], least: int = LEAST) -> list[Any]:
        """A thing for each (name, key) asked for: as it was kept, else `work(number)`, shared among workers.

        The names are all that there are of that kind: what is kept of others is dropped. `least` things are worth a worker.
        """
        if self.file is None:
            found = sorted(share(work, range(len(asked)), least), key=lambda each: each[0])
            return [thing for _, thing in found]
        asked = [(name, digest(self.code, key)) for name, key in asked]
        known = dict(self._known(kind, dict(asked)))
        missing = [number for number, (name, _) in enumerate(asked) if name not in known]
        for at, (thing, parts) in share(lambda number: pack(work(number)), missing, least):
            name, key = asked[missing[at]]
            self._keep(kind, name, key, thing, parts)
            known[name] = self._thing(kind, name, thing)
        self._sweep(kind, {name for name, _ in asked})
        self.connection.commit()
        return [known[name] for name, _ in asked]

    @property
    def connection(self) -> sqlite3.Connection:
        """This process's own: a worker may not use that of the process it was copied from."""
        if os.getpid() not in self.connections:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            opened = self.connections[os.getpid()] = sqlite3.connect(self.file, timeout=60)
            opened.execute("PRAGMA journal_mode = WAL")  # workers read while this process writes
            opened.execute("PRAGMA synchronous = OFF")  # a cache that is lost with the power is no loss
            opened.executescript(TABLE)
        return self.connections[os.getpid()]

    def close(self) -> None:
        """End with the store; what is kept stays."""
        if opened := self.connections.pop(os.getpid(), None):
            opened.close()

    def parts(self, kind: str, name: str) -> dict[str, Any]:
        """The parts of a thing that are kept apart; the last asked for of each kind stay in memory."""
        if self.last.get(kind, ("",))[0] != name:
            row = self.connection.execute("SELECT parts FROM apart WHERE kind = ? AND name = ?", (kind, name)).fetchone()
            self.last[kind] = name, pickle.loads(row[0])
        return self.last[kind][1]

    def _known(self, kind: str, keys: dict[str, str]) -> Iterator[tuple[str, Any]]:
        for name, key, thing in self.connection.execute("SELECT name, key, thing FROM kept WHERE kind = ?", (kind,)):
            if keys.get(name) == key:
                yield name, self._thing(kind, name, thing)

    def _keep(self, kind: str, name: str, key: str, thing: bytes, parts: bytes) -> None:
        self.last.pop(kind, None)
        self.connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", (kind, name, key, thing))
        if parts:
            self.connection.execute("INSERT OR REPLACE INTO apart VALUES (?, ?, ?)", (kind, name, parts))

    def _sweep(self, kind: str, names: set[str]) -> None:
        gone = [(kind, name) for (name,) in self.connection.execute("SELECT name FROM kept WHERE kind = ?", (kind,)) if name not in names]
        for table in ("kept", "apart"):
            self.connection.executemany(f"DELETE FROM {table} WHERE kind = ? AND name = ?", gone)

    def _thing(self, kind: str, name: str, thing: bytes) -> Any:
        """The thing as its class, or, where parts of it are kept apart, as one that fetches them."""
        cls, values, more = pickle.loads(thing)
        if cls is None:
            return values
        made = object.__new__(stored(cls))
        for field, value in values.items():
            object.__setattr__(made, field, value)
        object.__setattr__(made, "_fetch", partial(self.parts, kind, name))
        return made if more is None else (made, more)


def pack(found: Any) -> tuple[bytes, bytes]:
    """A thing (or a tuple of one and something else) and its parts that are kept apart, both as bytes."""
    thing, more = found if isinstance(found, tuple) else (found, None)
    apart = getattr(type(thing), "apart", ())
    if not apart:
        return pickle.dumps((None, found, None), -1), b""
    values = {field.name: getattr(thing, field.name) for field in fields(thing)}
    parts = {name: values.pop(name) for name in apart}
    return pickle.dumps((type(thing), values, more), -1), pickle.dumps(parts, -1)


@cache
def stored(cls: type) -> type:
    """The class of things of `cls` that fetch what is kept apart when they are asked for it."""

    def fetch(self: Any, name: str) -> Any:
        if name not in cls.apart:
            raise AttributeError(name)
        return self._fetch()[name]

    def whole(self: Any) -> tuple:
        return cls, tuple(getattr(self, field.name) for field in fields(cls))

    return type(f"Stored{cls.__name__}", (cls,), {"__slots__": ("_fetch",), "__getattr__": fetch, "__reduce__": whole})
