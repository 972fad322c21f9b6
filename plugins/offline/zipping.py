"""ZIP files that are the same bytes for the same contents, on every machine."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

#: The first moment that a ZIP can tell: the clock must not show in the bytes.
MOMENT = (1980, 1, 1, 0, 0, 0)
READABLE = 0o100644 << 16
UNIX = 3


def write_zip(goal: Path, files: Mapping[str, bytes | Path]) -> None:
    """Write `files`, by their names in the ZIP and in that order, to `goal`.

    Nothing is compressed: compressors differ from machine to machine, and nearly all of it is sound, which is compressed.
    """
    goal.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(goal, "w", zipfile.ZIP_STORED) as out:
        for name, source in files.items():
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.create_system, entry.external_attr = UNIX, READABLE
            out.writestr(entry, source if isinstance(source, bytes) else source.read_bytes())
