"""What is said: Blocks to Sentences of Words, each with the characters it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.document import Block, Sentence, Span, Word
from plugins.document.letters import SILENT, Letters, letters
from plugins.document.sentences import split

from .lexicon import Lexicon
from .rules import rules_for
from .rules.scan import Token, scan
from .settings import SpeechSettings
from .tables import Tables

#: Spans that are seen and not said.
UNSAID = SILENT | {"code"}
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 summary caption".split())
ITEMS = frozenset("li dt dd".split())
CELLS = frozenset({"td", "th"})
#: What a listener hears at signs within a sentence: the first of these that stands there.
STOPS = (("?", "?"), ("!", "!"), (";", ";"), (":", ":"))
COMMA = re.compile(r"[,()\[\]…—.]|\s[–-]|[–-]\s")


def script(blocks: Sequence[Block], settings: SpeechSettings, lexicon: Lexicon) -> list[Sentence]:
    """The Sentences of a page in spoken order; words that no voice can say are left out."""
    return list(Script(blocks, settings, lexicon).sentences())


class Script:
    """One page on its way to being said."""

    def __init__(self, blocks: Sequence[Block], settings: SpeechSettings, lexicon: Lexicon) -> None:
        self.settings, self.lexicon = settings, lexicon
        self.blocks = [block for block in blocks if block.kind != "pre"]
        self.tables = Tables(self.blocks)
        self.captions = {block.inside[-1:]: plain(block.text) for block in self.blocks if block.kind == "figcaption"}
        self.told: set[str] = set()

    def sentences(self) -> Iterator[Sentence]:
        """Block by block; the last sentence of each gets the pause of its kind."""
        for block in self.blocks:
            if self.tables.is_head(block):
                continue
            found = [each for each in self.block(block) if each.words]
            if found:
                yield from found[:-1]
                yield replace(found[-1], pause=self.pause(block))

    def pause(self, block: Block) -> int:
        """The silence after a Block, in ms."""
        pauses = self.settings.pauses
        if block.kind in HEADINGS:
            return pauses.heading
        if block.kind in CELLS:
            return pauses.item if self.tables.is_last(block) else pauses.cell
        return pauses.item if block.kind in ITEMS else pauses.paragraph

    def block(self, block: Block) -> Iterator[Sentence]:
        """The sentences of one Block, its pictures between them; a cell's first begins with its column's head."""
        shown, said = letters(block), letters(block, UNSAID)
        images = [span for span in block.spans if span.kind == "image" and span.value]
        head = self.head(block)
        for start, end in split(shown, block):
            first, last = shown.place(start, end)
            while images and images[0].start <= first:
                yield from self.image(images.pop(0), block)
            words = self.words(block, said, start, end)
            text = plain(shown.text[start:end])
            pause = self.settings.pauses.sentence
            yield Sentence(text, block.lang, block.id, first, last, (*head, *words) if words else (), pause)
            head = () if words else head
        for image in images:
            yield from self.image(image, block)

    def words(self, block: Block, source: Letters, start: int, end: int) -> tuple[Word, ...]:
        """The Words of the characters `start` to `end`."""
        tokens: list[Token] = []
        for first, last, lang in languages(block, source, start, end):
            tokens += (replace(token, lang=lang) for token in scan(source.text, first, last, rules_for(lang), self.lexicon))
        tokens = list(self.explained(tokens, block, source))
        stops = (
            *(stop(source.text[a.end : b.start]) for a, b in zip(tokens, tokens[1:], strict=False)),
            last_stop(source.text, tokens, end),
        )
        return tuple(
            Word(token.text, token.spoken, token.lang, block.id, *source.place(token.start, token.end), after)
            for token, after in zip(tokens, stops, strict=True)
            if self.settings.voice(token.lang)
        )

    def explained(self, tokens: list[Token], block: Block, source: Letters) -> Iterator[Token]:
        """An abbreviation with a title is followed by it the first time on the page."""
        spans = [(source.index(span.start), source.index(span.end), span) for span in block.spans if span.kind == "abbr" and span.value]
        for index, token in enumerate(tokens):
            inside = next((each for each in spans if each[0] <= token.start < each[1]), None)
            ends = inside and (index + 1 == len(tokens) or tokens[index + 1].start >= inside[1])
            if ends and (short := source.text[inside[0] : inside[1]].strip()) not in self.told:
                self.told.add(short)
                title = self.text(inside[2].value, token.lang)
                token = replace(token, spoken=title if title.lower().startswith(short.lower()) else f"{token.spoken}, {title}")
            yield token

    def text(self, text: str, lang: str) -> str:
        """Text without a place of its own, as it is said."""
        return spoken(self.placed(text, lang)).rstrip(".")

    def placed(self, text: str, lang: str) -> list[tuple[Token, str]]:
        """The tokens of a text that is not in a Block, and what follows each."""
        text = letters(Block("", "p", text, lang)).text
        tokens = list(scan(text, 0, len(text), rules_for(lang), self.lexicon))
        stops = [stop(text[a.end : b.start]) for a, b in zip(tokens, tokens[1:], strict=False)]
        return list(zip(tokens, [*stops, last_stop(text, tokens, len(text))], strict=False))

    def image(self, image: Span, block: Block) -> Iterator[Sentence]:
        """A picture's text: "Bilde: En kokk ved en gryte", outlined where the picture stands."""
        alt, rules = plain(image.value), rules_for(block.lang)
        found = self.placed(alt, block.lang)
        if found and self.settings.voice(block.lang) and self.captions.get(block.inside[-1:]) != alt:
            label = [(rules.image, rules.image, ":")] if rules.image else []
            parts = [*label, *((token.text, token.spoken, after) for token, after in found)]
            words = tuple(Word(text, said, block.lang, block.id, image.start, image.start, after) for text, said, after in parts)
            text = f"{rules.image}: {alt}" if rules.image else alt
            yield Sentence(text, block.lang, block.id, image.start, image.start, words, self.settings.pauses.sentence)

    def head(self, block: Block) -> tuple[Word, ...]:
        """The words of a cell's column head, "Lønn:"; they keep their own place."""
        head = self.tables.head(block)
        if head is None:
            return ()
        source = letters(head, UNSAID)
        words = self.words(head, source, 0, len(source.text))
        return (*words[:-1], replace(words[-1], after="?" if words[-1].after == "?" else ":")) if words else ()


def plain(text: str) -> str:
    """What is seen of a text, runs of blanks as one."""
    return " ".join(letters(Block("", "p", text, "nb")).text.split())


def spoken(words: Sequence[tuple[Token, str]]) -> str:
    """Tokens and what follows them, as the voice is given them."""
    return " ".join(f"{token.spoken}{after}" for token, after in words)


def stop(gap: str) -> str:
    """What the voice is given for the signs between two words."""
    for sign, said in STOPS:
        if sign in gap:
            return said
    return "," if COMMA.search(gap) else ""


def last_stop(text: str, tokens: Sequence[Token], end: int) -> str:
    """What ends a sentence: its own sign, else a full stop, so that the voice falls."""
    gap = text[tokens[-1].end : end] if tokens else ""
    return next((sign for sign in "?!:" if sign in gap), ".")


def languages(block: Block, source: Letters, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Stretches of one language within `start` to `end`; an inner span's language holds."""
    spans = [(source.index(span.start), source.index(span.end), span.value) for span in block.spans if span.kind == "lang"]
    borders = sorted({start, end, *(place for span in spans for place in span[:2] if start < place < end)})
    for first, last in zip(borders, borders[1:], strict=False):
        inner = [span for span in spans if span[0] <= first and last <= span[1]]
        yield first, last, min(inner, key=lambda span: span[1] - span[0])[2] if inner else block.lang
