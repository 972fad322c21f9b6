"""What a Word document holds that a page cannot carry: found in its own XML, each named with where."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType
from xml.etree import ElementTree

from .word_parts import W, read_part
from .word_places import Lost, lost_at, place, shorten, split

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
#: Elements whose content is seen in Word and not on the page; the words of the first two are named.
UNCARRIED = MappingProxyType(
    {
        f"{W}del": "Slettet tekst (sporet endring)",
        f"{M}oMath": "En formel",
        "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "Et diagram",
        "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "En SmartArt-figur",
        "{urn:schemas-microsoft-com:office:office}OLEObject": "Et innebygd objekt",
        f"{V}textpath": "WordArt",
        f"{W14}checkbox": "En avkryssing",
        f"{W}checkBox": "En avkryssing",
        f"{W}altChunk": "Et dokument inni dokumentet",
    }
)
#: Elements whose text is not on the page: those, what was moved away, and what is drawn a second time for old programs.
GONE = frozenset({*UNCARRIED, f"{W}moveFrom", FALLBACK})
#: How text looks, where a page has its own look.
LOOKS = MappingProxyType({"u": "understreking", "color": "tekstfarge", "highlight": "uthevingsfarge", "jc": "justering", "shd": "bakgrunn",
                          "position": "hevet eller senket tekst", "vanish": "teksten er skjult i Word", "caps": "store bokstaver",
                          "smallCaps": "små store bokstaver"})  # fmt: skip

#: Values that say that a text looks as any other.
PLAIN = frozenset({"none", "auto", "left", "start", "both", "clear", "000000", "0", "false"})
#: Looks that are there without a value.
TOGGLES = frozenset({"vanish", "caps", "smallCaps"})
#: What a drawing may hold that is carried, or named by itself.
DRAWN = frozenset({"{http://schemas.openxmlformats.org/drawingml/2006/picture}pic", f"{V}imagedata", f"{V}textpath", f"{W}txbxContent",
                   "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
                   "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"})  # fmt: skip


def losses(archive: zipfile.ZipFile) -> Iterator[Lost]:
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
            yield Lost(f"{'Topptekst' if 'header' in name else 'Bunntekst'} er ikke tatt med: «{shorten(text)}».")
    marked = {mark.get(f"{W}id"): _kept(each) for each in _each(root, "p") for mark in _each(each, "commentReference")}
    for each in _each(read_part(archive, "word/comments.xml"), "comment"):
        said = f"Kommentaren fra {each.get(f'{W}author') or 'ukjent'} er ikke tatt med: «{shorten(words(each))}»"
        yield lost_at(said, marked.get(each.get(f"{W}id"), ""))


def _in_body(root: ElementTree.Element, tables: set[str]) -> Iterator[Lost]:
    before, toc = "", False
    inner = {id(each) for box in root.iter(f"{W}txbxContent") for each in box.iter(f"{W}p")}
    for each in root.iter():
        if each.tag == f"{W}altChunk":
            yield lost_at(f"{UNCARRIED[each.tag]} er ikke tatt med", before)
        if each.tag != f"{W}p" or id(each) in inner:
            continue
        if _style(each) in tables:
            toc = True
            continue
        yield from (lost_at(said, _kept(each) or before) for said in _uncarried(each))
        before = _kept(each) or before
    if toc:
        yield Lost("Innholdsfortegnelsen er ikke tatt med. Siden har sin egen.")


def _uncarried(paragraph: ElementTree.Element) -> Iterator[str]:
    """What a paragraph holds that a page does not: each with its words."""
    again = {id(each) for old in paragraph.iter(FALLBACK) for each in old.iter()}
    for each in paragraph.iter():
        if id(each) in again:
            continue
        if each.tag in UNCARRIED:
            said = words(each) or each.get("string", "")
            yield f"{UNCARRIED[each.tag]} er ikke tatt med" + (f": «{shorten(said)}»" if said else "")
        elif each.tag in (f"{W}drawing", f"{W}pict") and not DRAWN & {inner.tag for inner in each.iter()}:
            said = next(filter(None, (inner.get("descr") or inner.get("alt") for inner in each.iter())), "")
            yield "En tegnet figur er ikke tatt med" + (f": «{shorten(said)}»" if said else "")


def _lists(root: ElementTree.Element, archive: zipfile.ZipFile) -> Iterator[Lost]:
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
                yield lost_at(f"Listen som begynner på {first}", words(paragraph), ", begynner på 1. Rett tallene.")
            elif kind != "bullet" and counts[key] and last != key:
                yield lost_at(f"Listen som fortsetter på {counts[key] + 1}", words(paragraph), ", begynner på 1 igjen. Rett tallene.")
            if kind not in ("bullet", "decimal", "none") and not counts[key]:
                yield lost_at("Listen med bokstaver eller romertall", words(paragraph), ", har fått vanlige tall.")
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


def _looks(root: ElementTree.Element) -> Iterator[Lost]:
    found: dict[str, str] = {}
    for paragraph in _each(root, "p"):
        for tag, name in LOOKS.items():
            marks = {each.get(f"{W}val", "1" if tag in TOGGLES else "none") for each in paragraph.iter(f"{W}{tag}")}
            if (said := _kept(paragraph) or words(paragraph)) and marks - PLAIN:
                found.setdefault(name, said)
    for name, first in found.items():
        yield Lost(f"Utseendet er ikke tatt med: {name}, første gang {place(first)}.", first)


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


def words(root: ElementTree.Element | None, left: frozenset[str] = frozenset()) -> str:
    """The text below an element, deleted text and that of formulas too, without what stands in elements of the names `left`."""
    return " ".join("".join(_texts(root, left)).split()) if root is not None else ""


def _texts(element: ElementTree.Element, left: frozenset[str]) -> Iterator[str]:
    if element.tag in (f"{W}t", f"{W}delText", f"{M}t"):
        yield element.text or ""
    elif element.tag == f"{W}noBreakHyphen":
        yield "-"
    elif element.tag in (f"{W}p", f"{W}br", f"{W}cr", f"{W}tab", f"{W}rubyBase"):
        yield " "
    for child in element:
        if child.tag not in left:
            yield from _texts(child, left)


def _kept(paragraph: ElementTree.Element) -> str:
    """The text of a paragraph as far as it comes along: by it, things are found on the page, too."""
    return words(paragraph, GONE | {f"{W}txbxContent"})


def body_words(archive: zipfile.ZipFile) -> Counter[str]:
    """How often each word stands in the body and the notes, what is named as not carried left out."""
    out: Counter[str] = Counter()
    tables = _contents(archive)
    for part in ("document", "footnotes", "endnotes"):
        root = read_part(archive, f"word/{part}.xml")
        for parent in list(root.iter()) if root is not None else ():
            for child in list(parent):
                if child.tag == f"{W}p" and _style(child) in tables:
                    parent.remove(child)
        out.update(split(words(root, GONE)))
    return out
