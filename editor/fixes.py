"""`lyttevei check --fix`: what is safe is mended in the files, each as it was kept beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from gettext import gettext as _
from pathlib import Path

import click

from plugins import document


def fix_all(found: Iterable[tuple[Path, Path]]) -> Iterator[str]:
    """Mend each (page, content folder); gives what was done, a line each, then where the page as it was lies."""
    for path, content in found:
        file = document.relative_name(path, content)
        try:
            text, repairs = document.fix(path.read_bytes(), file)
            kept = replace(path, text.encode()) if repairs else path
        except OSError as error:
            raise click.ClickException(_("{file} could not be written: {error}").format(file=path, error=error.strerror or error)) from None
        shown = document.shown_path(file, content)
        yield from (f"{shown}:{line}: " + _("fixed: {what}").format(what=said) for line, said in repairs)
        if repairs:
            yield _("{file} as it was: {kept}").format(file=shown, kept=shown.removesuffix(path.name) + kept.name)


def replace(path: Path, data: bytes) -> Path:
    """Write a file anew, whole or not at all; gives the file that holds what it was. A link's target is what is written."""
    path = path.resolve()
    kept, number = path.with_name(f"{path.name}~"), 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.name}.{number}~")
    shutil.copy2(path, kept)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        shutil.copymode(path, beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    return kept
