"""Kort, Vanlig and Alt, and hard words explained where they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.listening import PROVE, Player

PLACE = "(selector) => document.querySelector(selector).getBoundingClientRect().toJSON()"


def depth(page: Page, name: str) -> None:
    """Press one of the three."""
    page.locator("ly-depth").get_by_role("button", name=name, exact=True).click()


def test_short_is_the_summary_and_all_opens_the_folds(player: Player) -> None:
    page = player.page
    body, fold = page.locator(".body"), page.locator("main details")
    assert body.is_visible() and fold.get_attribute("open") is None
    depth(page, "Kort")
    assert not body.is_visible() and page.locator("#kort-1").is_visible()
    depth(page, "Alt")
    assert body.is_visible() and fold.get_attribute("open") is not None
    depth(page, "Vanlig")
    assert body.is_visible() and fold.get_attribute("open") is None
    assert page.locator("ly-depth [aria-pressed=true]").inner_text() == "Vanlig"


def test_the_sound_follows_the_depth(player: Player) -> None:
    sentences = player.sentences()
    last = max(each["to"] for each in sentences if each["block"].startswith("kort-"))
    depth(player.page, "Kort")
    player.seek(last - 300)
    player.button("Spill").click()
    player.wait("audio.paused && reading.over")
    assert player.state()["said"] == "Siden er lest ferdig."
    depth(player.page, "Alt")
    folded = next(each for each in sentences if each["folded"])
    player.seek(folded["from"])
    player.button("Spill").click()
    player.wait("CSS.highlights.get('ly-word')?.size === 1 && !audio.paused")
    assert folded["from"] <= player.state()["ms"] < folded["to"] + 500


def test_a_depth_chosen_while_it_plays_ends_what_is_hidden(player: Player) -> None:
    inside = next(each for each in player.sentences() if each["block"] not in ("tittel", "kort-1", "kort-2"))
    player.seek(inside["from"])
    player.button("Spill").click()
    player.wait_playing()
    depth(player.page, "Kort")
    player.wait("audio.paused && reading.over")


def test_the_depth_is_kept_in_the_tab_and_an_address_shows_what_it_points_to(player: Player, trial: str) -> None:
    page = player.page
    depth(page, "Kort")
    page.goto(trial + "index.html")
    page.goto(trial + PROVE)
    assert not page.locator(".body").is_visible()
    page.evaluate("location.hash = 'hva-ma-du-huske'")
    page.locator("#hva-ma-du-huske").wait_for(state="visible")
    assert page.evaluate("localStorage.length") == 0


def test_a_word_is_explained_by_the_keyboard_and_the_focus_comes_back(player: Player) -> None:
    page = player.page
    word = page.locator("button.hard").first
    word.focus()
    before = page.evaluate("[...document.querySelectorAll('main *')].map((each) => each.getBoundingClientRect().top)")
    page.keyboard.press("Enter")
    box = page.locator(".word:popover-open")
    assert box.get_attribute("aria-labelledby") and "Små høyttalere" in box.inner_text()
    assert page.evaluate("document.activeElement.matches('.word')")
    assert page.evaluate("[...document.querySelectorAll('main *')].map((each) => each.getBoundingClientRect().top)") == before
    page.keyboard.press("Escape")
    assert page.locator(".word:popover-open").count() == 0
    assert page.evaluate("document.activeElement.matches('.hard')")


def test_the_explanation_is_said(player: Player) -> None:
    page = player.page
    page.locator("button.hard").first.click()
    page.locator(".word:popover-open").get_by_role("button", name="Hør").click()
    page.locator(".word:popover-open").get_by_role("button", name="Stopp").wait_for()
    assert not player.state()["playing"], "the page's own sound is left alone"


@pytest.mark.parametrize("size", [(320, 480), (768, 800), (1280, 800)])
def test_the_explanation_is_within_the_window_and_clear_of_the_player(size: tuple[int, int], player: Player) -> None:
    page = player.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for at in range(page.locator("main details").count()):
        page.locator("main details > summary").nth(at).click()
    for at in range(page.locator("button.hard").count()):
        page.locator("button.hard").nth(at).click()
        box, bar = (page.evaluate(PLACE, selector) for selector in (".word:popover-open", "ly-player"))
        assert box["left"] >= 0 and box["top"] >= 0 and box["right"] <= size[0]
        assert box["bottom"] <= bar["top"] or size[1] < 500
        page.keyboard.press("Escape")


def test_without_script_a_word_leads_to_the_page_of_all_words(trial: str, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(trial + PROVE)
    page.locator("a.hard").first.click()
    assert page.url.endswith("ordliste/index.html#ord-hodetelefon")
    assert page.locator("#ord-hodetelefon").is_visible()


def test_words_stay_what_they_were_to_those_who_read_the_text(player: Player) -> None:
    """Block.text is the element's text, and the word is marked although it is a button."""
    found = player.page.evaluate("document.querySelector('button.hard').firstChild.nodeType")
    assert found == 3
    sentence = next(each for each in player.sentences() if "hodetelefoner" in each["text"])
    player.seek(sentence["to"] - 300)
    assert "hodetelefoner" in player.state()["word"]
