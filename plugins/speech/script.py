"""What is said: Blocks to Sentences of Words, each with the characters it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.document import Block, Letters, Sentence, Span, Word, letters, sentence_ranges

from .languages import stretches
from .lexicon import Lexicon
from .rules import Token, rules_for, scan
from .settings import SpeechSettings
from .stops import stops
from .tables import Tables

#: Spans that are seen and not said.
UNSAID = frozenset({"note", "back", "code"})
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 summary caption".split())
ITEMS = frozenset("li dt dd".split())
CELLS = frozenset({"td", "th"})
Captions = dict[tuple[str, ...], str]


def script(blocks: Sequence[Block], settings: SpeechSettings, lexicon: Lexicon) -> list[Sentence]:
    """The Sentences of a page in spoken order; words that no voice can say are left out."""
    return list(Script(blocks, settings, lexicon).sentences())


class Script:
    """One page on its way to being said."""

    def __init__(self, blocks: Sequence[Block], settings: SpeechSettings, lexicon: Lexicon) -> None:
        self.settings, self.lexicon = settings, lexicon
        self.blocks = [block for block in blocks if block.kind != "pre"]
        self.tables = Tables(self.blocks)
        self.captions = shown_below(self.blocks)
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
        shown = letters(block)
        said = letters(block, UNSAID) if any(span.kind == "code" for span in block.spans) else shown
        images = [span for span in block.spans if span.kind == "image" and span.value]
        head = self.head(block)
        for start, end in sentence_ranges(shown, block):
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
        for first, last, lang in stretches(block, source, start, end):
            tokens += scan(source.text, first, last, lang, self.lexicon)
        tokens = self.explained(tokens, block, source)
        return tuple(
            Word(token.text, token.spoken, token.lang, block.id, *source.place(token.start, token.end), after)
            for token, after in zip(tokens, stops(source.text, tokens, end), strict=True)
            if self.settings.voice(token.lang)
        )

    def explained(self, tokens: list[Token], block: Block, source: Letters) -> list[Token]:
        """The tokens, with an abbreviation's title said after it the first time on the page."""
        for span in block.spans:
            if span.kind == "abbr" and span.value and (short := block_text(source, span)) not in self.told:
                start, end = source.index(span.start), source.index(span.end)
                inside = [at for at, token in enumerate(tokens) if start <= token.start < end]
                if inside:
                    self.told.add(short)
                    tokens[inside[-1]] = self.with_title(tokens[inside[-1]], short, span.value)
        return tokens

    def with_title(self, token: Token, short: str, title: str) -> Token:
        """ "NAV" and what it stands for; the title alone where it begins with the short form."""
        said = self.text(title, token.lang)
        return replace(token, spoken=said if said.lower().startswith(short.lower()) else f"{token.spoken}, {said}", rest=True)

    def text(self, text: str, lang: str) -> str:
        """Text without a place of its own, as it is said."""
        return spoken(self.placed(text, lang)).rstrip(".")

    def placed(self, text: str, lang: str) -> list[tuple[Token, str]]:
        """The tokens of a text that is not in a Block, and what follows each."""
        text = letters(Block("", "p", text, lang)).text
        tokens = list(scan(text, 0, len(text), lang, self.lexicon))
        return list(zip(tokens, stops(text, tokens, len(text)), strict=True))

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


def shown_below(blocks: Sequence[Block]) -> Captions:
    """The texts below pictures, by the figure that they stand in."""
    return {block.inside[-1:]: plain(block.text) for block in blocks if block.kind == "figcaption"}


def plain(text: str) -> str:
    """What is seen of a text, runs of blanks as one."""
    return " ".join(letters(Block("", "p", text, "nb")).text.split())


def block_text(source: Letters, span: Span) -> str:
    """The characters of a span."""
    return source.text[source.index(span.start) : source.index(span.end)].strip()


def spoken(words: Sequence[tuple[Token, str]]) -> str:
    """Tokens and what follows them, as the voice is given them."""
    return " ".join(f"{token.spoken}{after}" for token, after in words)
