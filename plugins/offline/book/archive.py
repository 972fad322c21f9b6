"""A book's files, and all of them as one EPUB."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

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
    fill, texts = _templates(), [Writer(book, chapter).text() for chapter in book.chapters]
    pictures = {name: file for text in texts for name, file in sorted(text.pictures.items())}
    sounds = {_sound(chapter): chapter.sound for chapter in book.spoken}
    about = {"book": book, "media": [(name, _type(name)) for name in [*pictures, *sounds]], "sound_of": _sound}
    inner: dict[str, bytes | Path] = {
        "package.opf": fill("package.opf", **about, pictures=bool(pictures)),
        "nav.xhtml": fill("nav.xhtml", **about),
        "book.css": (HERE / "book.css").read_bytes(),
    }
    for chapter, text in zip(book.chapters, texts, strict=True):
        inner[f"{chapter.name}.xhtml"] = fill("chapter.xhtml", book=book, chapter=chapter, text=_safe(text))
        if chapter.sound:
            pairs = list(zip(chapter.clips, text.targets, strict=True))
            inner[f"{chapter.name}.smil"] = fill("overlay.smil", chapter=chapter, pairs=pairs, sound=_sound(chapter))
    inner |= pictures | sounds
    container = fill("container.xml")
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


def _templates() -> Any:
    """A function that fills the template of that name; its texts are escaped as XML."""
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["clock"] = clock
    return lambda name, **values: environment.get_template(name).render(**values).encode()


def clock(ms: int) -> str:
    """Milliseconds as a clock of SMIL: 1:02:03.045."""
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
