"""The text of a cue as clean WebVTT: known tags stay, every other sign stands for itself."""

from __future__ import annotations

import re
from html import escape, unescape

#: What may stand between < and >: WebVTT's own tags, and times within the text.
KNOWN = re.compile(r"<(/?)(c|i|b|u|v|lang|ruby|rt)((?:\.[^\s.<>]+)*)((?<=[vgVG])[ \t]+[^<>\n]*|[ \t]*)>|<(\d[\d:.]*)>", re.IGNORECASE)
#: Tags of SRT and of web pages that say nothing of the words themselves.
DROPPED = re.compile(r"</?(?:font|span|s|strike|p|div|small|big)(?:\s[^<>]*)?/?>", re.IGNORECASE)
RENAMED = re.compile(r"<(/?)(em|strong)\s*>", re.IGNORECASE)
BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*", re.IGNORECASE)
#: Placing and colours of another format (ASS) that programs leave in SRT files: {\an8}.
CODES = re.compile(r"\{\\[^{}]*\}")
TOP = re.compile(r"\{\\an?[789]\}")

ARROW = "«-->» i teksten gjør at nettlesere mister den. Tegnene er skrevet om, så de vises."
LESS = "«<» i teksten gjør at nettlesere mister det som står etter. Tegnet er skrevet om, så det vises."


def clean_text(text: str) -> tuple[str, list[str]]:
    """WebVTT text that browsers show whole, and what had to be mended, in bokmål."""
    text = BREAK.sub("\n", CODES.sub("", text))
    text = RENAMED.sub(lambda found: f"<{found[1]}{'i' if found[2].lower() == 'em' else 'b'}>", DROPPED.sub("", text))
    out, at, told = [], 0, []
    for found in KNOWN.finditer(text):
        out += (_words(text[at : found.start()], told), _tag(found))
        at = found.end()
    out.append(_words(text[at:], told))
    lines = (line.strip() for line in "".join(out).split("\n"))
    return "\n".join(line for line in lines if line), list(dict.fromkeys(told))


def is_top(text: str) -> bool:
    """Whether the text asks to be shown at the top of the picture, in the way of SRT files."""
    return TOP.search(text) is not None


def _words(text: str, told: list[str]) -> str:
    """Text without tags: "&" and "<" and ">" are written so that they are seen."""
    if "-->" in text:
        told.append(ARROW)
    if "<" in text:
        told.append(LESS)
    return escape(unescape(text), quote=False)


def _tag(found: re.Match) -> str:
    if found[5]:
        return found[0]
    words = f" {escape(unescape(found[4].strip()), quote=False)}" if (found[4] or "").strip() else ""
    return f"<{found[1]}{found[2].lower()}{found[3]}{words}>"
