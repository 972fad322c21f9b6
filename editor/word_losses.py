"""What a Word document holds that a page cannot carry: found in its own XML, each named with where."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What is unpacked at most, all parts of XML together: a document of a thousand pages has a tenth of it.
LARGEST = 100_000_000
#: Elements whose content is seen in Word and not on the page; the words of the first two are named.
UNCARRIED = MappingProxyType(
    {
        f"{W}del": "Slettet tekst (sporet endring)",
        "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "En formel",
        "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "Et diagram",
        "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "En SmartArt-figur",
        "{urn:schemas-microsoft-com:office:office}OLEObject": "Et innebygd objekt",
    }
)
#: How text looks, where a page has its own look.
LOOKS = MappingProxyType({"u": "understreking", "color": "tekstfarge", "highlight": "uthevingsfarge", "jc": "justering", "shd": "bakgrunn",
                          "position": "hevet eller senket tekst"})  # fmt: skip

#: Values that say that a text looks as any other.
PLAIN = frozenset({"none", "auto", "left", "start", "both", "clear", "000000", "0"})


def read_part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element | None:
    """A part of the document; ValueError where it is too large or defines entities, as no Word document does."""
    if name not in archive.namelist():
        return None
    if sum(each.file_size for each in archive.infolist() if each.filename.endswith((".xml", ".rels"))) > LARGEST:
        raise ValueError("too large")
    data = archive.read(name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("entities")
    return ElementTree.fromstring(data)


def losses(archive: zipfile.ZipFile) -> Iterator[str]:
    """Each thing that is not carried, in bokmål, with the words beside it."""
    root = read_part(archive, "word/document.xml")
    tables = _contents(archive)
    if root is None:
        return
    yield from _in_body(root, tables)
    yield from _lists(root, archive)
    yield from _looks(root)
    for name in sorted(archive.namelist()):
        if re.fullmatch(r"word/(header|footer)\d*\.xml", name) and (text := words(read_part(archive, name))):
            yield f"{'Topptekst' if 'header' in name else 'Bunntekst'} er ikke tatt med: «{shorten(text)}»."
    for each in _each(read_part(archive, "word/comments.xml"), "comment"):
        yield f"Kommentaren fra {each.get(f'{W}author') or 'ukjent'} er ikke tatt med: «{shorten(words(each))}»."


def _in_body(root: ElementTree.Element, tables: set[str]) -> Iterator[str]:
    before, toc = "", False
    for paragraph in _each(root, "p"):
        if _style(paragraph) in tables:
            toc = True
            continue
        for tag, name in UNCARRIED.items():
            for each in paragraph.iter(tag):
                said = words(each)
                yield f"{name} er ikke tatt med{f': «{shorten(said)}»' if said else ''}, {place(words(paragraph) or before)}."
        before = words(paragraph) or before
    if toc:
        yield "Innholdsfortegnelsen er ikke tatt med. Siden har sin egen."


def _lists(root: ElementTree.Element, archive: zipfile.ZipFile) -> Iterator[str]:
    """Lists that go on after other text, whose numbers begin anew on a page, and lists with letters."""
    counts: Counter[str] = Counter()
    last, levels = "", _levels(read_part(archive, "word/numbering.xml"))
    styles = {each.get(f"{W}styleId", ""): each for each in _each(read_part(archive, "word/styles.xml"), "style")}
    for paragraph in _each(root, "p"):
        own = paragraph if paragraph.find(f"{W}pPr/{W}numPr") is not None else styles.get(_style(paragraph), paragraph)
        number, level = (own.find(f"{W}pPr/{W}numPr/{W}{name}") for name in ("numId", "ilvl"))
        key = number.get(f"{W}val", "") if number is not None else ""
        if key and (level is None or level.get(f"{W}val") == "0"):
            kind, first = levels.get(key, ("bullet", 1))
            if kind != "bullet" and first > 1 and not counts[key]:
                yield f"Listen som begynner på {first}, {place(words(paragraph))}, begynner på 1. Rett tallene."
            elif kind != "bullet" and counts[key] and last != key:
                yield f"Listen som fortsetter på {counts[key] + 1}, {place(words(paragraph))}, begynner på 1 igjen. Rett tallene."
            if kind not in ("bullet", "decimal", "none") and not counts[key]:
                yield f"Listen med bokstaver eller romertall, {place(words(paragraph))}, har fått vanlige tall."
            counts[key] += 1
        if not key and words(paragraph):
            last = ""
        last = key or last


def _levels(numbering: ElementTree.Element | None) -> dict[str, tuple[str, int]]:
    """The number format and the first number of the outer level of each list, by its id."""
    abstract = {each.get(f"{W}abstractNumId"): each.find(f"{W}lvl") for each in _each(numbering, "abstractNum")}
    out = {}
    for each in _each(numbering, "num"):
        level = abstract.get(_value(each, "abstractNumId"))
        first = _value(each, f"lvlOverride/{W}startOverride") or (_value(level, "start") if level is not None else "")
        out[each.get(f"{W}numId", "")] = (_value(level, "numFmt") if level is not None else "") or "decimal", int(first or 1)
    return out


def _value(element: ElementTree.Element, path: str) -> str:
    """The value of an element below another, "" where there is none."""
    found = element.find(f"{W}{path}")
    return found.get(f"{W}val", "") if found is not None else ""


def _looks(root: ElementTree.Element) -> Iterator[str]:
    found: dict[str, str] = {}
    for paragraph in _each(root, "p"):
        for tag, name in LOOKS.items():
            marks = {each.get(f"{W}val", "none") for each in paragraph.iter(f"{W}{tag}")}
            if words(paragraph) and marks - PLAIN:
                found.setdefault(name, words(paragraph))
    for name, first in found.items():
        yield f"Utseendet er ikke tatt med: {name}, første gang {place(first)}."


def _contents(archive: zipfile.ZipFile) -> set[str]:
    """The ids of the styles of tables of contents."""
    styles = read_part(archive, "word/styles.xml")
    named = ((each.get(f"{W}styleId", ""), each.find(f"{W}name")) for each in _each(styles, "style"))
    return {key for key, name in named if name is not None and re.match(r"toc \d", name.get(f"{W}val", ""), re.IGNORECASE)}


def _style(paragraph: ElementTree.Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val", "") if found is not None else ""


def _each(root: ElementTree.Element | None, name: str) -> Iterator[ElementTree.Element]:
    return iter(()) if root is None else root.iter(f"{W}{name}")


def words(root: ElementTree.Element | None) -> str:
    """The text below an element, deleted text and that of formulas too."""
    ends = (f"{W}t", f"{W}delText", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
    parts = [each.text or "" if each.tag in ends else " " for each in (root.iter() if root is not None else ())
             if each.tag in (*ends, f"{W}p", f"{W}br", f"{W}tab")]  # fmt: skip
    return " ".join("".join(parts).split())


def body_words(archive: zipfile.ZipFile) -> Counter[str]:
    """How often each word stands in the body and the notes, what is named as not carried left out."""
    out: Counter[str] = Counter()
    tables = _contents(archive)
    for part in ("document", "footnotes", "endnotes"):
        root = read_part(archive, f"word/{part}.xml")
        for parent in list(root.iter()) if root is not None else ():
            for child in list(parent):
                if child.tag in UNCARRIED or child.tag.endswith("}Fallback") or (child.tag == f"{W}p" and _style(child) in tables):
                    parent.remove(child)
        out.update(split(words(root)))
    return out


def split(text: str) -> list[str]:
    """The words and numbers of a text, small, without what stands between them."""
    return re.findall(r"\w+", re.sub("[\u00ad\u200b-\u200f\u2060]", "", text).casefold())


def place(text: str) -> str:
    """Where something is, by the words it stands at."""
    return f"ved «{shorten(text)}»" if text else "først i dokumentet"


def shorten(text: str) -> str:
    """A text as far as its first 60 characters."""
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"
