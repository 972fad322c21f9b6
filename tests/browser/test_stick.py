"""The unpacked ZIP, opened from the disk in a real Chromium: watched pages may meet no fault at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

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
