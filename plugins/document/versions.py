"""The short version of a page in other languages: Blocks of its own, in a fold for each language."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from .model import Block, Document, Piece

#: What is said of a version that nobody who speaks the language has checked: first in the page's language, then in its own.
UNCHECKED = MappingProxyType(
    {
        "nb": "Ikke kontrollert ennå av noen som kan språket godt.",
        "nn": "Ikkje kontrollert enno av nokon som kan språket godt.",
        "en": "Not yet checked by anyone who knows the language well.",
        "uk": "Ще не перевірено людиною, яка добре знає мову.",
    }
)
NAMES = MappingProxyType({"nb": "Bokmål", "nn": "Nynorsk", "en": "English", "uk": "Українська"})


@dataclass(frozen=True, slots=True)
class Version:
    """One language: the fold's name, what is said of its quality, its title, its sentences."""

    lang: str
    name: Block
    notes: tuple[Block, ...]
    title: Block | None
    sentences: tuple[Block, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All Blocks in the order in which they are seen and said."""
        return (self.name, *self.notes, *filter(None, [self.title]), *self.sentences)


def versions(document: Document) -> tuple[Version, ...]:
    """The page's short versions in other languages than its own, in the editor's order."""
    found = (document.data.get("summaries") or {}).items()
    return tuple(_version(document, lang, given) for lang, given in found if lang != document.data["lang"])


def _version(document: Document, lang: str, given: dict) -> Version:
    id_, own = f"kort-{lang}", document.data["lang"]

    def block(name: str, kind: str, text: str, spoken: str = lang) -> Block:
        return Block(f"{id_}{name}", kind, text, spoken, 1, (), (f"version:{lang}",), (Piece(0, 0, text),))

    langs = [each for each in dict.fromkeys((own if own in UNCHECKED else "nb", lang)) if each in UNCHECKED and not given.get("checked")]
    return Version(
        lang,
        block("", "summary", NAMES.get(lang, lang)),
        tuple(block(f"-merk-{each}", "p", UNCHECKED[each], each) for each in langs),
        block("-tittel", "p", given["title"]) if given.get("title") else None,
        tuple(block(f"-{number}", "p", text) for number, text in enumerate(given["summary"], 1)),
    )
