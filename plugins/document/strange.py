"""Keys of front matter that nobody knows, wherever in it they stand."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from .kinds import keys_of
from .model import Problem
from .parts import Part
from .problems import problem
from .yamltext import Header

#: Keys with keys of their own below them, which are often not moved in.
INSIDE = MappingProxyType(
    {"picture": ("file", "alt", "gender", "background"), "sources": ("title", "url"), "summaries": ("nb", "nn", "en", "uk")}
)


def strange_keys(value: Any, header: Header, file: str, path: tuple = (), own: tuple[str, ...] = ()) -> Iterator[Problem]:
    """Each key in a Part, or in Parts below it, that its schema lacks; `own` are more keys that are known at the top."""
    if isinstance(value, Part):
        known = [*keys_of(type(value)), *own]
        for key in value.model_extra or {}:
            hint = _above(key, header) if not path else ""
            message = f"{_place(path)}«{key}» er ikke en kjent opplysning.{hint or _hint(key, known)}"
            yield problem(file, _line(header, (*path, key)), "unknown-key", message)
        for name, field in type(value).model_fields.items():
            yield from strange_keys(getattr(value, name), header, file, (*path, field.alias or name))
    elif isinstance(value, (list, dict)):
        for place, inner in enumerate(value) if isinstance(value, list) else value.items():
            yield from strange_keys(inner, header, file, (*path, place))


def _above(key: str, header: Header) -> str:
    """Where the key belongs below one that stands above it without a value: its lines were not moved in."""
    lines = {name[0]: line for name, line in header.lines.items() if len(name) == 1}
    owners = [name for name, inner in INSIDE.items() if key in inner and name in lines and header.values.get(name, "") is None]
    return f" Hører den til {owners[0]}? Sett to mellomrom foran «{key}»." if owners else ""


def _hint(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, 1)
    return f" Mente du {near[0]}?" if near else " Den blir ikke brukt."


def _place(path: tuple) -> str:
    """Where in the front matter it is, as a reader counts: "roads nr. 1 steps nr. 2: "."""
    return " ".join(f"nr. {part + 1}" if isinstance(part, int) else str(part) for part in path) + ": " if path else ""


def _line(header: Header, path: tuple) -> int:
    return next((header.lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in header.lines), 1)
