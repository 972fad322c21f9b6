"""Scripts and style sheets as they are sent: without comments, and those of every page as one file of each kind.

rjsmin and rcssmin take out comments and blanks and change nothing else, so what runs is what was written.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

TABLE = "bundles.toml"


def made(folders: list[Path], theme: Path) -> dict[str, bytes]:
    """Every script and style sheet of the folders by its name in the output; what is in a bundle is there alone."""
    found = (path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()))
    paths = {path.name: path for path in found if path.suffix in (".css", ".js")}
    bundles = read_bundles(theme, paths)
    alone = {name: paths[name] for name in paths if not any(name in names for names in bundles.values())}
    out = {name: small(path.read_text(encoding="utf-8"), path.suffix) for name, path in alone.items()}
    for name, parts in bundles.items():
        out[name] = b"\n".join(small(paths[part].read_text(encoding="utf-8"), paths[part].suffix) for part in parts)
    return out


def read_bundles(theme: Path, known: Mapping[str, Path]) -> dict[str, list[str]]:
    """The files of each bundle, in their order; empty for a theme without a table. Raises ValueError for a file that is not there."""
    table = theme / TABLE
    found = tomllib.loads(table.read_text(encoding="utf-8")) if table.is_file() else {}
    bundles = {name: [f"{part}{Path(name).suffix}" for part in parts] for name, parts in found.items()}
    for name, parts in bundles.items():
        if missing := [part for part in parts if part not in known]:
            what = f"{table}: {name} skal ha {', '.join(missing)}, som ikke finnes."
            raise ValueError(f"{what} Ta bort navnet, eller legg filen i en static-mappe.")
    return bundles


def small(text: str, suffix: str) -> bytes:
    """The same script or style sheet without comments; a first comment with a licence ("/*!") is kept."""
    return (jsmin(text, keep_bang_comments=True) if suffix == ".js" else cssmin(text, keep_bang_comments=True)).encode()


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Put the files in the place of those that were copied."""
    for path in folder.iterdir():
        if path.suffix in (".css", ".js"):
            path.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)
