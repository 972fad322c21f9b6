"""The script of a page for people and for programs: what will be said, from which characters."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from plugins import document
from plugins.document import Sentence, Site, Word

from .lexicon import read_lexicon
from .script import script
from .unsaid import unsaid


def page_script(page: Any, site: Site) -> list[Sentence]:
    """The page's Sentences as they would be said."""
    lexicon, _ = read_lexicon(site.settings.speech.lexicon)
    return script(document.spoken_blocks(page), site.settings.speech, lexicon)


def script_json(page: Any, site: Site) -> dict[str, Any]:
    """The value that `lyttevei script --json` prints; `start` and `end` are UTF-16 units of the block's text.

    `unsaid` lists the words that are seen and not said, each with the reason.
    """
    sentences = page_script(page, site)
    silent = [asdict(each) for each in unsaid(document.spoken_blocks(page), sentences, site.settings.speech)]
    return {"lang": page.document.data["lang"], "sentences": [_sentence(each) for each in sentences], "unsaid": silent}


def script_text(page: Any, site: Site) -> str:
    """One line a sentence: element id, start–end, language, what will be said."""
    return "".join(f"{each.block}\t{each.start}–{each.end}\t{each.lang}\t{spoken(each)}\n" for each in page_script(page, site))


def spoken(sentence: Sentence) -> str:
    """The sentence as the voice is given it."""
    return " ".join(f"{word.spoken}{word.after}" for word in sentence.words)


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "spoken": spoken(sentence),
        "lang": sentence.lang,
        "words": [_word(word) for word in sentence.words],
    }


def _word(word: Word) -> dict[str, Any]:
    return {
        "text": word.text,
        "spoken": word.spoken,
        "lang": word.lang,
        "block": word.block,
        "start": word.start,
        "end": word.end,
    }
