"""A small site with films, and a film of an open page as tests see and use it."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import Any

from playwright.sync_api import Locator, Page

from tests.caption_files import TALK, by_ffmpeg, by_pysubs2
from tests.filming import film_bytes
from tests.making import write_tree

LOCAL, LEAD, ELSEWHERE, NONE = (f"sider/{name}/index.html" for name in ("lokal", "lede", "ute", "ingen"))
UKRAINIAN = "1\n00:00:00,000 --> 00:00:05,000\nПривіт, мене звати Осе, і я медсестра.\n"
PAGES = {
    "lokal": """---
title: Lokal
summary: Her er en film.
---

Tekst før filmen.

/// video | En dag på jobb
file: film/a.webm
captions: film/a.nb.vtt, film/a.uk.srt
poster: bilder/a.svg
description: ingen
sign: film/tegn.webm
///

Tekst etter filmen.

/// video | En film til
file: film/tegn.webm
captions: film/a.nb.vtt
description: film/syn.webm
///
""",
    "lede": "---\ntitle: Lede\nsummary: Kort.\nvideo:\n  file: film/a.webm\n  description: ingen\ncaptions: film/a.nb.srt\n---\n\nTekst.\n",
    "ute": """---
title: Ute
---

/// video | Hos YouTube
youtube: https://youtu.be/--AbCdEfGh1?t=5
captions: film/a.nb.vtt
poster: bilder/a.svg
description: ingen
///

/// video | Hos Vimeo
vimeo: 123456789
captions: mangler til 31. desember 2099
description: ingen
///
""",
    "ingen": "---\ntitle: Ingen\n---\n\nIngen film her.\n",
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#07504b" d="M0 0h16v9H0z"/></svg>'
STATE = """(film) => {
    const track = [...film.video.textTracks].find(({ mode }) => mode === "showing");
    return {
        playing: !film.video.paused, ms: Math.round(film.video.currentTime * 1000), captions: Boolean(track),
        cues: [...(track?.activeCues ?? [])].map((cue) => cue.getCueAsHTML().textContent), rate: film.video.playbackRate,
        lang: track?.language ?? "", line: track?.cues?.[0]?.line, source: film.video.currentSrc.split("/").at(-1),
        controls: film.video.controls, said: film.querySelector("[role=status]").textContent,
    };
}"""


def content(folder: Path) -> Path:
    """Pages with films: local, in the front matter, elsewhere, none; captions are by ffmpeg and pysubs2."""
    files: dict[str, str | bytes] = {f"content/sider/{name}.md": text for name, text in PAGES.items()}
    files |= {
        "content/film/a.webm": film_bytes(), "content/film/tegn.webm": film_bytes(tone=220),
        "content/film/syn.webm": film_bytes(tone=330), "content/film/a.uk.srt": UKRAINIAN,
        "content/film/a.nb.vtt": shortened(by_ffmpeg(folder, ".vtt")), "content/film/a.nb.srt": shortened(by_pysubs2(folder, ".srt")),
        "content/bilder/a.svg": SVG,
    }  # fmt: skip
    return write_tree(folder, files)


def shortened(path: Path) -> str:
    """The first four cues of a file: the film is short."""
    head = 1 if path.suffix == ".vtt" else 0
    return "\n\n".join(path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").split("\n\n")[: 4 + head]) + "\n"


def spoken(at: int) -> str:
    """What the captions say at that place of the list, without tags."""
    return TALK[at][2].replace("<i>", "").replace("</i>", "")


def at(ms: int) -> list[str]:
    """What the captions say at a time."""
    return [spoken(place) for place, (start, end, _) in enumerate(TALK[:4]) if start <= ms < end]


class Film:
    """A film of an open page."""

    def __init__(self, page: Page, number: int = 0) -> None:
        """The film of that number on the page."""
        self.page, self.box = page, page.locator("ly-video").nth(number)
        self.section = page.locator(".film-box").nth(number)

    def ready(self) -> Film:
        """Come near, and wait till our controls have taken over."""
        self.page.mouse.move(1, 1)
        self.page.mouse.move(2, 2)  # a reader who has not moved is sent nothing
        self.box.scroll_into_view_if_needed()
        self.box.locator(".film-bar").wait_for()
        return self

    def state(self) -> dict[str, Any]:
        """Is it playing, where (ms), which captions are seen, what is told."""
        return self.box.evaluate(STATE)

    def button(self, name: str) -> Locator:
        """A button of ours by its name."""
        return self.box.get_by_role("button", name=name, exact=True)

    def wait(self, condition: str, seconds: float = 15) -> dict[str, Any]:
        """Wait until `condition`, Python on the `state`, is true; gives that state."""
        until = monotonic() + seconds
        while True:
            state = self.state()
            if eval(condition, {}, state):
                return state
            assert monotonic() < until, f"never came: {condition}; {state}"
            self.page.wait_for_timeout(30)
