"""Room document: a Markdown file in, a Document of Blocks out; the only parse of a page.

Takes the files below content/. Gives `page.document`, `site.addresses`, `site.static` and every
page's Problems; `render` writes a page's HTML again with what the rooms above it add.
"""

from .dates import read_date
from .decode import decode
from .digests import digest, in_full
from .filmblock import FilmBlock
from .fixing import fix
from .gist import Gist, languages
from .jsonschema import folders, json_schema
from .kept import Kept, held
from .kinds import FOLDERS, KINDS
from .letters import Letters, letters
from .limits import refused
from .links import find, find_named, relative
from .listing import by_kind, title_order
from .marking import Stretch, mark, mark_text, text_of, to_xml
from .model import Block, Document, Insertion, Link, Piece, Problem, Sentence, Span, Word
from .output import data_name, empty, version, write
from .places import line_of_entry, line_of_key
from .problems import ERROR, LEVELS, REMARK, errors, problem
from .publishing import published
from .read import read_bytes, read_page
from .reading import read_pages
from .rendering import is_whole, render
from .schema import read_yaml
from .sentences import sentence_ranges, sentences, words
from .settings import Settings
from .site import address, every_page, find_files, is_page, is_side_file, place, process, read_site, relative_name
from .slugs import slugify
from .speakable import spoken_around, spoken_blocks, summary_blocks, title_block, want_sound
from .starting import start
from .telling import describe, no_template, report, shown_path, told, unwritable
from .translations import Translations, translations
from .versions import Version, versions
from .whole import Page, Site
from .workers import share
from .writer import escape, escape_attribute

__all__ = [
    "ERROR",
    "FOLDERS",
    "KINDS",
    "LEVELS",
    "REMARK",
    "Block",
    "Document",
    "FilmBlock",
    "Gist",
    "Insertion",
    "Kept",
    "Letters",
    "Link",
    "Page",
    "Piece",
    "Problem",
    "Sentence",
    "Settings",
    "Site",
    "Span",
    "Stretch",
    "Translations",
    "Version",
    "Word",
    "address",
    "by_kind",
    "data_name",
    "decode",
    "describe",
    "digest",
    "empty",
    "errors",
    "escape",
    "escape_attribute",
    "every_page",
    "find",
    "find_files",
    "find_named",
    "fix",
    "folders",
    "held",
    "in_full",
    "is_page",
    "is_side_file",
    "is_whole",
    "json_schema",
    "languages",
    "letters",
    "line_of_entry",
    "line_of_key",
    "mark",
    "mark_text",
    "no_template",
    "place",
    "problem",
    "process",
    "published",
    "read_bytes",
    "read_date",
    "read_page",
    "read_pages",
    "read_site",
    "read_yaml",
    "refused",
    "relative",
    "relative_name",
    "render",
    "report",
    "sentence_ranges",
    "sentences",
    "share",
    "shown_path",
    "slugify",
    "spoken_around",
    "spoken_blocks",
    "start",
    "summary_blocks",
    "text_of",
    "title_block",
    "title_order",
    "to_xml",
    "told",
    "translations",
    "unwritable",
    "version",
    "versions",
    "want_sound",
    "words",
    "write",
]
