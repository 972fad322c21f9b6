"""Room document: a Markdown file in, a Document of Blocks out; the only parse of a page.

Takes the files below content/. Gives `page.document`, `site.addresses`, `site.static` and every
page's Problems; `render` writes a page's HTML again with what the rooms above it add.
"""

from .letters import Letters, letters
from .links import find, find_named, relative
from .listing import by_kind, title_order
from .model import Block, Document, Insertion, Link, Page, Piece, Problem, Sentence, Site, Span, Word
from .output import data_name, empty, exchange, version, write
from .problems import ERROR, LEVELS, REMARK, errors, problem
from .read import read_bytes, read_page
from .rendering import render
from .schema import read_yaml
from .sentences import sentence_ranges, sentences, words
from .settings import Settings
from .site import address, every_page, find_files, is_page, process, read_site, relative_name
from .slugs import slugify
from .speakable import spoken_blocks, summary_blocks, title_block, want_sound
from .telling import describe, report, shown_path
from .translations import Translations, translations

__all__ = [
    "ERROR",
    "LEVELS",
    "REMARK",
    "Block",
    "Document",
    "Insertion",
    "Letters",
    "Link",
    "Page",
    "Piece",
    "Problem",
    "Sentence",
    "Settings",
    "Site",
    "Span",
    "Translations",
    "Word",
    "address",
    "by_kind",
    "data_name",
    "describe",
    "empty",
    "errors",
    "every_page",
    "exchange",
    "find",
    "find_files",
    "find_named",
    "is_page",
    "letters",
    "problem",
    "process",
    "read_bytes",
    "read_page",
    "read_site",
    "read_yaml",
    "relative",
    "relative_name",
    "render",
    "report",
    "sentence_ranges",
    "sentences",
    "shown_path",
    "slugify",
    "spoken_blocks",
    "summary_blocks",
    "title_block",
    "title_order",
    "translations",
    "version",
    "want_sound",
    "words",
    "write",
]
