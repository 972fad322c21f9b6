"""Languages of captions: what a file's name says, and what each language calls itself."""

from __future__ import annotations

import re
from types import MappingProxyType

NAMED = re.compile(r"[._-](?P<lang>[a-z]{2,3})(?:[-_][a-z]{2,4})?\.\w+$", re.IGNORECASE)
SHORT = MappingProxyType(
    {"no": "nb", "nor": "nb", "nob": "nb", "nno": "nn", "eng": "en", "ukr": "uk", "ara": "ar", "pol": "pl", "swe": "sv", "dan": "da"}
)
OWN_NAMES = MappingProxyType(
    {
        "nb": "Norsk (bokmål)", "nn": "Norsk (nynorsk)", "en": "English", "uk": "Українська", "ru": "Русский", "pl": "Polski",
        "lt": "Lietuvių", "ro": "Română", "de": "Deutsch", "fr": "Français", "es": "Español", "sv": "Svenska", "da": "Dansk",
        "fi": "Suomi", "se": "Davvisámegiella", "sma": "Åarjelsaemien", "smj": "Julevsámegiella", "ar": "العربية", "fa": "فارسی",
        "prs": "دری", "ps": "پښتو", "ur": "اردو", "ku": "Kurdî", "ckb": "کوردی", "so": "Soomaali", "ti": "ትግርኛ", "am": "አማርኛ",
        "om": "Afaan Oromoo", "sw": "Kiswahili", "tr": "Türkçe", "vi": "Tiếng Việt", "th": "ไทย",
    }
)  # fmt: skip


def language_of(file: str, page: str) -> str:
    """The language that a file's name ends with ("film.nb.vtt"), else the page's."""
    found = NAMED.search(file.rsplit("/", 1)[-1])
    code = found["lang"].lower() if found else ""
    code = SHORT.get(code, code)
    return code if code in OWN_NAMES else page


def own_name(lang: str) -> str:
    """What a language calls itself; its code where we do not know."""
    return OWN_NAMES.get(lang.split("-")[0], lang)
