"""WCAG 2.2 in every state of a page and every theme; docs/wcag.md tells which test stands for which criterion."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import COLOURS, TAGS, axe
from tests.browser.listening import PROVE, Player
from tests.browser.reading import THEMES, choose, open_settings


def dialog_open(page: Page) -> None:
    """The settings, each of their parts in turn open."""
    open_settings(page)


def popover_open(page: Page) -> None:
    """A hard word explained."""
    page.locator("button.hard").first.click()


def folds_open(page: Page) -> None:
    """All of the page."""
    page.locator("ly-depth").get_by_role("button", name="Alt").click()


def short_only(page: Page) -> None:
    """The short version alone."""
    page.locator("ly-depth").get_by_role("button", name="Kort").click()


def results_shown(page: Page) -> None:
    """The search's list."""
    page.locator("#ly-sok").click()
    page.keyboard.type("sykeplier")
    page.locator("#ly-treff [role=row]").first.wait_for()


def player_running(page: Page) -> None:
    """The page is being read, a word is marked."""
    page.locator("ly-player").get_by_role("button", name="Spill", exact=True).click()
    page.locator("ly-player").get_by_role("button", name="Pause", exact=True).wait_for()


def menu_open(page: Page) -> None:
    """The player's menu, which is seen when its style has come."""
    page.locator("ly-player").get_by_role("button", name="Mer", exact=True).click()
    page.get_by_label("Stopp lyden").wait_for()


KINDS = ["", *"""yrker/sykepleier/ programmer/elektro-og-datateknologi/ hjelp/karriereveiledning/ veier/laerling/ tema/helse/ partnere/nav/
sider/om/ sok/ uten-nett/
kort/ snakk/ samtaleark/ sammenlign/ mine/ laerer/ arbeidsdag/ rapport/""".split()]
#: Before a page is drawn for the first time, Chromium drops what is pressed.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
STATES = (dialog_open, popover_open, folds_open, short_only, results_shown, player_running, menu_open)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_in_every_state_and_theme(
    state: Callable[[Page], None], trial: str, built_site: Path, served: Callable[[Path], str], page: Page
) -> None:
    """All rules in the usual theme, those of colours in each."""
    page.goto(served(built_site) + "yrker/sykepleier/index.html" if state is results_shown else trial + PROVE)
    state(page)
    found = [f"usual: {each}" for each in axe(page, TAGS)]
    for theme in THEMES:
        choose(page, calm="on", theme=theme)  # colours change at once
        found += [f"{theme}: {each}" for each in axe(page, COLOURS, again=True)]
    assert found == []


@pytest.mark.parametrize("theme", THEMES)
def test_each_part_of_the_dialog_can_be_read_in_every_theme(theme: str, trial: str, page: Page) -> None:
    page.goto(trial + PROVE)
    choose(page, calm="on", theme=theme)
    dialog = open_settings(page)
    found = axe(page, TAGS)
    for part in dialog.locator("summary").all()[1:]:
        part.click()
        found += axe(page, TAGS, again=True)
    assert found == []


@pytest.mark.parametrize("address", KINDS)
def test_every_kind_of_page_in_every_theme(address: str, built_site: Path, served: Callable[[Path], str], page: Page) -> None:
    page.goto(f"{served(built_site)}{address}index.html")
    found = []
    for number, theme in enumerate(THEMES):
        choose(page, calm="on", theme=theme)  # colours change at once
        found += [f"{theme}: {each}" for each in axe(page, COLOURS, again=number > 0)]
    assert found == []


@pytest.mark.parametrize(
    "settings",
    [{"font": "opendyslexic"}, {"__zoom": "1.6"}, {"font": "opendyslexic", "__zoom": "1.6", "__letters": "0.2em", "__words": "0.5em"}],
)
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_sticks_out_at_400_percent_whatever_is_chosen(width: int, settings: dict, trial: str, page: Page) -> None:
    """1280 px wide at 400 % is 320 CSS px; the largest letters on top of that."""
    height = 256 if width == 320 and "__letters" not in settings else 800  # with all at its largest the player fills so low a window
    page.set_viewport_size({"width": width, "height": height})
    page.goto(trial + PROVE)
    choose(page, **settings)
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    open_settings(page)
    box = page.locator("#ly-innstillinger").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width + 1
    page.locator("#ly-innstillinger").get_by_role("button", name="Slett alt").scroll_into_view_if_needed()
    page.locator("#ly-innstillinger").get_by_role("button", name="Slett alt").click()


def test_forced_colours_keep_what_is_chosen_visible(trial: str, new_page: Callable[..., Page]) -> None:
    page = new_page(forced_colors="active")
    page.goto(trial + PROVE)
    pressed, other = (page.locator(f"ly-depth [aria-pressed={each}]").first for each in ("true", "false"))
    look = "(each) => (({ backgroundColor, color, borderTopWidth }) => [backgroundColor, color, borderTopWidth])(getComputedStyle(each))"
    assert pressed.evaluate(look)[0] != other.evaluate(look)[0]
    assert other.evaluate(look)[2] != "0px"
    dialog = open_settings(page)
    chosen, free = dialog.locator(".set-choice :checked + span").first, dialog.locator(".set-choice input:not(:checked) + span").first
    assert chosen.evaluate(look) != free.evaluate(look)
    assert axe(page, TAGS) == []


def test_reduced_motion_and_our_own_choice_stop_what_moves(trial: str, new_page: Callable[..., Page]) -> None:
    moving = "[...document.querySelectorAll('*')].filter((each) => parseFloat(getComputedStyle(each).transitionDuration) > 0).length"
    usual, calm = new_page(reduced_motion="no-preference"), new_page(reduced_motion="reduce")
    for page in (usual, calm):
        page.goto(trial + PROVE)
    assert usual.evaluate(moving) > 0 and calm.evaluate(moving) == 0
    choose(usual, calm="on")
    assert usual.evaluate(moving) == 0


@pytest.mark.parametrize("theme", THEMES)
def test_print_is_black_on_white_with_addresses(theme: str, trial: str, page: Page) -> None:
    page.goto(trial + PROVE)
    choose(page, theme=theme)
    page.emulate_media(media="print")
    page.wait_for_timeout(250)
    assert page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]") == [
        "rgb(0, 0, 0)",
        "rgb(255, 255, 255)",
    ]
    hidden = "(names) => names.filter((name) => document.querySelector(name)?.checkVisibility())"
    assert page.evaluate(hidden, ["ly-player", "ly-settings", "ly-depth", "ly-listen", "ly-search", ".menu"]) == []
    link = page.locator('main a[href="https://www.nav.no/"]').first
    assert "nav.no" in link.evaluate("(each) => getComputedStyle(each, '::after').content")


def test_a_journey_by_the_keyboard_alone(player: Player) -> None:
    """Skip link, settings, depth, a word, a fold, the player: with Tab, Enter, arrows, space and Escape."""
    page = player.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip')")
    reach(page, "ly-settings button")
    page.keyboard.press("Enter")
    page.locator("#ly-innstillinger").wait_for(state="visible")
    reach(page, "input[name=font]")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("Lyttevei.settings.font") == "lexend"
    page.keyboard.press("Escape")
    reach(page, "ly-depth button")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.querySelector('main details').open")
    reach(page, "button.hard")
    page.keyboard.press("Enter")
    reach(page, ".word button:not([hidden])")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.hard')")
    reach(page, "ly-player [data-do=toggle]")
    page.keyboard.press("Enter")
    player.wait_playing()
    page.keyboard.press("k")
    player.wait("audio.paused")


def test_searching_opening_listening_and_going_back_by_the_keyboard_alone(
    built_site: Path, served: Callable[[Path], str], page: Page
) -> None:
    player = Player(page, served(built_site) + "index.html")
    reach(page, "#ly-sok")
    page.keyboard.type("sykeplier")
    page.locator("#ly-sok[aria-expanded=true]").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/yrker/sykepleier/index.html*")
    reach(page, "ly-listen button")
    page.keyboard.press("Enter")
    player.wait_playing()
    player.wait("reading.ms > 700")
    page.keyboard.press("Enter")
    player.wait("audio.paused")
    heard = player.state()["ms"]
    page.go_back()
    page.wait_for_url("**/index.html")
    reach(page, "#ly-sok")
    page.go_forward()
    page.wait_for_url("**/yrker/sykepleier/index.html*")
    player.wait(f"reading.ms === {heard}")


def reach(page: Page, selector: str) -> None:
    """Press Tab until the focus is there; it must be seen and not lie behind the player."""
    page.evaluate(DRAWN)
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            break
    else:
        pytest.fail(f"Tab never came to {selector}")
    covered = """() => {
        const each = document.activeElement, { left, top, width, height } = each.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return !(each.contains(hit) || hit?.contains(each) || each.labels?.[0]?.contains(hit));
    }"""
    assert not page.evaluate(covered), selector
