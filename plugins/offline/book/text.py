"""A chapter's text: the page's own elements, each sentence in one of its own, and nothing that leads out into nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from plugins import document

from .binding import Book, Chapter

#: An address that leads nowhere in the book.
NOWHERE = "urn:x-ingen"
LINK = re.compile(rf'<a\b[^>]*\shref="{NOWHERE}"[^>]*>(.*?)</a>', re.DOTALL)
PICTURE = re.compile(r'<img\b[^>]*\ssrc="([^"]*)"[^>]*/>')
ALT = re.compile(r'\salt="([^"]*)"')
LAZY = re.compile(r' (?:decoding|loading)="\w+"')
KINDS = frozenset("h1 h2 h3 h4 h5 h6 p li".split())


@dataclass(frozen=True, slots=True)
class Text:
    """XHTML of a chapter's parts and `targets`, the element that each Clip is shown by; `pictures` by their names in the book."""

    title: str
    summary: tuple[str, ...]
    body: str
    added: str
    targets: tuple[str, ...]
    picture: str
    pictures: Mapping[str, Path]


class Writer:
    """Writes one chapter."""

    def __init__(self, book: Book, chapter: Chapter) -> None:
        self.book, self.chapter, self.page = book, chapter, chapter.page
        self.names = {each.page.document.file: each.name for each in book.chapters}
        self.pictures: dict[str, Path] = {}
        self.stretches, self.ids = self._stretches()

    def _stretches(self) -> tuple[list[document.Stretch], list[str]]:
        """What is marked, once for each place, and each Clip's id; a picture is shown by the Block that it is in."""
        known: dict[tuple[str, int, int], document.Stretch] = {}
        ids = []
        for clip in self.chapter.clips:
            place = clip.block, clip.start, clip.end
            if clip.start == clip.end:
                ids.append(clip.block)
                continue
            known.setdefault(place, document.Stretch(f"ly-s{len(known) + 1}", *place))
            ids.append(known[place].id)
        return list(known.values()), ids

    def text(self) -> Text:
        """All of it."""
        found = self.page.document
        body, placed = document.mark(found, self.stretches, self.resolve)
        own = {block.id for block in found.blocks}
        lost = {each.id: each.block for each in self.stretches if each.block in own and each.id not in placed}
        title, *summary = self.plain([document.title_block(found), *document.summary_blocks(self.page)])
        picture = self.lead()
        targets = tuple(lost.get(each, each) for each in self.ids)
        return Text(title, tuple(summary), self.tidy(body), self.added(own), targets, picture, self.pictures)

    def plain(self, blocks: list[document.Block]) -> list[str]:
        """Blocks without elements inside, each as an element."""
        return [self.element(block) for block in blocks]

    def element(self, block: document.Block) -> str:
        """A Block as an element of its kind, with its id and language."""
        kind = block.kind if block.kind in KINDS else "p"
        lang = f' lang="{block.lang}" xml:lang="{block.lang}"' if block.lang != self.page.document.data["lang"] else ""
        inner = document.mark_text(block, [each for each in self.stretches if each.block == block.id])
        return f'<{kind} id="{block.id}"{lang}>{inner}</{kind}>'

    def added(self, own: set[str]) -> str:
        """What rooms add to the page, as headings, paragraphs and lists."""
        before = {document.title_block(self.page.document).id, *(block.id for block in document.summary_blocks(self.page))}
        blocks = [block for block in document.spoken_blocks(self.page) if block.id not in own | before]
        return "\n".join(self._grouped(blocks))

    def _grouped(self, blocks: list[document.Block]) -> Iterator[str]:
        for in_list, group in groupby(blocks, key=lambda block: block.kind == "li"):
            inner = "\n".join(self.plain(list(group)))
            yield f"<ul>\n{inner}\n</ul>" if in_list else inner

    def resolve(self, link: document.Link) -> str:
        """Where a link of the page leads in the book; to the site's own pages only where they are published."""
        target = document.find(link.target, self.page.document.file, self.book.site.index)
        if link.attribute == "src":
            return self.keep(target.file) if target.file else NOWHERE
        path, mark, place = target.address.partition("#")
        file = self.book.site.addresses.get(path)
        if file in self.names:
            return f"{self.names[file]}.xhtml{mark}{place}"
        if file or target.file:
            return self.book.address + document.relative(target.address, "") if self.book.address else NOWHERE
        return target.address

    def keep(self, file: Path) -> str:
        """A picture's name in the book: by its contents, so that no two meet."""
        name = f"pictures/{document.version(file.read_bytes())}{file.suffix.lower()}"
        self.pictures[name] = file
        return name

    def lead(self) -> str:
        """The page's own picture as an element, "" where it has none."""
        picture: dict[str, Any] | None = self.page.document.data.get("picture")
        found = document.find_named(picture["file"], self.page.document.file, self.book.site.index) if picture else None
        if not picture or not found or not found.file:
            return ""
        alt = document.escape_attribute(picture.get("alt") or "")
        return f'<p class="picture"><img src="{self.keep(found.file)}" alt="{alt}"/></p>'

    def tidy(self, body: str) -> str:
        """Without links that lead nowhere, and pictures from elsewhere as their texts."""
        return LAZY.sub("", PICTURE.sub(_here, LINK.sub(r"\1", body)))


def _here(found: re.Match[str]) -> str:
    alt = ALT.search(found[0])
    return found[0] if found[1].startswith("pictures/") else (alt[1] if alt else "")
