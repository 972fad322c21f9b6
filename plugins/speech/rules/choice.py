"""Which language has which rules."""

from __future__ import annotations

from types import MappingProxyType

from .en import EN
from .language import Language
from .nb import NB, NN
from .uk import UK

LANGUAGES = MappingProxyType({"nb": NB, "no": NB, "nn": NN, "en": EN, "uk": UK})


def rules_for(lang: str) -> Language:
    """The rules of `lang` ("en-GB" as "en"); a language without a file leaves signs to its voice."""
    main = lang.split("-")[0].lower()
    return LANGUAGES.get(main) or Language(main)
