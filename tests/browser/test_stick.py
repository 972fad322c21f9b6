"""The unpacked ZIP, opened from the disk in a real Chromium: watched pages may meet no fault at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.films import LOCAL, Film, at
from tests.browser.reading import open_settings, style
from tests.browser.stick import KOKK, unpack
from tests.browser.visits import plays


@pytest.fixture(scope="module")
def stick(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpack(packed, tmp_path_factory.mktemp("pinne"))


def test_start_leads_to_the_site_and_its_cards(stick: Path, page: Page) -> None:
    page.goto((stick / "start.html").as_uri())
    page.wait_for_url("**/nettsted/index.html")
    assert page.inner_text("h1") == "Finn veien"
    page.locator("a.card[href*=kokk]").click()
    expect(page.locator("h1")).to_contain_text("Kokk")


def test_sound_with_marks_seeking_and_settings(stick: Path, page: Page) -> None:
    page.goto((stick / KOKK).as_uri())
    assert plays(page) and page.evaluate("CSS.highlights.size") > 0
    page.evaluate("document.querySelector('audio').currentTime = 5")
    page.wait_for_function("() => document.querySelector('audio').currentTime > 5.2")
    page.select_option("[data-set=speed]", "1.5")
    page.reload()
    page.wait_for_function("() => document.querySelector('audio').playbackRate === 1.5")


def test_cards_lead_to_three_families(carried: Path, page: Page) -> None:
    page.goto((carried / "kort/index.html").as_uri())
    page.click("[data-do=start]")
    for _ in page.locator(".deck-card").all():
        page.locator(".deck-card:visible button[value='2']").click()
    expect(page.locator(".families article:visible")).to_have_count(3)
    page.locator(".family-jobs a:visible").first.click()
    page.wait_for_url("**/yrker/*/index.html")


def test_a_film_shows_its_captions(carried: Path, page: Page) -> None:
    page.goto((carried / LOCAL).as_uri())
    film = Film(page).ready()
    film.button("Spill filmen").click()
    state = film.wait("playing and ms > 200 and cues")
    assert state["cues"] in (at(state["ms"]), at(state["ms"] - 300)) and state["lang"] == "nb"
    film.button("Pause filmen").click()


def test_settings_are_chosen_in_the_dialog_and_follow_to_the_next_page(stick: Path, page: Page) -> None:
    page.goto((stick / KOKK).as_uri())
    before = style(page, "body", "fontFamily")
    open_settings(page).get_by_label("Lexend").check()
    assert style(page, "body", "fontFamily") != before
    page.keyboard.press("Escape")
    page.goto((stick / "nettsted/yrker/lege/index.html").as_uri())
    assert page.locator("html").get_attribute("data-font") == "lexend"


def test_search_finds_and_its_page_shows_results(stick: Path, page: Page) -> None:
    page.goto((stick / KOKK).as_uri())
    page.fill("#ly-sok", "lejge")
    expect(page.locator("ly-search [role=row] b").first).to_have_text("Lege")
    page.press("#ly-sok", "Enter")
    expect(page.locator(".hits b").first).to_have_text("Lege")


def test_nothing_is_offered_that_a_disk_cannot(stick: Path, page: Page) -> None:
    page.goto((stick / KOKK).as_uri())
    assert not page.is_visible("ly-save")
    page.goto((stick / "nettsted/uten-nett/index.html").as_uri())
    expect(page.locator("ly-stored [data-when=disk]")).to_be_visible()
    assert not page.is_visible("ly-stored [data-when=some]") and not page.is_visible("#ly-lagre")
