"""The interface in the page's own language: bokmål as the templates have it, nynorsk and English by gettext.

A catalogue is `theme/locale/<lang>/LC_MESSAGES/messages.po`, read as it stands; what it lacks is said in bokmål.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.pofile import read_po
from jinja2 import pass_context

#: The language of the templates, and what each language that we speak is called in it.
OURS = "nb"
NAMES = MappingProxyType({"nb": "Bokmål", "nn": "Nynorsk", "en": "English"})
#: The same in bokmål, as the catalogues translate it.
CALLED = MappingProxyType({"nb": "bokmål", "nn": "nynorsk", "en": "engelsk"})
DATES = MappingProxyType({"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"})


def our_lang(lang: str) -> str:
    """The language in which we speak on a page in `lang`."""
    first = lang.split("-")[0]
    return first if first in NAMES else OURS


def own_name(lang: str) -> str:
    """What a language calls itself."""
    if lang in NAMES:
        return NAMES[lang]
    known = Locale.parse(lang, sep="-") if _known(lang) else None
    return (known.get_display_name(lang.split("-")[0]) or lang).capitalize() if known else lang


def called(lang: str) -> str:
    """What we call a language, in bokmål."""
    return CALLED.get(lang) or (Locale.parse(lang, sep="-").get_display_name(OURS) if _known(lang) else lang)


def language(lang: str, ours: str) -> str:
    """What a language is called in one of ours, within a sentence.

    >>> language("pl", "en")
    'Polish'
    """
    if lang in NAMES:
        return NAMES[lang] if ours == "en" else CALLED[lang]
    return Locale.parse(lang, sep="-").get_display_name(ours) if _known(lang) else lang


def _known(lang: str) -> bool:
    try:
        Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def day(value: date, lang: str) -> str:
    """A date in words, "25. november 2026"."""
    return format_date(value, format="long", locale=DATES[lang])


class Wording:
    """The catalogues of a theme; texts without a translation stay as they are."""

    def __init__(self, folder: Path) -> None:
        self.texts = {path.parts[-3]: dict(_read(path)) for path in sorted(folder.glob("*/LC_MESSAGES/messages.po"))}

    def say(self, text: str, lang: str) -> str:
        """`text` (bokmål) in the language `lang`."""
        return self.texts.get(lang, {}).get(text, text)

    def gettext(self) -> Any:
        """The function `_` of templates: it looks up the language of the page that is written."""

        @pass_context
        def translate(context: Any, text: str) -> str:
            return self.say(text, context.get("our_lang") or our_lang(context["page"].document.data["lang"]))

        return translate


def _read(path: Path) -> Iterator[tuple[str, str]]:
    with path.open("rb") as text:
        for message in read_po(text, locale=path.parts[-3]):
            if message.id and message.string and not message.fuzzy:
                yield message.id, message.string
