"""Is a captions file in the language that its name says? Asked of py3langid: small, kept, and it knows bokmål from nynorsk."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import Any

from .cues import Cue, Fault

#: The languages that are asked about: fewer give fewer wrong answers for short texts.
ASKED = tuple("no nn da sv fi en de fr es pl lt ro uk ru ar fa ur ku tr vi th sw am".split())
SAME = MappingProxyType({"nb": "no", "no": "no", "prs": "fa", "ckb": "ku"})
NAMES = MappingProxyType(
    {
        "no": "bokmål", "nn": "nynorsk", "da": "dansk", "sv": "svensk", "fi": "finsk", "en": "engelsk", "de": "tysk", "fr": "fransk",
        "es": "spansk", "pl": "polsk", "lt": "litauisk", "ro": "rumensk", "uk": "ukrainsk", "ru": "russisk", "ar": "arabisk",
        "fa": "persisk", "ur": "urdu", "ku": "kurdisk", "tr": "tyrkisk", "vi": "vietnamesisk", "th": "thai", "sw": "swahili",
        "am": "amharisk",
    }
)  # fmt: skip
#: Languages that are told apart by few words: there the answer must be surer, and the text longer.
NEAR = frozenset({"no", "nn", "da", "sv"})
#: Characters of text, how likely the language found must be at least, and the one given at most.
SHORTEST, SHORTEST_NEAR, SURE = 40, 150, 0.7
UNLIKELY, UNLIKELY_NEAR = 0.05, 0.02
OTHER = "Teksten ser ut som {}, men filen er oppgitt som {}. Gi filen riktig språk i navnet, for eksempel film.{}.vtt."


def other_language(cues: tuple[Cue, ...], lang: str) -> list[Fault]:
    """A remark where the text is in another language than `lang`; none where that cannot be told for sure."""
    text = " ".join(cue.plain for cue in cues).replace("\n", " ")[:5000]
    given = SAME.get(lang.split("-")[0], lang.split("-")[0])
    if len(text) < SHORTEST or given not in ASKED:
        return []
    likely = dict(identifier().rank(text))
    found = max(likely, key=likely.get)
    near = {found, given} <= NEAR
    if likely[found] < SURE or likely[given] > (UNLIKELY_NEAR if near else UNLIKELY) or (near and len(text) < SHORTEST_NEAR):
        return []
    return [Fault(cues[0].line, "captions-language", OTHER.format(NAMES[found], NAMES[given], "nb" if found == "no" else found))]


@lru_cache(maxsize=1)
def identifier() -> Any:
    """Loaded once, and only where there are captions or time to spare: it takes half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(list(ASKED))
    return found
