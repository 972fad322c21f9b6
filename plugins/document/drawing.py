"""Files of an editor that browsers would run: an SVG with more than a drawing in it, and kinds that nobody needs here.

A picture within a page runs nothing. But every file of the site can also be opened by itself, and is then the site.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from lxml import etree

from .clean import scheme

#: What a page may show or offer; anything else a browser or a web server might run.
KINDS = frozenset(
    "svg png jpg jpeg gif webp avif bmp ico mp4 webm m4v mov mp3 m4a ogg oga opus wav flac vtt srt txt csv tsv md pdf "
    "doc docx xls xlsx ppt pptx odt ods odp rtf epub ics vcf zip yaml yml json geojson".split()
)
#: Kinds that stand in a page's text as a picture.
PICTURES = frozenset("svg png jpg jpeg gif webp avif bmp ico".split())
#: Elements that run something, hold other pages or change attributes later.
ACTIVE = frozenset("script foreignobject handler listener iframe object embed animate set animatetransform animatemotion a".split())
HARMLESS = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE)
ADDRESS = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import|expression\(|\\", re.IGNORECASE)
LARGEST = 5_000_000

KIND = "«{}» er av en type som ikke kan legges ut, for den kan kjøre kode hos den som leser. Lag en side av det, eller en PDF."
UNSAFE = "Tegningen «{}» inneholder {}, som ikke kan legges ut. Lagre den på nytt som «vanlig SVG», eller som PNG."
BROKEN = "Tegningen «{}» kan ikke leses som SVG. Lagre den på nytt, eller som PNG."


def is_picture(path: Path | None) -> bool:
    """Whether a file is of a kind that a page can show as a picture; None is a page, which is none."""
    return path is not None and path.suffix.lower().lstrip(".") in PICTURES


def unsafe(path: Path, name: str) -> str:
    """Why a file may not be published, "" where it may."""
    kind = PurePosixPath(name).suffix.lower().lstrip(".")
    if kind not in KINDS:
        return KIND.format(name)
    if kind != "svg":
        return ""
    try:
        found = _active(path)
    except (OSError, etree.XMLSyntaxError, ValueError):
        return BROKEN.format(name)
    return UNSAFE.format(name, found) if found else ""


def _active(path: Path) -> str:
    """What an SVG has that is no drawing, "" for nothing; no entity is resolved and nothing fetched."""
    if path.stat().st_size > LARGEST:
        return f"mer enn {LARGEST / 1e6:.0f} MB"
    tree = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    if tree.docinfo.internalDTD is not None and tree.docinfo.internalDTD.entities():
        return "egne tegnkoder (ENTITY)"
    root = tree.getroot()
    if etree.QName(root).localname != "svg":
        return "noe annet enn en tegning"
    return next(filter(None, map(_told, (*root.itersiblings(preceding=True), *tree.iter()))), "")


def _told(node: etree._Element) -> str:
    if not isinstance(node.tag, str):
        return "en henvisning til et stilark" if isinstance(node, etree._ProcessingInstruction) and node.target == "xml-stylesheet" else ""
    name = etree.QName(node).localname.lower()
    if name in ACTIVE or node.tag.startswith("{http://www.w3.org/1999/xhtml}"):
        return f"<{name}>"
    if name == "style" and ADDRESS.search("".join(node.itertext())):
        return "en adresse i stilen"
    return next((f"«{key}»" for key, value in node.items() if _bad(etree.QName(key).localname.lower(), value)), "")


def _bad(key: str, value: str) -> bool:
    """An attribute that runs something, or fetches something from elsewhere; Inkscape's notes name addresses that nobody fetches."""
    if key.startswith("on"):
        return True
    if key in ("href", "src"):
        return not HARMLESS.match(value.strip())
    return bool(ADDRESS.search(value)) if key != "d" and "(" in value else scheme(value) in ("javascript", "data", "vbscript")
