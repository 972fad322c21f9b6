"""Markdown to HTML, by Python-Markdown with the extensions that editors may use."""

from __future__ import annotations

from functools import lru_cache

import markdown

from .tables import Tables

EXTENSIONS = (
    "footnotes",
    "abbr",
    "attr_list",
    "def_list",
    "md_in_html",
    "fenced_code",
    "sane_lists",
    "pymdownx.blocks.details",
    "pymdownx.tilde",
)


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=[Tables(use_align_attribute=True), *EXTENSIONS],
        extension_configs={
            "footnotes": {"BACKLINK_TITLE": "Tilbake til teksten ved note {}", "BACKLINK_TEXT": "↩"},
            "pymdownx.tilde": {"subscript": False},
        },
        output_format="html",
    )


def to_html(body: str) -> str:
    """The HTML of a Markdown text, not yet cleaned. Raises RecursionError where it is nested too deep.

    A converter that was stopped in the middle is thrown away: its parser still believes to be within what it had opened,
    and would read the next pages so.
    """
    try:
        return _converter().reset().convert(body)
    except RecursionError:
        _converter.cache_clear()
        raise
