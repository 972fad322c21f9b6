"""What would make a page plainer: each remark with its line, the sentence and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.document import Block, Document, Problem, problem

from .passive import passive
from .rare import is_rare
from .running import Said, running
from .settings import PlainSettings
from .telling import say
from .wordlist import Words

SHORT = re.compile(r"[A-ZÆØÅ]{2,6}\d?")
#: "arbeidsmiljø (HMS)" and "HMS (helse, miljø og sikkerhet)" tell what the letters stand for.
TOLD = r"\({0}\)|\b{0}\s*\([^)]{{4,}}\)|\b{0} (?:betyr|står for|tyder|står for)\b|\b(?:heter|kalles|heiter|kallar vi|kaller vi) {0}\b"
HEADINGS = frozenset("h2 h3 h4".split())
#: A question ends so; so does a heading that leaves the answer open.
ASKS = ("?", "…", ":")


@dataclass(frozen=True)
class Known:
    """What room plain knows besides the page: its settings and the site's word list."""

    settings: PlainSettings
    words: Words


def remarks(document: Document, known: Known) -> Iterator[Problem]:
    """All remarks on the language of a page, in bokmål."""
    said = list(running(document.blocks))
    yield from _long(document, said, known.settings)
    yield from _passive(document, said, known.settings)
    yield from _rare(document, said, known)
    yield from _short(document, said, known)
    yield from _names(document, said, known)
    yield from _headings(document, known.settings)


def _long(document: Document, said: list[Said], settings: PlainSettings) -> Iterator[Problem]:
    for each in said:
        if settings.longest and len(each.words) > settings.longest:
            yield problem(document.file, each.line, "plain-long", say("long", each.text, count=len(each.words)))


def _passive(document: Document, said: list[Said], settings: PlainSettings) -> Iterator[Problem]:
    for each in said if settings.passive else ():
        if found := passive(each.words):
            yield problem(document.file, each.line, "plain-passive", say("passive", each.text, word=found))


def _rare(document: Document, said: list[Said], known: Known) -> Iterator[Problem]:
    told = {word.lower() for word in re.findall(r"\w+", " ".join([document.data["title"], *document.data.get("also_called", ())]))}
    for each in said if known.settings.rare else ():
        for word in each.words:
            rare = word.islower() and is_rare(word, each.lang, known.settings.rare)
            if rare and not _is_topic(word, told) and not _is_told(word, known):
                told.add(word)
                yield problem(document.file, each.line, "plain-rare", say("rare", each.text, word=word))


def _is_topic(word: str, told: set[str]) -> bool:
    """A word told already, or a form of the page's own title ("tømrere" on the page "Tømrer")."""
    return word in told or any(len(each) > 4 and word.startswith(each.removesuffix("e")) for each in told)


def _is_told(word: str, known: Known) -> bool:
    """A word of the list, or one that is made with it ("fagbrevet", "fagbrevprøve")."""
    return known.words.term(word) is not None or known.words.within.search(word) is not None


def _short(document: Document, said: list[Said], known: Known) -> Iterator[Problem]:
    told = set(known.settings.known)
    text = " ".join([block.text for block in document.blocks])
    for each in said:
        for word in each.words:
            if SHORT.fullmatch(word) and word not in told and not known.words.term(word) and any(other.islower() for other in each.words):
                told.add(word)
                if not _has_title(each.block, word) and not _is_told_in(text, word):
                    yield problem(document.file, each.line, "plain-short", say("short", each.text, word=word))


def _is_told_in(text: str, word: str) -> bool:
    """A place of the page says what the letters stand for."""
    return word in text and re.search(TOLD.format(word), text) is not None


def _has_title(block: Block, word: str) -> bool:
    """The page says what the letters stand for, with `*[HMS]: ...`."""
    return any(span.kind == "abbr" and span.value and word in block.text[span.start : span.end] for span in block.spans)


def _names(document: Document, said: list[Said], known: Known) -> Iterator[Problem]:
    """Two names of one thing (synonyms in the word list) on the same page."""
    used = {word.lower(): each for each in reversed(said) for word in each.words}
    for term in known.words.terms:
        names = [name for name in (term.entry.term, *term.entry.synonyms) if name.lower() in used]
        if len(names) > 1:
            each = used[names[1].lower()]
            yield problem(document.file, each.line, "plain-names", say("names", each.text, word=names[1], other=names[0]))


def _headings(document: Document, settings: PlainSettings) -> Iterator[Problem]:
    for block in document.blocks if settings.headings else ():
        if block.kind in HEADINGS and block.lang in ("nb", "nn") and not block.text.strip().endswith(ASKS):
            yield problem(document.file, block.line, "plain-heading", say("heading", block.text.strip()))
