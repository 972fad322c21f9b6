"""The project that a command works on: its settings, its rooms and its content folder.

What reads pages is imported where it is used: a build that has nothing to do must not wait for it.
"""

from __future__ import annotations

import runpy
import traceback
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from plugins import document

SETTINGS = "pelicanconf.py"
#: What a slip of the pen in the settings becomes.
SLIPS = (SyntaxError, TypeError, NameError, AttributeError, KeyError, ImportError)
ROOT = Path(__file__).resolve().parent.parent
#: Where templates lie (`pelicanconf.py`).
TEMPLATES = ("plugins", "theme/templates")


@dataclass(frozen=True)
class Project:
    """Settings and rooms as `pelicanconf.py` has them."""

    settings: document.Settings
    rooms: tuple[ModuleType, ...]


def load() -> Project:
    """Read `pelicanconf.py`; a wrong setting, or a slip in the file itself, ends the command with what to do."""
    try:
        found = runpy.run_path(str(ROOT / SETTINGS))
        return Project(found["LYTTEVEI"], tuple(found["PIPELINE"]))
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    except SLIPS as error:
        told = _("{file}, line {line}: {error}. Correct the line, or take the file back from git.")
        raise click.ClickException(told.format(file=SETTINGS, line=_line(error), error=_said(error))) from None


def _line(error: Exception) -> int:
    """The line of the settings that an error comes from."""
    if isinstance(error, SyntaxError):
        return error.lineno or 1
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 1 for frame in reversed(frames) if Path(frame.filename).name == SETTINGS), 1)


def _said(error: Exception) -> str:
    """What Python says of it, without the file's path."""
    if isinstance(error, KeyError):
        return _("{name} is missing").format(name=error.args[0])
    return error.msg if isinstance(error, SyntaxError) else str(error)


def content_folder(given: Path | None) -> Path:
    """The content folder asked for, else the project's own; it must exist."""
    content = (given or ROOT / "content").resolve()
    if not content.is_dir():
        raise click.ClickException(_("There is no folder {path}. Choose another with --content.").format(path=content))
    return content


def content_of(file: Path, given: Path | None) -> Path:
    """The content folder that `file` belongs to: the one asked for, the nearest called "content", else the file's own."""
    file = file.resolve()
    if given is not None:
        return content_folder(given)
    own = ROOT / "content"
    if file.is_relative_to(own):
        return own
    return next((folder for folder in file.parents if folder.name == "content"), file.parent)


def walk(project: Project, content: Path) -> document.Site:
    """Take all pages through the rooms without making sound or files."""
    from plugins import document

    site = document.read_site(content, replace(project.settings, sound=False))
    for room in project.rooms:
        room.process(site)
    site.problems += (document.no_template(page) for page in document.every_page(site) if not _has_template(page.document))
    return site


def _has_template(page: document.Document) -> bool:
    """Whether the template that a page names is there, as Pelican would find it."""
    name = page.data.get("template", "page")
    return ".." not in name.split("/") and any((ROOT / folder / f"{name}.html").is_file() for folder in TEMPLATES)


def name_in(content: Path, file: Path) -> str:
    """What a file is called below its content folder; it must lie there."""
    from plugins import document

    file = file.resolve()
    if not file.is_relative_to(content.resolve()):
        raise click.ClickException(
            _("{file} is not in the content folder {content}. Say which with --content.").format(file=file, content=content)
        )
    return document.relative_name(file, content.resolve())


def unwritable(text: str, path: Path, error: OSError) -> click.ClickException:
    """What a command ends with where its folder cannot be written; `text` has a place for {path} and {error}."""
    from plugins import document

    return click.ClickException(text.format(path=path, error=document.unwritable(error, _("Choose another folder with --output."))))
