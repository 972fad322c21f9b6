"""Reads one Markdown file into a Document; it never raises, its Problems lie in the Document."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from .clean import clean
from .convert import to_html
from .decode import decode
from .films import take_films
from .frontmatter import read_data
from .gist import gist
from .header import read_header
from .headings import shape_headings
from .letters import INVISIBLE
from .limits import TOO_DEEP, absurd, refused
from .lines import mend
from .locate import Lines, with_lines
from .model import Block, Document, Problem
from .notes import doubled, without_note
from .problems import problem
from .slugs import first_slug
from .tables import wide_rows
from .tree import drop_empty_links, parse, shape, strange_languages
from .writer import Writer
from .yamltext import Header

SLUG = "slug: «{0}» er skrevet som «{1}» i adressen. En adresse har bare a til z, tall og bindestreker."


def read_page(path: Path, file: str, lang: str = "nb") -> Document:
    """The Document of the file at `path`, called `file` below the content folder; `lang` is the site's."""
    try:
        code, why = refused(path, file)
        data = b"" if code else path.read_bytes()
    except OSError as error:
        code, why = "file-unreadable", f"Filen kan ikke leses: {error.strerror or error}."
    if code:
        return replace(_document(file, Header(), "", [], lang), problems=(problem(file, 1, code, why),))
    return read_bytes(data, file, lang)


def read_bytes(data: bytes, file: str, lang: str = "nb") -> Document:
    """The Document of a file's bytes."""
    text, repairs = decode(data)
    header = read_header(text)
    return _document(file, header, text, [problem(file, 1, "repaired", each) for each in repairs], lang)


def _document(file: str, header: Header, source: str, found: list[Problem], lang: str) -> Document:
    values, more = read_data(header, file)
    found += more
    values.setdefault("lang", lang)
    values.setdefault("status", "published")
    slug = first_slug(str(values.get("slug", "")), values["title"], _stem(file))
    if (written := str(values.get("slug") or "")) not in ("", slug):
        found.append(problem(file, header.lines.get(("slug",), 1), "repaired", SLUG.format(written, slug)))
    html, blocks, links, films = "", (), (), ()
    why = absurd(header.body)
    try:
        if not why:
            html, blocks, links, films = _body(file, header, values, found)
    except RecursionError:
        why = TOO_DEEP
    if why:
        found.append(problem(file, header.body_line, "file-unreadable", why))
    last = source.count("\n") + 1  # what is missing at the end of a file is told on its last line
    inside = (replace(each, line=min(each.line, last)) for each in found)
    unique = tuple(dict.fromkeys(sorted(inside, key=lambda each: each.line)))
    head = "\n".join(source.split("\n", header.body_line)[: header.body_line - 1])
    return Document(file, slug, values["status"], values, html, blocks, links, unique, source, films, head, gist(head, html, blocks))


def _stem(file: str) -> str:
    return re.sub(r"\.(md|markdown)$", "", file.rsplit("/", 1)[-1], flags=re.IGNORECASE)


def _body(file: str, header: Header, values: dict, found: list[Problem]) -> tuple:
    body, films = take_films(header.body, header.body_line)
    body, repairs = mend(body, header.body_line)
    found += [problem(file, line, "repaired", text) for line, text in repairs]
    lines = Lines(header.body, header.body_line)
    html, removed = clean(to_html(body))
    root = parse(html)
    notes = removed + drop_empty_links(root) + shape_headings(root, values["title"]) + strange_languages(root) + wide_rows(root)
    shape(root)
    writer = Writer(root, values["lang"])
    blocks, links = with_lines(writer.blocks, writer.links, lines)
    found += [problem(file, lines.raw_text(text), code, message) for code, text, message in notes]
    found += [*without_note(file, blocks, lines), *doubled(file, header.body, header.body_line)]
    html = writer.html()
    found += [
        _missing_alt(file, block)
        for block in blocks
        for span in block.spans
        if span.kind == "image" and not span.value and _undescribed(html, block)
    ]
    if not any(INVISIBLE.sub("", block.text).strip() or block.spans for block in blocks) and not values.get("template"):
        found.append(problem(file, header.body_line, "body-empty", "Siden har ingen tekst under innledningen."))
    return html, blocks, links, films


def _undescribed(html: str, block: Block) -> bool:
    """The Block has a picture without text that is not said to be decoration."""
    images = re.findall(r"<img [^>]*>", html[block.outer[0] : block.outer[1]])
    return any('class="pynt"' not in image and not re.search(r' alt="[^"]', image) for image in images)


def _missing_alt(file: str, block: Block) -> Problem:
    return problem(
        file,
        block.line,
        "alt-missing",
        "Et bilde mangler tekst for dem som ikke ser det. "
        "Skriv den mellom klammene: ![En kokk ved en gryte](fil.jpg). Er bildet bare pynt, skriv {.pynt} rett etter.",
    )
