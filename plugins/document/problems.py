"""What can be wrong with a page, and how grave each fault is."""

from __future__ import annotations

from types import MappingProxyType

from .model import Problem

ERROR, REMARK = "error", "remark"

#: Every code a Problem can carry and its level; the table in CONTRIBUTING explains each.
LEVELS = MappingProxyType(
    {
        "front-matter": ERROR,
        "front-matter-open": ERROR,
        "duplicate-key": ERROR,
        "value": ERROR,
        "title-missing": ERROR,
        "kind-unknown": ERROR,
        "link-dead": ERROR,
        "link-case": ERROR,
        "link-draft": ERROR,
        "link-unsafe": ERROR,
        "path-outside": ERROR,
        "file-unsafe": ERROR,
        "address-taken": ERROR,
        "name-twice": ERROR,
        "file-unreadable": ERROR,
        "content-missing": ERROR,
        "voice-died": ERROR,
        "lexicon": ERROR,
        "store": ERROR,
        "cluster": ERROR,
        "film": ERROR,
        "film-address": ERROR,
        "film-format": ERROR,
        "captions-missing": ERROR,
        "captions-lost": ERROR,
        "name-windows": REMARK,
        "name-letters": REMARK,
        "repaired": REMARK,
        "unknown-key": REMARK,
        "body-empty": REMARK,
        "alt-missing": REMARK,
        "link-empty": REMARK,
        "heading-h1": REMARK,
        "heading-jump": REMARK,
        "heading-empty": REMARK,
        "heading-bold": REMARK,
        "html-removed": REMARK,
        "voice-missing": REMARK,
        "voice-fallback": REMARK,
        "voice-unready": REMARK,
        "voice-mismatch": REMARK,
        "ffmpeg-missing": REMARK,
        "recording-unreadable": REMARK,
        "recording-silent": REMARK,
        "recording-length": REMARK,
        "recording-mismatch": REMARK,
        "recording-unused": REMARK,
        "summary-made": REMARK,
        "word-list": ERROR,
        "plain-lix": REMARK,
        "plain-long": REMARK,
        "plain-rare": REMARK,
        "plain-short": REMARK,
        "plain-names": REMARK,
        "plain-heading": REMARK,
        "plain-passive": REMARK,
        "captions-awaited": REMARK,
        "captions-repaired": REMARK,
        "captions-hard": REMARK,
        "captions-language": REMARK,
        "film-description": REMARK,
        "film-codec": REMARK,
        "date-expired": REMARK,
        "related-unknown": REMARK,
        "related-unclear": REMARK,
        "guidance-file": ERROR,
        "contact-expired": REMARK,
        "contact-source": REMARK,
    }
)


def problem(file: str, line: int, code: str, message: str) -> Problem:
    """A Problem at its code's level; `line` counts from 1. Raises KeyError for an unknown code."""
    return Problem(file, max(1, line), code, LEVELS[code], message)


def errors(problems: list[Problem]) -> list[Problem]:
    """Those that block publication."""
    return [each for each in problems if each.level == ERROR]
