"""The player on the screen: the page follows it, it covers nothing, and all can use it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import axe
from tests.browser.listening import PROVE, Player


def test_the_page_follows_until_the_reader_scrolls(trial: str, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 600, "height": 500}, reduced_motion="reduce")
    player = Player(page, trial + PROVE)
    sentences, in_view = player.sentences(), "reading.view.follow?.inView && reading.view.mark.place"
    player.seek(next(each["from"] for each in sentences if each["text"] == "Vekter"))
    player.button("Spill").click()
    player.wait(in_view)
    assert page.evaluate("scrollY") > 500
    page.mouse.move(300, 200)
    page.mouse.wheel(0, -3000)
    player.wait("reading.view.follow?.inView === false")
    page.wait_for_timeout(1500)
    assert page.evaluate("scrollY") < 100
    page.get_by_role("button", name="Vis hvor vi er").click()
    player.wait(in_view)
    assert page.get_by_role("button", name="Vis hvor vi er").count() == 0


def test_the_page_follows_sentences_that_are_marked_whole(trial: str, new_page: Callable[..., Page]) -> None:
    """As where a recording says something else than the text: no word of them has a time."""
    page = new_page(viewport={"width": 600, "height": 500}, reduced_motion="reduce")
    player = Player(page, trial + PROVE)
    sentences = player.sentences()
    page.evaluate("for (const each of document.querySelector('ly-player').reading.times.sentences) each.words = []")
    player.seek(next(each["from"] for each in sentences if each["text"] == "Vekter"))
    player.button("Spill").click()
    player.wait("reading.view.follow?.inView && reading.view.mark.place")
    assert page.evaluate("scrollY") > 500 and player.state()["word"] == ""


@pytest.mark.parametrize("size", [(320, 640), (320, 256), (1280, 800)])
def test_focus_is_never_covered_by_the_player(size: tuple[int, int], trial: str, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    page.goto(trial + PROVE)
    steps = page.locator("a[href], button, summary, select, input").count()
    for key in ("Tab", "Shift+Tab"):
        for _ in range(steps):
            page.keyboard.press(key)
            covered = page.evaluate(
                """() => {
                const { activeElement: focus } = document;
                const bar = document.querySelector("ly-player");
                if (bar.contains(focus) || focus === document.body) return "";
                return focus.getBoundingClientRect().bottom > bar.getBoundingClientRect().top ? focus.outerHTML : "";
            }"""
            )
            assert covered == ""


def test_axe_while_it_plays_with_its_menu_open(player: Player) -> None:
    player.button("Spill").click()
    player.wait_playing()
    player.button("Mer").click()
    assert axe(player.page) == []
    player.page.keyboard.press("Escape")
    assert not player.page.locator("#ly-mer").is_visible()
    assert player.page.evaluate("document.activeElement.textContent") == "Mer"


def test_nothing_moves_while_the_page_comes(trial: str, new_page: Callable[..., Page]) -> None:
    """Fonts that come late, and scripts that make the player, shift no line."""
    for size in ({"width": 360, "height": 740}, {"width": 1280, "height": 800}):
        page = new_page(viewport=size)
        page.route("**/*.woff2", lambda route: (route.request.frame.page.wait_for_timeout(400), route.continue_()))
        page.add_init_script(
            """globalThis.shifts = [];
            new PerformanceObserver((list) => shifts.push(...list.getEntries().map((each) => each.value)))
                .observe({ type: "layout-shift", buffered: true });"""
        )
        page.goto(trial + PROVE)
        page.wait_for_timeout(1200)
        assert sum(page.evaluate("shifts")) < 0.01


@pytest.mark.parametrize("width", [320, 1280])
def test_text_may_be_spaced_out(width: int, player: Player) -> None:
    """WCAG 1.4.12: with wide spacing nothing is lost, and nothing sticks out."""
    page = player.page
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate(
        """() => {
        const wide = new CSSStyleSheet();
        wide.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }");
        wide.insertRule("p { margin-bottom: 2em !important }");
        document.adoptedStyleSheets.push(wide);
        document.querySelector("details").open = true;
    }"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate(
        """() => [...document.querySelectorAll("a, button, summary, select, td, th, .card, .short")]
            .filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflow !== "visible")
            .map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert cut == []


@pytest.mark.parametrize("size", [(320, 640), (1280, 800)])
def test_buttons_are_large_enough(size: tuple[int, int], player: Player) -> None:
    """WCAG 2.5.5: 44 px each way; links within a sentence are let off."""
    page = player.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    player.button("Mer").click()
    page.get_by_label("Stopp lyden").wait_for()  # its style has come
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, select, label, .menu a, .foot a, .name, .card, .choice")]
            .filter((each) => each.checkVisibility() && !each.closest("label.speed") && !each.matches(".hard"))
            .map((each) => [each.textContent.trim().slice(0, 30), each.getBoundingClientRect()])
            .filter(([, { width, height }]) => width < 44 || height < 44).map(([name]) => name)"""
    )
    assert small == []
