"""How each language says its signs, numbers and short forms: `rules_for(lang)`."""

from types import MappingProxyType

from .en import EN
from .language import Language
from .nb import NB, NN
from .uk import UK

__all__ = ["Language", "rules_for"]

LANGUAGES = MappingProxyType({"nb": NB, "no": NB, "nn": NN, "en": EN, "uk": UK})


def rules_for(lang: str) -> Language:
    """The rules of `lang` ("en-GB" as "en"); a language without a file leaves signs to its voice."""
    main = lang.split("-")[0].lower()
    return LANGUAGES.get(main) or Language(main)
