"""Lines of Blocks and links in the Markdown file, which Markdown itself does not tell."""

from __future__ import annotations

import re
from dataclasses import replace

from .model import Block, Link

WORD = re.compile(r"\w+")
#: Addresses that Markdown gives a footnote and the ways back from it.
NOTE = re.compile(r"#fn(?P<back>ref\d*)?:(?P<name>.+)", re.DOTALL)


class Lines:
    """The lines of a body, to look up where a text stands; looks onward from the last place found."""

    def __init__(self, body: str, first_line: int) -> None:
        self.first = first_line
        self.raw = body.split("\n")
        self.words = [f" {' '.join(WORD.findall(line)).lower()} " for line in self.raw]
        self.at = 0

    def block(self, text: str) -> int:
        """The first later line that begins the text: its first three words, or two, or one."""
        words = [word.lower() for word in WORD.findall(text)[:3]]
        for count in range(len(words), 0, -1):
            wanted = f" {' '.join(words[:count])} "
            for at in range(self.at, len(self.words)):
                if wanted in self.words[at]:
                    self.at = at
                    return self.first + at
        return self.first + self.at

    def raw_text(self, text: str, start: int = 0) -> int:
        """The line (from `start` on, else from the top) that holds `text` as written; else the first."""
        rows = range(max(0, start - self.first), len(self.raw))
        found = next((at for at in rows if text in self.raw[at]), None)
        if found is None:
            found = next((at for at, line in enumerate(self.raw) if text in line), None)
        return self.first + (found if found is not None else next((at for at, line in enumerate(self.raw) if line.strip()), 0))

    def holds(self, pattern: str) -> bool:
        """Whether a line has the pattern."""
        return any(re.search(pattern, line) for line in self.raw)


def with_lines(blocks: list[Block], links: list[Link], lines: Lines) -> tuple[tuple[Block, ...], tuple[Link, ...]]:
    """The same Blocks and links, each with its line."""
    placed = []
    for block in blocks:
        if not block.text.strip():
            picture = next((link.target for link in links if block.outer[0] <= link.start < block.outer[1]), "")
            placed.append(replace(block, line=lines.raw_text(picture, lines.first + lines.at)))
        elif not any(part.startswith("footnotes") for part in block.inside):
            placed.append(replace(block, line=lines.block(block.text)))
        else:
            placed.append(replace(block, line=lines.raw_text(" ".join(block.text.split()[:3]))))
    return tuple(placed), tuple(replace(link, line=_link_line(link, placed, lines)) for link in links)


def _link_line(link: Link, blocks: list[Block], lines: Lines) -> int:
    block = next((each for each in blocks if each.outer[0] <= link.start < each.outer[1]), None)
    if note := NOTE.fullmatch(link.target):  # made by Markdown: what the author wrote is the mark, or what begins the note
        return lines.raw_text(f"[^{note['name']}]" + (":" if note["back"] else ""), block.line if block and not note["back"] else 0)
    return lines.raw_text(link.target, block.line if block else 0)
