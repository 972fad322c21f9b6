"""Saving pages and themes for when there is no network, in a real Chromium."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import axe
from tests.browser.network import Network
from tests.browser.visits import AWAY, KOKK, plays, stored, visit

OVERVIEW = "uten-nett/index.html"
#: Another site on the same server, and what this tab was told to remember.
OTHERS = """async () => {
    await (await caches.open("lyttevei /annet/ sider")).put("/annet/index.html", new Response("a"));
    sessionStorage.setItem("ly-speed", "1.5");
    localStorage.setItem("ly-valg", "x");
    localStorage.setItem("annet", "x");
}"""
LEFT = "async () => [await caches.keys(), Object.keys(sessionStorage), Object.keys(localStorage)]"


def sound_in(folder: Path, address: str) -> str:
    """A page's sound, below the site's address."""
    return "sound/" + re.search(r"sound/(\w+\.mp3)", (folder / address).read_text(encoding="utf-8")).group(1)


@pytest.fixture
def overview(newcomer: BrowserContext, between: Network) -> Page:
    """The page of what is stored, in a browser that has seen the page about cooks."""
    page = visit(newcomer, between, KOKK)
    page.goto(between.base + OVERVIEW)
    page.wait_for_selector("ly-stored li")
    return page


def theme(page: Page) -> Page:
    """The button that saves both occupations."""
    return page.locator("ly-save[data-pages]").first


def row(page: Page, title: str) -> str:
    """What the overview says of a page."""
    return page.locator("ly-stored li", has_text=title).locator("> span").first.inner_text()


def test_nothing_for_saving_is_fetched_before_it_is_asked_for(newcomer: BrowserContext, between: Network) -> None:
    names: list[str] = []
    page = newcomer.new_page()
    page.on("request", lambda request: names.append(request.url.rsplit("/", 1)[-1].partition("?")[0]))
    page.goto(between.base + KOKK)
    assert [name for name in names if name.startswith("offline-") and name.endswith(".js")] == []


def test_a_page_is_saved_with_its_sound_and_taken_away_again(newcomer: BrowserContext, between: Network, small_copy: Path) -> None:
    between.wrong = {sound_in(small_copy, AWAY): 500}
    visit(newcomer, between, KOKK)
    page = newcomer.new_page()
    page.goto(between.base + AWAY)
    assert re.fullmatch(r"Lagre siden, \d,\d MB", page.inner_text("ly-save button"))
    between.wrong = {}
    page.click("ly-save button")
    expect(page.locator("ly-save [role=status]")).to_contain_text("Siden er lagret på denne maskinen. 0,1 MB")
    assert axe(page) == []
    between.cut = True
    page.goto(between.base + AWAY)
    assert plays(page)
    between.cut = False
    page.click("ly-save button")
    page.click("ly-save >> text=Slett")
    expect(page.locator("ly-save [role=status]")).to_have_text("Slettet fra denne maskinen.")
    assert not {AWAY, sound_in(small_copy, AWAY)} & set(stored(page, between))
    assert {KOKK, sound_in(small_copy, KOKK), "bilder/k.svg"} <= set(stored(page, between))


def test_a_theme_is_saved_file_by_file(overview: Page, between: Network, small_copy: Path) -> None:
    expect(theme(overview).locator("[role=status]")).to_have_text("1 av 2 sider er lagret.")
    between.asked.clear()
    theme(overview).locator("button").first.click()
    expect(theme(overview).locator("[role=status]")).to_contain_text("2 sider er lagret på denne maskinen.")
    assert between.asked.count(sound_in(small_copy, AWAY)) == 1 and sound_in(small_copy, KOKK) not in between.asked
    expect(overview.locator("ly-stored li", has_text="Lege")).to_contain_text("med lyd")
    assert axe(overview) == []
    between.cut = True
    overview.goto(between.base + AWAY)
    assert plays(overview)


def test_a_missing_file_is_told_and_the_rest_is_there(overview: Page, between: Network, small_copy: Path) -> None:
    between.wrong = {sound_in(small_copy, AWAY): 404}
    theme(overview).locator("button").first.click()
    expect(theme(overview).locator("[role=status]")).to_have_text(
        "1 av 2 sider er lagret helt. Vi fikk ikke hentet en fil. Prøv igjen senere."
    )
    expect(overview.locator("ly-stored li", has_text="Lege")).to_contain_text("uten lyd")
    assert row(overview, "Kokk") == "Kokk med lyd"


def test_a_full_disk_is_told_and_nothing_half_is_shown_as_whole(overview: Page, between: Network, newcomer: BrowserContext) -> None:
    used = overview.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    quota = {"origin": overview.evaluate("location.origin"), "quotaSize": used + 20_000}
    newcomer.new_cdp_session(overview).send("Storage.overrideQuotaForOrigin", quota)
    theme(overview).locator("button").first.click()
    expect(theme(overview).locator("[role=status]")).to_contain_text("Det er ikke nok plass på denne maskinen.")
    assert "1 av 2 sider er lagret helt" in theme(overview).inner_text()
    assert "Lege med lyd" not in overview.inner_text("ly-stored")


def test_a_save_that_is_stopped_leaves_nothing_new(overview: Page, between: Network) -> None:
    before = set(stored(overview, between))
    between.slow = 2
    theme(overview).locator("button").first.click()
    overview.click("ly-save >> text=Avbryt")
    expect(theme(overview).locator("[role=status]")).to_have_text("Stoppet. Det som ble hentet nå, er tatt bort.")
    assert set(stored(overview, between)) == before


def test_one_page_is_taken_away_from_the_overview(overview: Page, between: Network, small_copy: Path) -> None:
    overview.locator("ly-stored li", has_text="Kokk").get_by_role("button").click()
    expect(overview.locator("ly-stored li", has_text="Kokk")).to_have_count(0)
    assert not {KOKK, sound_in(small_copy, KOKK), "bilder/k.svg"} & set(stored(overview, between))


def test_all_of_this_site_is_taken_away_and_nothing_of_others(overview: Page, between: Network) -> None:
    overview.evaluate(OTHERS)
    overview.on("dialog", lambda dialog: dialog.accept())
    overview.click("ly-stored [data-do=all]")
    expect(overview.locator("[data-show=emptied]")).to_be_visible()
    assert overview.evaluate(LEFT) == [["lyttevei /annet/ sider"], [], ["annet"]]
    assert overview.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0


def test_a_question_answered_no_takes_nothing(overview: Page, between: Network) -> None:
    before = stored(overview, between)
    overview.on("dialog", lambda dialog: dialog.dismiss())
    overview.click("ly-stored [data-do=all]")
    assert stored(overview, between) == before


def test_another_site_on_the_server_keeps_its_files(newcomer: BrowserContext, between: Network) -> None:
    page = newcomer.new_page()
    page.goto(between.base + KOKK)
    page.evaluate(OTHERS)
    visit(newcomer, between, KOKK)
    assert "lyttevei /annet/ sider" in page.evaluate("caches.keys()")


def test_the_search_works_where_pages_are_saved(overview: Page) -> None:
    """The scripts that save pages leave the one alone that takes in data."""
    overview.locator("header input").fill("leg")
    expect(overview.locator("header [role=grid]")).to_contain_text("Lege")
