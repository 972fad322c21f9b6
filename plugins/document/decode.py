"""From the bytes of a file to clean text, whatever program saved it."""

from __future__ import annotations

import codecs
import re
import unicodedata

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
#: Characters that no text has on purpose: controls, noncharacters, the byte order mark in the middle.
JUNK = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\ufffe\uffff\ufdd0-\ufdef\ud800-\udfff]")
LINE_END = re.compile("\r\n?|\x0c|\x85|\u2028|\u2029")


def decode(data: bytes) -> tuple[str, list[str]]:
    """The text of a file and what had to be mended (in bokmål, for the editor).

    Line ends become "\n" and letters NFC, so that one letter is one character to all that follow.
    """
    text, repairs = _text(data)
    return tidy(text), repairs


def tidy(text: str) -> str:
    """The text with "\n" for every line end, letters composed, and without what no text has on purpose."""
    return unicodedata.normalize("NFC", JUNK.sub("", LINE_END.sub("\n", text)))


def _text(data: bytes) -> tuple[str, list[str]]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            note = [] if encoding == "utf-8" else ["Filen var lagret som UTF-16. Lagre den som UTF-8."]
            return data[len(bom) :].decode(encoding, "replace"), note
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        return text, ["Filen var lagret med Windows-tegn (1252). Lagre den som UTF-8, så blir æ, ø og å alltid riktige."]
