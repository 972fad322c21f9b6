"""A "Kort sagt" from the page's own sentences, for pages whose editor has not written one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.document import Block, letters, sentences, words

from .lix import LONG

#: A page of fewer sentences is its own summary.
LEAST_SENTENCES = 8
LEAST, MOST = 3, 4
#: Sentences with fewer words say too little alone, those with more are no short summary.
FEWEST_WORDS, MOST_WORDS = 4, 18
#: What stands in these is no running text of the page itself.
APART = ("table", "quote", "footnotes", "details", "figure")
#: A sentence that begins so leans on the one before it (bokmål and nynorsk).
LEANS = frozenset(
    "det den de dei da dette disse denne han hun ho her der dit men og eller også derfor difor så etterpå likevel "
    "dessuten ellers uten til noen andre slik begge både".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that can stand alone, with the section that it stands in and how much it says of the page."""

    text: str
    section: int
    score: float


def made_summary(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Three or four sentences in the page's order, or none where the page is too short.

    The best of each section is the one whose long words the page uses most; the same words give the same sentences.
    """
    if sum(len(sentences(block)) for block in blocks if block.kind == "p") < LEAST_SENTENCES:
        return ()
    found = list(candidates(blocks))
    best = [max((each for each in found if each.section == section), key=score) for section in dict.fromkeys(map(section_of, found))]
    if len(best) < LEAST:
        best = found
    chosen = sorted(best, key=score, reverse=True)[:MOST]
    return tuple(each.text for each in found if each in chosen) if len(chosen) >= LEAST else ()


def score(candidate: Candidate) -> float:
    """What sentences are ranked by."""
    return candidate.score


def section_of(candidate: Candidate) -> int:
    """The number of the heading that the sentence stands below."""
    return candidate.section


def candidates(blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The sentences of paragraphs that can stand alone."""
    weights = Counter(word.lower() for block in blocks for word in words(block) if len(word) > LONG)
    section = 0
    for block in blocks:
        section += block.kind in ("h2", "h3")
        if block.kind == "p" and not any(part.startswith(APART) for part in block.inside):
            for text in _sentences(block):
                found = [word.lower() for word in _words(text, block)]
                if FEWEST_WORDS <= len(found) <= MOST_WORDS and text.endswith(".") and found[0] not in LEANS:
                    yield Candidate(text, section, sum(weights[word] for word in found) / len(found))


def _sentences(block: Block) -> Iterator[str]:
    source = letters(block)
    for start, end in sentences(block):
        yield " ".join(source.text[source.index(start) : source.index(end)].split())


def _words(text: str, block: Block) -> list[str]:
    return words(Block("", "p", text, block.lang))
