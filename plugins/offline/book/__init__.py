"""Talking books: pages as EPUB 3 with Media Overlays, sentence by sentence."""

from .archive import write_book
from .binding import Book, bind

__all__ = ["Book", "bind", "write_book"]
