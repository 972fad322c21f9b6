"""Room document: a Markdown file in, a Document of Blocks out; the only parse of a page.

Takes the files below content/. Gives `page.document`, `site.addresses`, `site.static` and every
page's Problems; `render` writes a page's HTML again with what the rooms above it add.
"""

from .jsonschema import folders, json_schema
from .kinds import KINDS
from .letters import Letters, letters
from .links import find, find_named, relative
from .listing import by_kind
from .model import Block, Document, Insertion, Link, Page, Piece, Problem, Sentence, Site, Span, Word
from .output import empty, exchange, version, write
from .places import line_of_entry, line_of_key
from .problems import ERROR, LEVELS, REMARK, errors, problem
from .read import read_bytes, read_page
from .rendering import render
from .sentences import sentence_ranges, sentences, words
from .settings import Settings
from .site import address, every_page, find_files, is_page, place, process, read_site, relative_name
from .slugs import slugify
from .speakable import spoken_blocks, summary_blocks, title_block, want_sound
from .telling import describe, report, shown_path
from .translations import Translations, translations
from .versions import Version, versions

__all__ = [
    "ERROR",
    "KINDS",
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
    "Version",
    "Word",
    "address",
    "by_kind",
    "describe",
    "empty",
    "errors",
    "every_page",
    "exchange",
    "find",
    "find_files",
    "find_named",
    "folders",
    "is_page",
    "json_schema",
    "letters",
    "line_of_entry",
    "line_of_key",
    "place",
    "problem",
    "process",
    "read_bytes",
    "read_page",
    "read_site",
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
    "translations",
    "version",
    "versions",
    "want_sound",
    "words",
    "write",
]
