"""Addresses of pages: short, ASCII, and the same on every machine."""

from __future__ import annotations

import re
import unicodedata

LETTERS = str.maketrans(
    {
        "æ": "ae",
        "ø": "o",
        "å": "a",
        "ä": "a",
        "ö": "o",
        "ü": "u",
        "ß": "ss",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ŋ": "n",
        "ŧ": "t",
        "&": " og ",
        "+": " pluss ",
    }
)
#: Names that Windows keeps for devices: a folder of that name cannot be put on a USB stick.
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
LONGEST = 80


def slugify(text: str) -> str:
    """`text` as an address part of a-z, 0-9 and hyphens, at most 80 characters; "" where nothing is left.

    >>> slugify("Ambulansesjåfør på båt")
    'ambulansesjafor-pa-bat'
    """
    text = unicodedata.normalize("NFC", text).lower()
    text = re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", text).translate(LETTERS)
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    slug = slug if len(slug) <= LONGEST else slug[:LONGEST].rsplit("-", 1)[0]
    return f"{slug}-side" if RESERVED.fullmatch(slug) else slug


def first_slug(*texts: str) -> str:
    """The first of `texts` that gives a slug; "side" where none does."""
    return next((slug for slug in map(slugify, texts) if slug), "side")


def page_address(file: str, slug: str, lang: str, site_lang: str, template: str | None) -> str:
    """Where a page lies in the output, for example "yrker/sykepleier/index.html".

    A page with a template of its own lies at the top; the page "index" is its folder's index;
    a translation lies below its language.
    """
    folders = file.split("/")[:-1]
    if folders[:1] == [lang] and lang != site_lang:
        folders = folders[1:]  # content/nn/yrker/ is yrker/ in nynorsk
    folder = "" if template else "/".join(slugify(part) for part in folders)
    parts = [lang.lower() if lang != site_lang else "", folder, "" if slug == "index" else slug, "index.html"]
    return "/".join(part for part in parts if part)
