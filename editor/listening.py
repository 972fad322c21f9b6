"""How well recordings match their pages, for `lyttevei check`: sentence by sentence, in words."""

from __future__ import annotations

from collections.abc import Container, Iterator
from gettext import gettext as _
from pathlib import Path

from plugins import document, speech
from plugins.document import Problem, Site


def listen(site: Site, files: Container[str] | None) -> tuple[list[Problem], list[str]]:
    """The Problems of the recordings of `files` (of all pages without), and each sentence in them, a line each."""
    problems: list[Problem] = []
    lines: list[str] = []
    for file, recording, sentences, told in speech.hear_all(site, files):
        problems += told
        lines += _lines(document.shown_path(file, site.content), recording, sentences)
    return problems, lines


def _lines(shown: str, recording: Path, sentences: list[speech.Heard]) -> Iterator[str]:
    """How many sentences match, then each."""
    words = {"good": _("matches well"), "fair": _("matches"), "other": _("does not match")}
    fits = sum(each.match != "other" for each in sentences)
    if sentences:
        told = _("{file}: the recording {name} matches in {n} of {all} sentences:")
        yield told.format(file=shown, name=recording.name, n=fits, all=len(sentences))
    for each in sentences:
        yield f"  {speech.clock(each.start)}–{speech.clock(each.end)} {words[each.match]}: {each.text}"
