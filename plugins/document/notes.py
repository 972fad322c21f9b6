"""Footnotes: a mark in the text without its note, and two notes of one mark, of which Markdown keeps the last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .lines import outside_fences
from .locate import Lines
from .model import Block, Problem
from .problems import problem

#: A mark as it is seen where Markdown found no note for it.
MARK = re.compile(r"\[\^([\w-]+)\](?!:)")
NO_NOTE = "Merket [^{0}] har ingen fotnote. Skriv teksten på en egen linje som begynner med [^{0}]: eller ta merket bort."

NOTE = re.compile(r" {0,3}\[\^([^\]]+)\]:")
TWICE = "Fotnoten [^{0}] står på linje {1} også: «{2}». Bare én av dem kommer med. Gi den ene et annet merke."


def doubled(file: str, body: str, first_line: int) -> Iterator[Problem]:
    """A Problem for each note whose mark has one already; `first_line` is that of the body."""
    seen: dict[str, tuple[int, str]] = {}
    lines = body.split("\n")
    prose = outside_fences(lines) if "[^" in body else []
    for number, line in enumerate(lines[: len(prose)], first_line):
        if prose[number - first_line] and (found := NOTE.match(line)):
            if found[1] in seen:
                yield problem(file, number, "link-dead", TWICE.format(found[1], *seen[found[1]]))
            seen.setdefault(found[1], (number, line[found.end() :].strip()))


def without_note(file: str, blocks: tuple[Block, ...], lines: Lines) -> Iterator[Problem]:
    """A Problem for each mark that is seen as text; what stands in code, or has a backslash before it, is meant so."""
    for block in () if not any("[^" in each.text for each in blocks) else blocks:
        code = [(span.start, span.end) for span in block.spans if span.kind == "code"]
        for found in MARK.finditer(block.text) if block.kind != "pre" else ():
            before = len(block.text[: found.start()].encode("utf-16-le")) // 2
            if not any(start <= before < end for start, end in code) and lines.holds(rf"(?<!\\)\[\^{re.escape(found[1])}\](?!:)"):
                yield problem(file, lines.raw_text(found[0], block.line), "link-dead", NO_NOTE.format(found[1]))
