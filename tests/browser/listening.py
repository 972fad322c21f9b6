"""A page's player as tests see and use it."""

from __future__ import annotations

from time import monotonic
from typing import Any

from playwright.sync_api import Locator, Page

PROVE = "sider/prove/index.html"
STATE = """() => {
    const { reading } = document.querySelector("ly-player");
    const texts = (name) => [...(CSS.highlights.get(name) ?? [])].map(String).join("|");
    return {
        playing: !reading.audio.paused, ms: reading.ms, rate: reading.audio.playbackRate,
        word: texts("ly-word"), sentence: texts("ly-sentence"),
        said: document.querySelector("ly-player [role=status]").textContent,
    };
}"""
SENTENCES = """async () => {
    const times = await document.querySelector("ly-player").reading.prepare();
    return times.sentences.map(({ block, start, end, from, to }) => {
        const element = document.getElementById(block);
        const [heading, folded] = [/^H/.test(element.tagName), element.matches("details > :not(summary), details > :not(summary) *")];
        return { block, from, to, heading, folded, text: element.textContent.slice(start, end) };
    });
}"""


class Player:
    """The player of an open page."""

    def __init__(self, page: Page, address: str) -> None:
        """Open the address."""
        self.page = page
        page.goto(address)

    def state(self) -> dict[str, Any]:
        """Is it playing, where (ms), how fast, which word and sentence are marked, what does the status line say."""
        return self.page.evaluate(STATE)

    def sentences(self) -> list[dict[str, Any]]:
        """The sentences of its sound: block, from and to in ms, text, whether it is a heading or lies in a fold."""
        return self.page.evaluate(SENTENCES)

    def seek(self, ms: float) -> None:
        """Go to a place in the sound."""
        self.page.evaluate("(ms) => document.querySelector('ly-player').reading.seek(ms)", ms)

    def button(self, name: str) -> Locator:
        """A button of the bar by its name."""
        return self.page.locator("ly-player").get_by_role("button", name=name, exact=True)

    def wait(self, condition: str, seconds: float = 10) -> None:
        """Wait until `condition`, JavaScript on `reading` and `audio`, is true; by polling, since the page's CSP forbids eval."""
        find = "const { reading } = document.querySelector('ly-player'); const { audio } = reading;"
        ask = f"() => {{ {find} return Boolean({condition}); }}"
        until = monotonic() + seconds
        while not self.page.evaluate(ask):
            assert monotonic() < until, f"never came: {condition}; {self.state()}"
            self.page.wait_for_timeout(20)

    def wait_playing(self) -> None:
        """Wait until sound is coming out."""
        self.wait("!audio.paused && audio.readyState > 2 && !audio.seeking")
