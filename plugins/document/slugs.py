"""Addresses of pages: short, ASCII, and the same on every machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from .filenames import unfit

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


@lru_cache(maxsize=10_000)
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


def folder_slug(file: str, slug: str, lang: str) -> str:
    """A page by its folder and slug, "hjelp/nav": what names it where two pages have the same slug."""
    return "/".join((file.rpartition("/")[0].removeprefix(f"{lang}/"), slug))


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


def file_address(path: str) -> str:
    """Where a file of the content lies in the output: its own path, each part that is not ASCII, or that Windows cannot keep, made so.

    Such a part gets a few digits of its own, so that "å.png" and "a.png" stay two files; old ZIP programs, USB sticks and
    servers each have their own idea of other letters.

    >>> file_address("bilder/kokk.svg"), file_address("bilder/lærer.svg")
    ('bilder/kokk.svg', 'bilder/laerer-ef0d.svg')
    """
    return "/".join(part if part.isascii() and not unfit(part) else _ascii(part) for part in path.split("/"))


def _ascii(name: str) -> str:
    stem, dot, end = name.rpartition(".")
    stem, ending = (stem, dot + slugify(end)) if stem else (name, "")
    mark = hashlib.sha256(unicodedata.normalize("NFC", name).encode()).hexdigest()[:4]
    return f"{slugify(stem)}-{mark}{ending}".lstrip("-")
