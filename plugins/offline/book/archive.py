"""A book's files, and all of them as one EPUB."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from ..filling import fill
from ..zipping import write_zip
from .binding import Book, Chapter
from .text import Text, Writer

HERE = Path(__file__).parent
TYPES = MappingProxyType({
    ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp",
})  # fmt: skip
FOLDER = "EPUB"


def write_book(book: Book, goal: Path) -> None:
    """Write the book as an EPUB; the same bytes for the same pages. Raises OSError."""
    write_zip(goal, contents(book))


def contents(book: Book) -> dict[str, bytes | Path]:
    """Every file of the EPUB in its order; `mimetype` must be the first."""
    texts = [Writer(book, chapter).text() for chapter in book.chapters]
    pictures = {name: file for text in texts for name, file in sorted(text.pictures.items())}
    sounds = {_sound(chapter): chapter.sound for chapter in book.spoken}
    about = {"book": book, "media": [(name, _type(name)) for name in [*pictures, *sounds]], "sound_of": _sound}
    inner: dict[str, bytes | Path] = {
        "package.opf": _fill("package.opf", **about, pictures=bool(pictures)),
        "nav.xhtml": _fill("nav.xhtml", **about),
        "book.css": (HERE / "book.css").read_bytes(),
    }
    for chapter, text in zip(book.chapters, texts, strict=True):
        inner[f"{chapter.name}.xhtml"] = _fill("chapter.xhtml", book=book, chapter=chapter, text=_safe(text))
        if chapter.sound:
            pairs = list(zip(chapter.clips, text.targets, strict=True))
            inner[f"{chapter.name}.smil"] = _fill("overlay.smil", chapter=chapter, pairs=pairs, sound=_sound(chapter))
    inner |= pictures | sounds
    container = _fill("container.xml")
    return {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": container,
        **{f"{FOLDER}/{name}": value for name, value in inner.items()},
    }


def _sound(chapter: Chapter) -> str:
    """The sound's name in the book, as on the site."""
    return chapter.page.speech.sound


def _type(name: str) -> str:
    return "audio/mpeg" if name.endswith(".mp3") else TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "image/png"


def _safe(text: Text) -> dict[str, Any]:
    """The text's parts as XHTML that is not escaped again."""
    parts = {name: Markup(getattr(text, name)) for name in ("title", "body", "added", "picture")}
    return {**parts, "summary": [Markup(each) for each in text.summary]}


def _fill(name: str, **values: Any) -> bytes:
    return fill(HERE / name, **values).encode()
