"""Keys of what things are made from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def digest(*parts: object) -> str:
    """The key of what something is made from: texts, bytes and what `repr` tells in full."""
    found = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode(errors="surrogatepass")
        found.update(b"%d:" % len(data) + data)
    return found.hexdigest()


def in_full(value: Any) -> str:
    """All that a value holds, as a text that is the same in every process; a set has no order of its own."""
    if is_dataclass(value):
        return f"{type(value).__name__}({in_full({field.name: getattr(value, field.name) for field in fields(value)})})"
    if isinstance(value, Mapping):
        return "{" + ",".join(sorted(f"{in_full(key)}:{in_full(each)}" for key, each in value.items())) + "}"
    if isinstance(value, (set, frozenset)):
        return "{" + ",".join(sorted(map(in_full, value))) + "}"
    return "[" + ",".join(map(in_full, value)) + "]" if isinstance(value, (list, tuple)) else repr(value)
