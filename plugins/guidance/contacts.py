"""Those who can help: what each one's lines say, and which of their dates have passed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from plugins import document

from .blocks import Contact, ContactGroup, Contacts, block
from .pages import Pages
from .schema import Entry
from .words import Words

FILE = "kontakter.yaml"
HEADING = "hvem"
#: The headings of the lists, in the order of the page.
GROUPS = MappingProxyType(
    {
        "veiledning": "Noen som kan hjelpe deg å velge",
        "nett": "Finn ut mer alene",
        "rettigheter": "Når noe er urettferdig",
        "lese": "Hjelp til å lese",
        "vanskelig": "Når livet er vanskelig",
    }
)
#: What one does there, by channel.
WAYS = MappingProxyType(
    {
        "chat": "chatte",
        "telefon": "ringe",
        "e-post": "sende e-post",
        "video": "snakke på video",
        "møte": "møte dem",
        "nett": "lese på nettsiden",
        "via skolen": "gå gjennom skolen",
    }
)


@dataclass(frozen=True, slots=True)
class Known:
    """A contact with what follows from the day of the build: `hours` is None where they have expired."""

    entry: Entry
    hours: str | None


def known(entries: Iterable[Entry], today: datetime.date) -> list[Known]:
    """The contacts as they are on that day."""
    return [Known(entry, None if expired(entry, today) else entry.hours) for entry in entries]


def expired(entry: Entry, today: datetime.date) -> bool:
    """Whether the contact's opening hours belong to a time that has passed."""
    return entry.until is not None and entry.until < today


def reported(entries: Iterable[Entry], today: datetime.date, lines: Mapping[tuple, int]) -> Iterator[document.Problem]:
    """A remark for each contact whose opening hours are hidden, or of whom nothing says where it is from; `lines` are those of keys."""
    for number, entry in enumerate(entries):
        if expired(entry, today):
            message = f"{entry.name}: åpningstiden gjaldt til {entry.until}, og er skjult. Finn den nye, og skriv en ny dato i until."
            yield document.problem(FILE, lines.get(("contacts", number, "until"), 1), "contact-expired", message)
        if not entry.sources:
            message = f"{entry.name}: ingen kilde. Skriv hvor du har lest det: sources, med title og url."
            yield document.problem(FILE, lines.get(("contacts", number, "id"), 1), "contact-source", message)


def contacts(found: document.Document, entries: Iterable[Known], pages: Pages, words: Words) -> Contacts:
    """All contacts as Blocks, in groups."""
    listed = list(entries)
    groups = []
    for number, (group, name) in enumerate(GROUPS.items(), 1):
        of_group = tuple(_contact(found, each, pages, words.lang) for each in listed if each.entry.group == group)
        if of_group:
            groups.append(ContactGroup(group, block(found, f"{HEADING}-{number}", "h2", name, lang=words.lang), of_group))
    return Contacts(tuple(groups))


def _contact(found: document.Document, each: Known, pages: Pages, lang: str) -> Contact:
    entry, id_ = each.entry, f"{HEADING}-{document.slugify(each.entry.id)}"
    lines = tuple(
        block(found, f"{id_}-{name}", "p", text, (f"{HEADING}:{id_}",), lang) for name, text in _lines(each) if text
    )
    about = pages.find(entry.page, lang) if entry.page else None
    return Contact(block(found, id_, "h3", entry.name, (f"{HEADING}:{id_}",), lang), lines, entry, pages.address(about) if about else "")


def _lines(each: Known) -> Iterator[tuple[str, str | None]]:
    entry = each.entry
    yield "hva", sentence(entry.what)
    yield "hvordan", f"Du kan {either([WAYS.get(way, f'bruke {way}') for way in entry.channels])}."
    yield "telefon", f"Telefon {entry.phone}." if entry.phone else None
    yield "tid", f"Åpent: {each.hours}." if each.hours else None
    yield "bestille", entry.how and sentence(entry.how)
    yield "navn", anonymity(entry)


def sentence(text: str) -> str:
    """The text with a full stop."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def either(names: list[str]) -> str:
    """Names as one says them: "chat, telefon eller e-post"."""
    return " eller ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def anonymity(entry: Entry) -> str:
    """Whether one must say who one is, as far as it is known."""
    if entry.anonymous is None:
        return "Vi vet ikke om du må si hvem du er. Spør først."
    return "Du trenger ikke si hvem du er." if entry.anonymous else "De kan spørre hvem du er."


def host(address: str) -> str:
    """The name of a web address's site: "nav.no"."""
    return urlsplit(address).netloc.removeprefix("www.")
