"""The command's own language: bokmål, by gettext, for our texts and Click's."""

from __future__ import annotations

import gettext
import os
import tempfile
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "messages"  # Click asks for its texts in gettext's default domain


def speak_bokmal() -> None:
    """Make gettext answer in bokmål from here on; the catalogue is compiled when the text of it is newer."""
    source = LOCALE / "nb" / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = _compiled(source)
    os.environ["LANGUAGE"] = "nb"
    gettext.bindtextdomain(DOMAIN, compiled.parents[2])
    gettext.textdomain(DOMAIN)


def _compiled(source: Path) -> Path:
    beside = source.with_suffix(".mo")
    if beside.exists() and beside.stat().st_mtime >= source.stat().st_mtime:
        return beside
    try:
        return _compile(source, beside)
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="lyttevei-")) / "nb" / "LC_MESSAGES"
        folder.mkdir(parents=True)
        return _compile(source, folder / beside.name)


def _compile(source: Path, target: Path) -> Path:
    """Write the catalogue whole, by one rename: another command may be reading it, or writing it, too."""
    from babel.messages.mofile import write_mo  # here, since it is seldom wanted and takes its time to load
    from babel.messages.pofile import read_po

    new = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with source.open("rb") as text, new.open("wb") as out:
            write_mo(out, read_po(text, locale="nb"))
        return new.replace(target)
    finally:
        new.unlink(missing_ok=True)
