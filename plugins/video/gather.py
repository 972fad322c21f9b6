"""A page's films, each put together of its files, its captions and its transcript."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from plugins import document
from plugins.document import Block, Insertion, Piece, Problem, Site

from .address import External, is_address, read_address
from .cues import Captions, write_vtt
from .files import Finder, suffix
from .languages import own_name
from .length import TYPES
from .model import Entry, Film, Line, Source, Track, Videos, Wanted
from .services import FRAME_HOSTS
from .texts import find_captions, read_file
from .transcript import transcript
from .wanted import SERVICES, wanted
from .words import Words, words

#: What an editor writes where the picture says no more than the words.
NO_DESCRIPTION = frozenset({"ingen", "nei", "none", "-"})

NOTHING = "Filmen mangler. Skriv file: og navnet på en fil, eller youtube:, vimeo: eller nrk: og en adresse."
BOTH = "Filmen har både {} og {}. Behold den ene."
DESCRIPTION = (
    "Filmen sier ikke om bildet viser noe som ikke blir sagt. Skriv description: ingen hvis det ikke gjør det, "
    "ellers description: og en film med synstolking eller en tekstfil (.vtt)."
)
DESCRIPTION_KIND = "description: «{}» kan ikke brukes. Skriv ingen, en film med synstolking (.mp4, .webm) eller en tekstfil (.vtt, .srt)."


def videos(page: Any, site: Site) -> tuple[Videos | None, list[Problem]]:
    """The films of a page, None where it has none, and their Problems."""
    asked, problems = wanted(page)
    films: list[tuple[Wanted, Film]] = []
    for number, each in enumerate(asked, 1):
        finder = Finder(site, page.document.file, each)
        films.append((each, _film(finder, page.document, f"ly-film-{number}")))
        problems += finder.problems
    return (_together(films) if films else None), problems


def _together(films: list[tuple[Wanted, Film]]) -> Videos:
    lead = next((film for each, film in films if each.lead), None)
    blocks = {each.place: ((film.heading, *film.blocks) if each.lead else film.blocks) for each, film in films}
    inner = [(each, film) for each, film in films if not each.lead]
    insertions = tuple(Insertion("after", each.place, 0, 0, "video/film.html", {"film": film}) for each, film in inner)
    hosts = {FRAME_HOSTS[film.external.service] for _, film in films if film.external}
    return Videos(lead, tuple(film for _, film in inner), blocks, insertions, tuple(sorted(hosts)))


def _film(finder: Finder, page: document.Document, id_: str) -> Film:
    asked, lang = finder.film, page.data["lang"]
    heading = next((block for block in page.blocks if block.id == asked.place and not asked.lead), None)
    heading = heading or _block(f"{id_}-tittel", "h2", asked.title, lang, asked.line)
    sources, length, external = _where(finder)
    captions, missing = find_captions(finder, lang, length)
    described, spoken = _described(finder, lang, length)
    return _with_transcript(
        Film(
            id_,
            heading,
            sources,
            external,
            finder.picture("poster", asked.entries.get("poster", ())),
            length,
            tuple(_track(each, finder.site) for each in captions),
            sign=finder.films("sign", asked.entries.get("sign", ()))[0],
            described=described,
            missing=missing,
        ),
        captions,
        spoken,
        asked.line,
        words(lang),
    )


def _where(finder: Finder) -> tuple[tuple[Source, ...], int | None, External | None]:
    """The film's own files and length, or where else it is."""
    entries = finder.film.entries
    keys = [key for key in ("file", *SERVICES) if entries.get(key)]
    if len(keys) != 1:
        finder.tell(finder.film.line, "film", BOTH.format(*keys[:2]) if keys else NOTHING)
    if not keys:
        return (), None, None
    key, first = keys[0], entries[keys[0]][0]
    if key == "file" and not is_address(first.value):
        return *finder.films("file", entries["file"]), None
    return (), None, _external(finder, "" if key == "file" else key, first)


def _external(finder: Finder, service: str, entry: Entry) -> External | None:
    try:
        return read_address(entry.value, service)
    except ValueError as error:
        finder.tell(entry.line, "film-address", str(error))
        return None


def _described(finder: Finder, lang: str, length: int | None) -> tuple[tuple[Source, ...], Captions | None]:
    """The film with what is seen told aloud, or the text of it."""
    entries = finder.film.entries.get("description", ())
    if not entries:
        finder.tell(finder.film.line, "film-description", DESCRIPTION)
    if not entries or entries[0].value.lower() in NO_DESCRIPTION:
        return (), None
    kind = suffix(entries[0].value)
    if kind in TYPES:
        return finder.films("description", entries)[0], None
    if kind in (".vtt", ".srt"):
        return (), read_file(finder, "description", entries[0], lang, length)
    finder.tell(entries[0].line, "film-format", DESCRIPTION_KIND.format(entries[0].value))
    return (), None


def _track(captions: Captions, site: Site) -> Track:
    """The captions as a data script, since `file://` lets a page load no VTT, and as VTT for those without script."""
    value = [part for cue in captions.cues for part in (cue.start, cue.end, cue.text, cue.settings)]
    key = document.version(json.dumps(value, ensure_ascii=False).encode())
    site.data[key] = value
    return Track(captions.lang, own_name(captions.lang), key, write_vtt(captions.cues))


def _with_transcript(film: Film, captions: tuple[Captions, ...], seen: Captions | None, line: int, said: Words) -> Film:
    """The film with the lines of its first captions, which are the page's own language where there are such."""
    if not captions:
        return film
    lines = tuple(
        Line(_block(f"{film.id}-{number}", "li", each.text, each.lang, line, (f"{film.id}:1", "list:1", f"item:{number}")), each.start)
        for number, each in enumerate(transcript(captions[0], seen, said.shows), 1)
    )
    return replace(film, summary=_block(f"{film.id}-tekst", "summary", said.transcript, said.lang, line), lines=lines)


def _block(id_: str, kind: str, text: str, lang: str, line: int, inside: tuple[str, ...] = ()) -> Block:
    return Block(id_, kind, text, lang, line, (), inside, (Piece(0, 0, text),))
