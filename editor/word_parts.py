"""A Word document as mammoth can read all of it: what it would leave out with its text is made plain text first."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = re.compile(r"word/(document|footnotes|endnotes)\.xml")
#: What is unpacked at most, all parts of XML together: a document of a thousand pages has a tenth of it.
LARGEST = 100_000_000
#: Around text that is seen: fields that Word fills in (a date, a number), and a direction of writing.
AROUND = frozenset({f"{W}fldSimple", f"{W}bdo", f"{W}dir"})


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


def plain(data: bytes) -> bytes:
    """The document with such text laid bare; the same bytes where it has none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: read_part(archive, name) for name in archive.namelist() if PARTS.fullmatch(name)}
        changed = {name: ElementTree.tostring(root, "utf-8", xml_declaration=True) for name, root in parts.items() if _lay_bare(root)}
        if not changed:
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name in archive.namelist():
                new.writestr(name, changed.get(name) or archive.read(name))
    return out.getvalue()


def _lay_bare(root: ElementTree.Element) -> bool:
    """Put the runs of such elements in their place, deepest first; says whether there were any."""
    found = False
    for parent in reversed(list(root.iter())):
        for at, child in reversed(list(enumerate(parent))):
            if child.tag in AROUND:
                parent[at : at + 1] = list(child)
            elif child.tag == f"{W}cr":
                child.tag = f"{W}br"
            elif child.tag == f"{W}ruby":
                parent[at : at + 1] = _ruby(child)
            else:
                continue
            found = True
    return found


def _ruby(ruby: ElementTree.Element) -> list[ElementTree.Element]:
    """A text and, in brackets, how it is read."""
    text = ["".join(each.text or "" for part in ruby.iter(f"{W}{name}") for each in part.iter(f"{W}t")) for name in ("rubyBase", "rt")]
    made = ElementTree.Element(f"{W}t")
    made.text = f"{text[0]} ({text[1]})"
    return [made]
