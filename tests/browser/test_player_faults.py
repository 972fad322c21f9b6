"""The player when something is missing: sound, word times, network, the Highlight API, script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.listening import PROVE, Player


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("sound", "Lydfilen kan ikke spilles. Kanskje den mangler. Prøv igjen senere."),
        ("data", "Vi finner ikke ordene i lyden. Sjekk at du er på nett, og prøv igjen."),
    ],
)
def test_what_is_missing_is_told_and_may_come_later(what: str, said: str, trial: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(f"**/{what}/*", lambda route: route.fulfill(status=404))
        player = Player(page, trial + PROVE)
        player.button("Spill").click()
        player.page.get_by_role("status").filter(has_text=said).wait_for()
        assert player.state()["playing"] == (what == "data")
        page.unroute(f"**/{what}/*")
        player.button("Neste setning").click()
        player.page.evaluate("document.querySelector('ly-player').reading.start()")
        player.wait_playing()
        player.wait("reading.times && reading.index > 0")


def test_no_network_is_told(trial: str, browser: Browser) -> None:
    with browser.new_context() as context:
        player = Player(context.new_page(), trial + PROVE)
        context.set_offline(True)
        player.button("Spill").click()
        player.page.get_by_role("status").filter(has_text="Sjekk at du er på nett").wait_for()


def test_without_the_highlight_api_the_sentence_is_outlined(trial: str, page: Page) -> None:
    page.add_init_script("delete globalThis.Highlight")
    page.goto(trial + PROVE)
    page.get_by_role("button", name="Hør kort sagt").click()
    page.locator(".ly-outline i").first.wait_for()
    line, text = page.locator(".ly-outline i").first.bounding_box(), page.locator("#kort-1").bounding_box()
    assert text["y"] - 5 < line["y"] < text["y"] + text["height"]


def test_without_script_the_browser_plays_the_sound(trial: str, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(trial + PROVE)
    assert page.locator("ly-player audio[controls]").is_visible()
    assert not page.locator("ly-player .controls").is_visible()
    assert not page.locator("ly-listen").first.is_visible()
    assert page.get_by_text("Denne siden har litt av alt.").is_visible()
