"""Writes what the rooms have made: files that pages use, files from stores, data as scripts."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from .whole import Site


def write(site: Site) -> None:
    """Fill the output with `site.static`, `site.files` and `site.data`."""
    for place, source in sorted({**site.static, **site.files}.items()):
        goal = site.output / place
        goal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, goal)
    for key, value in sorted(site.data.items()):
        _data_script(site.output / "data" / f"{key}.js", key, value)


def _data_script(path: Path, key: str, value: Any) -> None:
    """A datum as a classic script: what `file://` lets a page load."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")  # line ends to older scripts
    path.write_text(f"Lyttevei.put({json.dumps(key)},{text});\n", encoding="utf-8", newline="\n")


def data_name(value: Any) -> str:
    """The key of a value's data script: the version of what it holds."""
    return version(json.dumps(value, ensure_ascii=False, sort_keys=True).encode())


def version(data: bytes) -> str:
    """A short name for what a file holds: 64 bits of its SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()[:16]


def empty(output: Path) -> None:
    """Take away what the last build left."""
    if output.is_dir():
        for each in output.iterdir():
            shutil.rmtree(each) if each.is_dir() and not each.is_symlink() else each.unlink()
