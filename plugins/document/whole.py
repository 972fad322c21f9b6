"""A site on its way through the rooms: its pages, and what the rooms share."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .kept import Kept
from .model import Document, Problem


@dataclass(eq=False)
class Page:
    """One page on its way through the rooms; each room fills its own field.

    `key` tells all that its Document is made from, `save_as` its address in the output, "" for a draft.
    """

    document: Document
    key: str = ""
    save_as: str = ""
    template: str = "page"
    plain: Any = None
    video: Any = None
    guidance: Any = None
    speech: Any = None


@dataclass
class Site:
    """What the rooms share while a site is made.

    `pages` are sorted by file; `addresses` maps a page's address ("yrker/sykepleier/index.html") to its file; `index` is what
    links may point to; `static` maps a path in the output to the file that is copied there; `data` maps a key to the value
    that becomes `data/<key>.js`; `files` maps a path in the output to a file in a store (paths, not bytes); `versions` maps
    a path to what links to it carry, so that no cache mixes old files with new; `seconds` says how long each room took;
    `search`, `guidance`, `report` and `offline` are what those rooms give the templates, `words` what room plain does.
    `wanted` holds the short texts that are to be heard by themselves, as (text, language), with the file of a page that
    shows each; `heard` the key of each one's data script, "" where it cannot be heard. `kept` is what earlier builds found out;
    `keys` tells of each address what its page was made from; `outcome` tells all that was made, and `left` of each page's file how
    it was left, both as they were when nobody else could have taken the output's place.
    """

    content: Path
    settings: Any
    output: Path
    pages: list[Any] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)
    index: Any = None
    static: dict[str, Path] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    search: Any = None
    words: Any = None
    guidance: Any = None
    report: Any = None
    wanted: dict[tuple[str, str], str] = field(default_factory=dict)
    heard: dict[tuple[str, str], str] = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept)
    keys: dict[str, str] = field(default_factory=dict)
    left: dict[str, list[int]] = field(default_factory=dict)
    outcome: str = ""
    offline: Any = None
