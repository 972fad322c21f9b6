"""A page's headings: one h1 (the title, not in the body), then no level left out."""

from __future__ import annotations

import re

from bs4 import Tag

from .tree import HEADINGS, PICTURE, holds

Note = tuple[str, str, str]


def shape_headings(root: Tag, title: str) -> list[Note]:
    """Mend the headings of a body; gives (code, text to look for, message in bokmål) for each repair."""
    notes: list[Note] = []
    level = 1
    for tag in list(root.find_all(list(HEADINGS))):
        text = _plain(tag)
        if not text and not holds(tag, PICTURE):
            notes.append(("heading-empty", "#", "En overskrift er tom. Den er tatt bort."))
            tag.decompose()
        elif tag.name == "h1" and text.casefold() == " ".join(title.split()).casefold():
            notes.append(("heading-h1", text, "Tittelen står en gang til som overskrift. Den er tatt bort: title: øverst er nok."))
            tag.decompose()
        else:
            level = _level(tag, level, text, notes)
    notes += [
        ("heading-bold", _plain(tag), f"«{_plain(tag)}» er et avsnitt med bare fet skrift. Er det en overskrift? Skriv ## foran.")
        for tag in root.find_all("p")
        if _bold_only(tag)
    ]
    return notes


def _level(tag: Tag, before: int, text: str, notes: list[Note]) -> int:
    written = int(tag.name[1])
    if written == 1:
        notes.append(("heading-h1", text, f"«{text}» har én #. Den er for tittelen: bruk to (##) til overskrifter i teksten."))
    level = max(2, min(written, before + 1))
    if level < written:
        notes.append(("heading-jump", text, f"«{text}» hopper over et nivå: bruk {'#' * level} i stedet for {'#' * written}."))
    tag.name = f"h{level}"
    return level


def _plain(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def _bold_only(tag: Tag) -> bool:
    inner = [child for child in tag.children if isinstance(child, Tag) or str(child).strip()]
    text = _plain(tag)
    return len(inner) == 1 and getattr(inner[0], "name", "") in ("strong", "b") and len(text) < 60 and not re.search(r"[.!?:]$", text)
