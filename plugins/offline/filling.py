"""Filling this room's own templates: books, feeds and server files are made of them, pages are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

#: What is text for people and servers; all else is XML or HTML, whose values are escaped.
PLAIN = ".txt"


def fill(template: Path, **values: Any) -> str:
    """The template with its values, ended by one line end; a value that is missing is a mistake. `clock` is a filter."""
    environment = Environment(
        loader=FileSystemLoader(template.parent),
        autoescape=template.suffix != PLAIN,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clock"] = clock
    return environment.get_template(template.name).render(**values) + "\n"


def clock(ms: int) -> str:
    """Milliseconds as a clock: 01:02:03.045."""
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
