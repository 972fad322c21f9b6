"""Every page below the content folder as its Document: those that have not changed as they were kept, the others by workers."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from .digests import digest
from .kept import Kept
from .read import read_page
from .site import address, find_files, is_page, relative_name
from .whole import Page, Site


def read_pages(content: Path, settings: Any, kept: Kept) -> list[Page]:
    """The pages in order of their files."""
    paths = [path for path in find_files(content) if is_page(path)]
    names = [relative_name(path, content) for path in paths]
    asked = [(name, digest(settings.lang, name, _bytes(path))) for name, path in zip(names, paths, strict=True)]
    found = kept.remember("page", asked, lambda number: read_page(paths[number], names[number], settings.lang))
    site = Site(content, settings, content)
    pages = [
        Page(document, key, "" if document.status == "draft" else address(document, site), document.data.get("template", "page"))
        for document, (_, key) in zip(found, asked, strict=True)
    ]
    return sorted(pages, key=lambda page: page.document.file)


def _bytes(path: Path) -> bytes:
    """What a file holds; one that cannot be read is never the same twice."""
    try:
        return path.read_bytes()
    except OSError:
        return f"{time.time_ns()} {os.getpid()}".encode()
