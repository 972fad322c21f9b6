"""What comes with one page's sound: its chapters as JSON, its transcript as WebVTT."""

from __future__ import annotations

import json
from collections.abc import Sequence

from plugins import document

from ..clips import Clip
from ..filling import clock


def chapters(found: Sequence[tuple[int, str, str]], title: str) -> str:
    """The page's parts in the format JSON Chapters 1.2; times in seconds."""
    listed = [{"startTime": ms / 1000, "title": heading} for ms, heading, _ in found]
    return json.dumps({"version": "1.2.0", "title": title, "chapters": listed}, ensure_ascii=False, indent=1) + "\n"


def transcript(found: Sequence[Clip]) -> str:
    """What is said, sentence by sentence; a picture is told by no text of its own."""
    cues = [f"{clock(clip.since)} --> {clock(clip.until)}\n{_safe(clip.text)}\n" for clip in found if clip.text]
    return "\n".join(["WEBVTT\n", *cues])


def _safe(text: str) -> str:
    return document.escape(text).replace("--&gt;", "→")
