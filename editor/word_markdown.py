"""A Word document's HTML as Markdown: markdownify writes it, and what it leaves out is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from markdownify import MarkdownConverter

from .word_places import Lost, lost_at, place
from .word_reading import Opened

ENDINGS = MappingProxyType(
    {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/svg+xml": "svg"}
)
LINKS = re.compile(r"(https?:|mailto:|tel:)", re.IGNORECASE)
NOTE = re.compile(r"#?(?P<kind>footnote|endnote)-(?P<back>ref-)?(?P<number>\d+)")
BEGINS = re.compile(r"^( *)(#|>|[-+](?= |$)|-(?=[=-]*\s*$)|\d{1,9}[.)](?= |$))", re.MULTILINE)
#: Signs at a line's start that no backslash takes the meaning from.
STRONG = re.compile(r"^( *)([:/!?~|])(?=\s|//|!!|\?\?|~)", re.MULTILINE)
#: Word's own guesses at what a picture shows: they are asked about.
GUESSED = re.compile(r"(automatisk generert|automatically generated|description automatically)", re.IGNORECASE)


@dataclass
class Taken:
    """A page made of a document: its title ("" where it has none), Markdown, pictures by file name, and what was not carried."""

    title: str = ""
    body: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)
    lost: list[Lost] = field(default_factory=list)


def take(word: Opened, name: str, ask: Callable[[str, str], str]) -> Taken:
    """Write a document as Markdown; pictures are called `name`-1.png and so on, `ask` gives a picture's text by (where, Word's guess)."""
    pages = Taken()
    pages.lost += word.lost
    writer = Writer(pages, word.images, name, ask)
    body = writer.convert(word.html)
    notes = [f"[^{key}]: {text}" for key, text in writer.notes.items()]
    pages.body = re.sub(r"\n{3,}", "\n\n", "\n\n".join([body.strip(), *notes])).strip() + "\n"
    return pages


class Writer(MarkdownConverter):
    """Markdown as Lyttevei's pages are written, from mammoth's HTML."""

    def __init__(self, pages: Taken, images: list[tuple[str, bytes]], name: str, ask: Callable[[str, str], str]) -> None:
        """Fill `pages` while converting."""
        super().__init__(heading_style="atx", bullets="-", strong_em_symbol="*", newline_style="spaces")
        self.pages, self.images, self.name, self.ask, self.notes = pages, images, name, ask, {}

    def convert_soup(self, soup: Any) -> str:
        """Take the title first, since headings below it then move one down."""
        first = next((each for each in soup.find_all(True, recursive=False) if each.get_text(strip=True)), None)
        title = soup.find("h1", class_="title") or (first if first is not None and first.name == "h1" else None)
        if title is not None:
            self.pages.title = " ".join(title.get_text(" ").split())
            if title.find("img") is None:
                title.decompose()
            else:
                title.name = "p"
        self.options["lower"] = soup.find("h1") is not None
        return super().convert_soup(soup)

    def escape(self, text: str, parent_tags: Any) -> str:
        """Text that Markdown would read as signs, made text."""
        text = re.sub(r"([\\`*_\[\]{}])", r"\\\1", text.replace("\t", " "))
        text = re.sub(r"&(?=#?\w+;)", "&amp;", text).replace("<", "&lt;")
        return text.replace("~~", "&#126;&#126;").replace("|", "&#124;").replace("^", "&#94;")

    def convert_hN(self, n: int, el: Any, text: str, parent_tags: Any) -> str:
        """A heading, one level down where the page's title is not the only one of the first."""
        return super().convert_hN(min(6, n + bool(self.options["lower"])), el, text, parent_tags)

    def convert_p(self, el: Any, text: str, parent_tags: Any) -> str:
        """A paragraph whose lines begin no list, heading or block."""
        text = _as_text(text.strip(" "))
        text = STRONG.sub(lambda found: f"{found[1]}&#{ord(found[2])};", text)
        return super().convert_p(el, text, parent_tags)

    def convert_a(self, el: Any, text: str, parent_tags: Any) -> str:
        """A link to another site, a note's mark, or only its text."""
        target = el.get("href") or ""
        if note := NOTE.fullmatch(target):
            return "" if note["back"] else f"[^{_note(note)}]"
        if not target or not text.strip():
            return text
        if not LINKS.match(target):
            said = " ".join(text.split())
            self.pages.lost.append(Lost(f"Lenken «{said}» til {target} er tatt med som tekst. Lenk til en side i stedet.", said))
            return text
        return f"[{text}]({target.replace(' ', '%20').replace('(', '%28').replace(')', '%29')})"

    def convert_li(self, el: Any, text: str, parent_tags: Any) -> str:
        """An item, or the text of a note, which comes last on the page."""
        if note := NOTE.fullmatch(el.get("id") or ""):
            self.notes[_note(note)] = " ".join(text.split())
            return ""
        begun = _as_text(text) if el.find(["ul", "ol"]) is None else text
        return super().convert_li(el, begun, parent_tags)

    def convert_sup(self, _el: Any, text: str, parent_tags: Any) -> str:
        """Raised text; a note's mark has a sign of its own."""
        return text if text.startswith("[^") or not text.strip() else f"<sup>{text}</sup>"

    def convert_sub(self, _el: Any, text: str, parent_tags: Any) -> str:
        """Lowered text, as in H2O."""
        return f"<sub>{text}</sub>" if text.strip() else text

    def convert_img(self, el: Any, _text: str, parent_tags: Any) -> str:
        """A picture, kept as a file, its text asked for; one that browsers do not show is named."""
        kind, data = self.images[int(el["src"])]
        before = " ".join(str(el.find_previous(string=re.compile(r"\w")) or "").split())
        alt = " ".join((el.get("alt") or "").split())
        if kind not in ENDINGS:
            what = f"«{alt}» " if alt else ""
            said = f"Bildet {what}({kind}) {place(before)} kan ikke vises i nettlesere. Lagre det som PNG i Word."
            self.pages.lost.append(Lost(said, before))
            return ""
        same = next((name for name, held in self.pages.pictures.items() if held == data), None)
        file = same or f"{self.name}-{len(self.pages.pictures) + 1}.{ENDINGS[kind]}"
        self.pages.pictures[file] = data
        if not alt or GUESSED.search(alt):
            alt = self.ask(place(before), alt)
        return f"![{self.escape(alt, ())}](../bilder/{file})"

    def convert_td(self, el: Any, text: str, parent_tags: Any) -> str:
        """A cell's text on one line, which its table collects."""
        if el.find(["ul", "ol", "table"]) is not None:
            near = " ".join(el.get_text(" ").split())
            self.pages.lost.append(lost_at("En liste eller tabell inni en celle er gjort om til tekst", near))
        el["text"] = " ".join(text.split())
        return el["text"]

    convert_th = convert_td

    def convert_table(self, el: Any, _text: str, parent_tags: Any) -> str:
        """A table with as many cells in each row; those that span others are named, their text stands once."""
        rows = [row for row in el.find_all("tr") if row.find_parent("table") is el]
        if "td" in parent_tags or "th" in parent_tags:
            return " / ".join(cell.get("text", "") for row in rows for cell in row.find_all(["td", "th"], recursive=False))
        grid: dict[tuple[int, int], str] = {}
        for y, row in enumerate(rows):
            for cell in row.find_all(["td", "th"], recursive=False):
                x = next(x for x in range(len(grid) + 1) if (x, y) not in grid)
                wide, high = int(cell.get("colspan") or 1), int(cell.get("rowspan") or 1)
                grid |= {(x + dx, y + dy): "" for dx in range(wide) for dy in range(high)} | {(x, y): cell.get("text", "")}
                if wide > 1 or high > 1:
                    said, end = "Cellen som er slått sammen av flere", ", står i den første av dem. Se over tabellen."
                    self.pages.lost.append(lost_at(said, cell.get("text", ""), end))
        width = max((x for x, _y in grid), default=-1) + 1
        lines = ["| " + " | ".join(grid.get((x, y), "") for x in range(width)) + " |" for y in range(len(rows))]
        return "\n\n" + "\n".join([*lines[:1], "|" + " --- |" * width, *lines[1:]]) + "\n\n" if width else ""


def _as_text(text: str) -> str:
    """Lines that would begin a list, heading or quotation, made text: the sign that does it gets a backslash, or is written by number."""
    text = re.sub(r"^( *)=(?==*\s*$)", r"\1&#61;", text, flags=re.MULTILINE)
    return BEGINS.sub(lambda found: found[1] + found[2][:-1] + "\\" + found[2][-1], text)


def _note(found: re.Match[str]) -> str:
    return ("s" if found["kind"] == "endnote" else "") + found["number"]
