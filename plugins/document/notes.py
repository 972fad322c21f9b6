"""Footnotes: a mark in the text without its note, and the lines where marks and notes stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .locate import Lines
from .model import Block, Problem
from .problems import problem

#: A mark as it is seen where Markdown found no note for it.
MARK = re.compile(r"\[\^([\w-]+)\](?!:)")
NO_NOTE = "Merket [^{0}] har ingen fotnote. Skriv teksten på en egen linje som begynner med [^{0}]: eller ta merket bort."


def without_note(file: str, blocks: tuple[Block, ...], lines: Lines) -> Iterator[Problem]:
    """A Problem for each mark that is seen as text; what stands in code, or has a backslash before it, is meant so."""
    for block in () if not any("[^" in each.text for each in blocks) else blocks:
        code = [(span.start, span.end) for span in block.spans if span.kind == "code"]
        for found in MARK.finditer(block.text) if block.kind != "pre" else ():
            before = len(block.text[: found.start()].encode("utf-16-le")) // 2
            if not any(start <= before < end for start, end in code) and lines.holds(rf"(?<!\\)\[\^{re.escape(found[1])}\](?!:)"):
                yield problem(file, lines.raw_text(found[0], block.line), "link-dead", NO_NOTE.format(found[1]))
