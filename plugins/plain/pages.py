"""One page: all that the room finds of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from plugins import document
from plugins.document import Block, Insertion, Problem

from .explain import explained
from .lix import Lix, lix
from .remarks import Known, remarks
from .running import LANGS
from .summary import made_summary
from .telling import offer, weight
from .wordlist import Term, Words

TEMPLATE = "plain/ordliste"
NOTHING = Lix(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Plain:
    """How easy the page is: LIX of "Kort sagt" and of the body; `made` are the sentences that the build chose for the former.

    `insertions` are the buttons around hard words and `terms` are what they explain; on the page of all words `listed` is
    (term, its Block, the explanation's Block) for each.
    """

    apart: ClassVar[tuple[str, ...]] = ("insertions", "terms")

    summary: Lix = NOTHING
    body: Lix = NOTHING
    made: tuple[str, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    terms: tuple[Term, ...] = ()
    listed: tuple[tuple[Term, Block, Block], ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What the room itself says on the page."""
        return tuple(block for _, *blocks in self.listed for block in blocks)


@dataclass(frozen=True, slots=True)
class WordPage:
    """What templates need of the word list: the page that shows it, None where there is none."""

    words: Words
    page: Any


def word_page(site: document.Site, words: Words) -> WordPage:
    """The site's page of all words."""
    return WordPage(words, next((page for page in document.every_page(site) if page.document.data.get("template") == TEMPLATE), None))


def read_plain(page: Any, known: Known) -> tuple[Plain, list[Problem]]:
    """What the room finds of a page, and its remarks."""
    found = page.document
    given = found.data.get("summary") or found.data.get("audio")  # nobody has read a made one aloud in a recording
    made = () if given else made_summary(found.blocks)
    short = document.summary_blocks(document.Page(found, Plain(made=made)))
    buttons, terms = explained(found.blocks, known.words) if found.data["lang"] in LANGS else ((), ())
    plain = Plain(lix(short), lix(found.blocks), made, buttons, terms)
    if found.data.get("template") == TEMPLATE:
        plain = replace(plain, listed=tuple(_listed(known.words)))
    remarked = [*offer(found, made), *weight(found, plain.summary, plain.body, known.settings), *remarks(found, known)]
    return plain, remarked if found.data["lang"] in LANGS else [*offer(found, made)]


def _listed(words: Words) -> Iterator[tuple[Term, Block, Block]]:
    for term in words.terms:
        inside = ("terms:1", f"definition:{term.number}")
        name, text = f"ord-{term.number}", f"ord-{term.number}-f"
        yield term, _block(name, "dt", term.entry.term, inside), _block(text, "dd", term.entry.explanation, inside)


def _block(id_: str, kind: str, text: str, inside: tuple[str, ...]) -> Block:
    return Block(id_, kind, text, "nb", 1, (), inside, (document.Piece(0, 0, text),))
