"""What the listener should know about the languages of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from types import MappingProxyType

from plugins.document import Block, Letters, languages

from .settings import SpeechSettings, spoken_language

NAMES = MappingProxyType(
    {
        "nb": "bokmål",
        "nn": "nynorsk",
        "no": "norsk",
        "en": "engelsk",
        "uk": "ukrainsk",
        "pl": "polsk",
        "ar": "arabisk",
        "fa": "persisk",
        "ti": "tigrinja",
        "am": "amharisk",
        "om": "oromo",
        "ku": "kurdisk",
        "tr": "tyrkisk",
        "ur": "urdu",
        "sw": "swahili",
        "ru": "russisk",
        "lt": "litauisk",
        "ro": "rumensk",
        "vi": "vietnamesisk",
        "th": "thai",
        "fi": "finsk",
        "sv": "svensk",
        "da": "dansk",
        "so": "somali",
        "se": "nordsamisk",
        "smj": "lulesamisk",
        "sma": "sørsamisk",
        "de": "tysk",
        "fr": "fransk",
        "es": "spansk",
    }
)
#: (language, the one whose voice reads it); "" where there is none. Sámi languages without a voice are one, "se".
Note = tuple[tuple[str, str], ...]
SAMI = frozenset({"se", "sma", "smn", "sms"})


def name(lang: str) -> str:
    """A language's name in bokmål, its code where we do not know it."""
    return NAMES.get(_main(lang), lang)


def _main(lang: str) -> str:
    return lang.split("-")[0].lower()


def unspoken(blocks: Iterable[Block], settings: SpeechSettings) -> dict[str, int]:
    """Languages without a voice, and the line where each first stands."""
    return {lang: line for lang, line in languages(blocks).items() if not settings.voice(lang)}


def note(blocks: Sequence[Block], settings: SpeechSettings) -> Note:
    """What the listener should know of the languages of Blocks; `speech/note.html` says it in the page's language."""
    found = languages(blocks)
    silent = [_main(lang) for lang in found if not settings.voice(lang)]
    silent = ["se" if lang in SAMI else lang for lang in silent]
    borrowed = [(_main(lang), spoken_language(settings.voice(lang))) for lang in found if settings.voice(lang)]
    told = [(lang, voice) for lang, voice in borrowed if lang != voice and (lang, voice) != ("no", "nb")]
    return tuple(dict.fromkeys([*((lang, "") for lang in silent), *told]))


def stretches(block: Block, source: Letters, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Stretches of one language within the characters `start` to `end`; an inner span's language holds."""
    spans = [(source.index(span.start), source.index(span.end), span.value) for span in block.spans if span.kind == "lang"]
    borders = sorted({start, end, *(place for span in spans for place in span[:2] if start < place < end)})
    for first, last in pairwise(borders):
        inner = [span for span in spans if span[0] <= first and last <= span[1]]
        yield first, last, min(inner, key=lambda span: span[1] - span[0])[2] if inner else block.lang
