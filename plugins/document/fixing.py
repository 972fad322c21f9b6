"""Mends a file as it lies on the disk, where that is safe: the page must be read afterwards as it was before.

What reading mends each time (`decode`, `header`, `lines`) is written into the file, and characters that nobody sees
are taken out. Quotation marks, dashes and hard blanks (as in 10 000 kroner) are the author's and stay.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from .decode import BOMS, JUNK, LINE_END, decode
from .header import CLOSE, FENCE, LARGEST, mended_line
from .lines import mend, numbers, outside_fences
from .model import Document
from .read import read_bytes

#: Never meant where they stand: soft hyphens, word joiners, byte order marks.
UNSEEN = re.compile("[\u00ad\u2060\ufeff]")
#: Meant in some scripts (Thai breaks lines at U+200B, Persian and emoji join by U+200C and U+200D): taken out beside Latin only.
JOINER = re.compile("(?<![^\x00-\u024f\u2010-\u2027])[\u200b-\u200f]+(?![^\x00-\u024f\u2010-\u2027])")
INVISIBLE = re.compile("[\u00ad\u2060\ufeff\u200b-\u200f]")
PARTED = "Bokstaver av to deler (som a og ring) er gjort til én."
AS_TEXT = "Tegnet etter tallet har fått \\ foran seg, så linjen ikke blir en liste."
BLOCK = re.compile(r"[|>][+-]?\d?[+-]?\s*(#.*)?$")


def fix(data: bytes, file: str) -> tuple[str, list[tuple[int, str]]]:
    """The text that the file ought to hold and (line before, what was done) for each repair; none where nothing is safe."""
    if _lossy(data):
        return "", []
    text, repairs = decode(data)[0], _letters(data)
    header, body, first = _parts(text)
    fixed = [*_header(header, repairs), *_body(body, first, repairs)]
    text = "\n".join(fixed)
    text += "\n" if text and not text.endswith("\n") else ""
    repairs = [(line, said) for line, said in dict.fromkeys(sorted(repairs))]
    return (text, repairs) if repairs and _same(read_bytes(data, file), read_bytes(text.encode(), file)) else ("", [])


def _lossy(data: bytes) -> bool:
    """Holds bytes that are no letters in any encoding we know: no text, or one that would lose some."""
    marked = any(data.startswith(bom) for bom, _encoding in BOMS)
    known = "\ufffd".encode() in data
    return (b"\x00" in data and not marked) or ("\ufffd" in decode(data)[0] and not known)


def _letters(data: bytes) -> list[tuple[int, str]]:
    """What `decode` mends, by the line where that can be told."""
    out = [(1, each.split(".")[0] + ". Nå er den lagret som UTF-8.") for each in decode(data)[1]]
    out += [(1, "Et usynlig merke (BOM) først i filen er tatt bort.")] if data.startswith(BOMS[0][0]) else []
    out += [(1, "Linjeskiftene er gjort om til vanlige (LF).")] if b"\r" in data else []
    if not decode(data)[1]:
        for number, line in enumerate(LINE_END.sub("\n", data.decode("utf-8-sig", "replace")).split("\n"), 1):
            out += [(number, "Et styretegn som ingen ser, er tatt bort.")] if JUNK.search(line) else []
            out += [(number, PARTED)] if unicodedata.normalize("NFC", line) != line else []
    return out


def _parts(text: str) -> tuple[list[str], list[str], int]:
    """The lines of the front matter with its fences, those of the body, and the body's first line."""
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    fenced = FENCE.fullmatch(lines[first])
    last = next((at for at in range(first + 1, len(lines)) if CLOSE.fullmatch(lines[at])), None) if fenced else None
    end = 0 if last is None else last + 1
    return lines[:end], lines[end:], end + 1


def _header(lines: list[str], repairs: list) -> list[str]:
    """Front matter with its fences as they should be and risky values in quotes; lines with comments and `|` blocks stay."""
    out, block, begun = [], None, False
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip())
        if not begun and not line.strip():
            repairs.append((number, "En tom linje over --- er tatt bort."))
            continue
        if not begun or number == len(lines):
            out.append("---" if line.strip() != "..." else line.rstrip())
            if out[-1] != line:
                repairs.append((number, "Streken er gjort om til tre bindestreker."))
            begun = True
            continue
        inside = block is not None and (not line.strip() or indent > block)
        block = block if inside else indent if BLOCK.search(line) else None
        clean = _visible(line, number, repairs)
        mended, said = (clean, "") if inside or "#" in line or len(line) > LARGEST else mended_line(clean)
        repairs += [(number, said)] if said else []
        out.append(mended if said else clean)
    return out


def _body(lines: list[str], first: int, repairs: list) -> list[str]:
    if first == 1 and any(FENCE.fullmatch(line) for line in lines if line.strip()):
        return lines  # an introduction without an end: only its author knows where it ends
    prose = outside_fences(lines)
    clean = [
        _untabbed(_visible(line, first + at, repairs), first + at, repairs) if prose[at] else line for at, line in enumerate(lines)
    ]
    mended, said = mend("\n".join(clean), first)
    for at, is_text in numbers(clean).items():
        repairs.append((first + at, AS_TEXT if is_text else "Parentesen etter tallet i listen er byttet med punktum."))
    repairs += said
    return mended.split("\n")


def _visible(line: str, number: int, repairs: list) -> str:
    """The line without what nobody sees."""
    clean = JOINER.sub("", UNSEEN.sub("", line))
    if clean != line:
        repairs.append((number, "Usynlige tegn (myk bindestrek eller tegn uten bredde) er tatt bort."))
    return clean


def _untabbed(line: str, number: int, repairs: list) -> str:
    """The line with blanks for tabs: four at its start, one inside."""
    if "\t" not in line or not line.strip():
        return line
    start = line[: len(line) - len(line.lstrip(" \t"))]
    repairs.append((number, "Tabulator er byttet med mellomrom."))
    return start.expandtabs(4) + re.sub("\t+", " ", line[len(start) :])


def _same(before: Document, after: Document) -> bool:
    """Whether two Documents say the same, what nobody sees apart."""
    return _seen(before) == _seen(after)


def _seen(page: Document) -> tuple[Any, ...]:
    blocks = [(block.kind, _plain(block.text)) for block in page.blocks]
    links = [link.target for link in page.links]
    return blocks, links, _plain(repr(page.data)), _plain(page.html), len(page.films)


def _plain(text: str) -> str:
    text = re.sub(r"\\(xad|u200[b-f]|u2060|ufeff|t|xa0)", lambda found: " " if found[1] in ("t", "xa0") else "", text)
    return " ".join(INVISIBLE.sub("", text).split())
