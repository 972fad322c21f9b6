"""The player as a pupil uses it: buttons, keys, taps, folds, speed, and what it says when sound cannot be had."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import axe
from tests.browser.listening import Player
from tests.conftest import ROOT

PROVE = "sider/prove/index.html"


@pytest.fixture(scope="module")
def site(build: Callable[[Path], Path], served: Callable[[Path], str]) -> str:
    """The address of the test site: a page with every kind of text."""
    return served(build(ROOT / "tests" / "site" / "content"))


@pytest.fixture
def player(site: str, page: Page) -> Player:
    """The test page's player."""
    return Player(page, site + PROVE)


def test_nothing_heavy_comes_before_it_is_asked_for(site: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    player = Player(page, site + PROVE)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/sound/" in url or "/data/" in url]
    assert page.evaluate("sessionStorage.length") == 0
    player.button("Spill").click()
    player.wait_playing()
    assert [url for url in asked if "/sound/" in url]
    assert [url for url in asked if "/data/" in url]


def test_play_and_pause(player: Player) -> None:
    player.button("Spill").click()
    player.wait_playing()
    player.wait("reading.ms > 1800")
    state = player.state()
    assert state["sentence"] == "Denne siden har litt av alt."
    assert state["word"] in state["sentence"]
    player.button("Pause").click()
    player.wait("audio.paused")
    here = player.state()["ms"]
    player.page.wait_for_timeout(200)
    assert player.state()["ms"] == here
    assert player.button("Spill").is_visible()


def test_pressing_twice_at_once_stops_and_a_third_press_plays(player: Player) -> None:
    player.page.evaluate("() => { const button = document.querySelector('[data-do=toggle]'); button.click(); button.click(); }")
    player.page.wait_for_timeout(300)
    assert not player.state()["playing"]
    player.button("Spill").click()
    player.wait_playing()


def test_two_hundred_quick_skips(player: Player) -> None:
    player.button("Spill").click()
    player.wait_playing()
    for name, times in (("Neste setning", 120), ("Setning tilbake", 80)):
        player.button(name).evaluate("(button, times) => { for (let i = 0; i < times; i++) button.click(); }", times)
    player.wait_playing()
    player.wait("reading.ms > 0")
    ms, sentences = player.state()["ms"], player.sentences()
    now = [each for each in sentences if each["from"] <= ms][-1]
    assert player.state()["sentence"] == now["text"] != ""


def test_skips_before_any_sound_has_come(player: Player) -> None:
    sentences = player.sentences()
    for _ in range(3):
        player.button("Neste setning").click()
    player.wait(f"reading.ms === {sentences[3]['from']}")
    assert player.state()["sentence"] == sentences[3]["text"]
    player.button("Spill").click()
    player.wait_playing()
    assert player.state()["ms"] >= sentences[3]["from"]


def test_back_begins_the_sentence_again_then_goes_to_the_one_before(player: Player) -> None:
    sentences = player.sentences()
    player.seek(sentences[5]["from"] + 2000)
    for wanted in (5, 4, 3):
        player.button("Setning tilbake").click()
        player.wait(f"reading.ms === {sentences[wanted]['from']}")


def test_keys_in_the_player(player: Player) -> None:
    page, sentences = player.page, player.sentences()
    headings = [each["from"] for each in sentences if page.evaluate("(id) => /^H/.test(document.getElementById(id).tagName)", each["block"])]
    page.locator("#ly-spiller").focus()
    for key, ms in (("l", sentences[1]["from"]), ("l", sentences[2]["from"]), ("j", sentences[1]["from"])):
        page.keyboard.press(key)
        player.wait(f"reading.ms === {ms}")
        assert not player.state()["playing"]
    for key, ms in (("Shift+L", headings[1]), ("Shift+L", headings[2]), ("Shift+J", headings[1])):
        page.keyboard.press(key)
        player.wait(f"reading.ms === {ms}")
    page.keyboard.press("Enter")
    player.wait_playing()
    page.keyboard.press("k")
    player.wait("audio.paused")
    page.keyboard.press(" ")
    player.wait_playing()


def test_keys_with_ctrl_alt_or_meta_are_never_taken(player: Player) -> None:
    page, ms = player.page, player.state()["ms"]
    page.locator("#ly-spiller").focus()
    taken = page.evaluate(
        """() => ["ctrlKey", "altKey", "metaKey"].flatMap((held) => ["k", "j", "l", " ", "Enter"].map((key) =>
            !document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, [held]: true, bubbles: true, cancelable: true }))))"""
    )
    assert not any(taken)
    assert player.state()["ms"] == ms


def test_keys_outside_the_player_only_when_chosen(player: Player) -> None:
    page, sentences = player.page, player.sentences()
    page.locator("#ly-innhold").focus()
    page.keyboard.press("l")
    page.keyboard.press("k")
    page.wait_for_timeout(200)
    assert player.state()["ms"] == 0
    assert not player.state()["playing"]
    player.button("Mer").click()
    page.get_by_role("switch", name="Tastene virker på hele siden").check()
    page.keyboard.press("Escape")
    page.locator("#ly-innhold").focus()
    page.keyboard.press("l")
    player.wait(f"reading.ms === {sentences[1]['from']}")
    page.keyboard.press("Enter")
    player.wait_playing()
    page.locator("main a").first.focus()
    assert page.evaluate(
        """() => [" ", "Enter"].every((key) =>
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })))"""
    )


def test_a_tap_on_a_sentence_plays_it(player: Player) -> None:
    page, sentences = player.page, player.sentences()
    wanted = next(each for each in sentences if each["text"].startswith("Du møter på skolen"))
    x, y = page.evaluate(
        """() => {
        document.getElementById("b2").scrollIntoView({ block: "center" });
        const rects = Lyttevei.textRange(document.getElementById("b2"), 86, 96).getClientRects();
        return [rects[0].x + 5, rects[0].y + 5];
    }"""
    )
    page.mouse.click(x, y)
    player.wait_playing()
    assert player.state()["sentence"] == wanted["text"]


def test_a_tap_on_a_picture_says_what_it_shows(player: Player) -> None:
    player.page.get_by_alt_text("En rød skrutrekker").click()
    player.wait_playing()
    assert player.page.locator("img.ly-spoken").count() == 1


@pytest.mark.parametrize("way", ["link", "selection", "switched off", "empty place", "with Ctrl"])
def test_taps_that_do_not_play(way: str, player: Player) -> None:
    page = player.page
    player.sentences()
    if way == "link":
        page.evaluate("addEventListener('click', (event) => event.preventDefault())")
        page.locator("main a", has_text="forsiden").click()
    elif way == "selection":
        page.locator("#b2").dblclick()
        page.evaluate("document.querySelector('ly-player').reading.pause()")
        page.locator("#b2").click(position={"x": 10, "y": 10})
    elif way == "switched off":
        player.button("Mer").click()
        page.get_by_role("switch", name="Trykk på en setning").uncheck()
        page.keyboard.press("Escape")
        page.locator("#kort-1").click(position={"x": 10, "y": 10})
    elif way == "empty place":
        box = page.locator("#b7").bounding_box()
        page.mouse.click(box["x"] + box["width"] - 5, box["y"] + 10)
    else:
        page.locator("#kort-1").click(position={"x": 10, "y": 10}, modifiers=["Control"])
    page.wait_for_timeout(300)
    assert not player.state()["playing"]


def test_speed_is_kept_while_paused_and_on_the_next_page(player: Player, site: str) -> None:
    page = player.page
    page.get_by_label("Fart").select_option("1.5")
    player.button("Spill").click()
    player.wait_playing()
    assert player.state()["rate"] == 1.5
    player.button("Pause").click()
    page.get_by_label("Fart").select_option("2")
    player.button("Spill").click()
    player.wait_playing()
    assert player.state()["rate"] == 2
    assert page.evaluate("document.querySelector('audio').preservesPitch")
    assert Player(page, site + "index.html").state()["rate"] == 2
    assert page.get_by_label("Fart").input_value() == "2"


def test_the_place_is_kept_while_the_tab_lives(player: Player, site: str) -> None:
    player.seek(20000)
    player.page.goto(site + "index.html")
    assert Player(player.page, site + PROVE).state()["ms"] == 20000
    assert player.page.locator("ly-player .time").inner_text().startswith("0:20")


def test_listen_plays_its_blocks_and_stops(player: Player) -> None:
    page, sentences = player.page, player.sentences()
    page.get_by_role("button", name="Hør kort sagt").click()
    player.wait_playing()
    assert sentences[1]["from"] <= player.state()["ms"] < sentences[1]["to"]
    assert page.get_by_role("button", name="Stopp kort sagt").is_visible()
    player.wait("audio.paused", 12)
    assert sentences[2]["to"] <= player.state()["ms"] < sentences[2]["to"] + 200
    assert page.get_by_role("button", name="Hør kort sagt").is_visible()
    player.button("Spill").click()
    player.wait(f"!audio.paused && reading.ms > {sentences[3]['from']}")


def test_listen_is_stopped_by_a_second_press_and_the_page_starts_at_its_start(player: Player) -> None:
    page = player.page
    page.get_by_role("button", name="Hør kort sagt").click()
    player.wait_playing()
    page.get_by_role("button", name="Stopp kort sagt").click()
    player.wait("audio.paused")
    page.get_by_role("button", name="Lytt til siden").click()
    player.wait_playing()
    assert player.state()["ms"] < 1500
    page.locator("ly-listen").get_by_role("button", name="Pause").click()
    here = player.state()["ms"]
    page.get_by_role("button", name="Lytt til siden").click()
    player.wait_playing()
    assert player.state()["ms"] >= here


@pytest.mark.parametrize("hidden", [False, True])
def test_what_is_folded_away_is_not_read(hidden: bool, site: str, page: Page) -> None:
    """In a hidden tab too, where no frames come."""
    if hidden:
        page.add_init_script("globalThis.requestAnimationFrame = () => 0")
    player = Player(page, site + PROVE)
    sentences = player.sentences()
    folded = [i for i, each in enumerate(sentences) if page.evaluate("(id) => Boolean(document.getElementById(id).closest('details'))", each["block"])]
    player.seek(sentences[folded[0]]["from"])
    player.button("Spill").click()
    player.wait(f"reading.ms >= {sentences[folded[-1] + 1]['from']}", 8)
    player.button("Pause").click()
    page.locator("summary").click()
    player.seek(sentences[folded[0]]["to"])
    player.button("Spill").click()
    player.wait(f"reading.ms > {sentences[folded[1]]['from'] + 500}", 8)
    assert player.state()["sentence"] == sentences[folded[1]]["text"]
    page.locator("summary").click()
    player.wait(f"reading.ms >= {sentences[folded[-1] + 1]['from']}", 8)


def test_the_end_is_said_and_the_page_can_be_heard_again(player: Player) -> None:
    player.seek(player.sentences()[-1]["to"] - 300)
    player.button("Spill").click()
    player.wait("audio.paused && reading.over")
    state = player.state()
    assert (state["said"], state["ms"], state["word"], state["sentence"]) == ("Siden er lest ferdig.", 0, "", "")
    player.button("Spill").click()
    player.wait_playing()
    assert player.state()["ms"] < 2000


def test_the_system_is_told(site: str, page: Page) -> None:
    page.add_init_script(
        """globalThis.acts = {};
        MediaSession.prototype.setActionHandler = (name, act) => { acts[name] = act; };
        MediaSession.prototype.setPositionState = (state) => { globalThis.position = state; };"""
    )
    player = Player(page, site + PROVE)
    sentences = player.sentences()
    player.button("Spill").click()
    player.wait_playing()
    told = page.evaluate("() => [navigator.mediaSession.metadata.title, navigator.mediaSession.metadata.artist, navigator.mediaSession.playbackState]")
    assert told == ["Prøvesiden", "Lyttevei", "playing"]
    page.evaluate("acts.pause()")
    player.wait("audio.paused")
    assert page.evaluate("navigator.mediaSession.playbackState") == "paused"
    player.seek(sentences[3]["from"])
    page.evaluate("acts.nexttrack()")
    player.wait(f"reading.ms === {sentences[4]['from']}")
    page.evaluate("acts.previoustrack()")
    player.wait(f"reading.ms === {sentences[3]['from']}")
    page.evaluate("acts.seekto({ seekTime: 9 })")
    player.wait("reading.ms === 9000")
    player.wait("Math.abs(position.position - 9) < 0.1 && position.duration > 60")


def test_seeking_without_dragging(player: Player) -> None:
    slider = player.page.get_by_role("slider", name="Sted i lyden")
    slider.focus()
    for key, ms in (("ArrowRight", 5000), ("ArrowUp", 10000), ("ArrowLeft", 5000), ("Home", 0)):
        player.page.keyboard.press(key)
        player.wait(f"reading.ms === {ms}")
    assert slider.get_attribute("aria-valuetext").startswith("0:00 av 1:")
    box = slider.bounding_box()
    player.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    player.wait("Math.abs(reading.ms - 51000) < 4000")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("sound", "Lydfilen kan ikke spilles. Kanskje den mangler. Prøv igjen senere."),
        ("data", "Vi finner ikke ordene i lyden. Sjekk at du er på nett, og prøv igjen."),
    ],
)
def test_what_is_missing_is_told_and_may_come_later(what: str, said: str, site: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(f"**/{what}/*", lambda route: route.fulfill(status=404))
        player = Player(page, site + PROVE)
        player.button("Spill").click()
        player.page.get_by_role("status").filter(has_text=said).wait_for()
        assert player.state()["playing"] == (what == "data")
        page.unroute(f"**/{what}/*")
        player.button("Neste setning").click()
        player.page.evaluate("document.querySelector('ly-player').reading.start()")
        player.wait_playing()
        player.wait("reading.times && reading.index > 0")


def test_no_network_is_told(site: str, browser: Browser) -> None:
    with browser.new_context() as context:
        player = Player(context.new_page(), site + PROVE)
        context.set_offline(True)
        player.button("Spill").click()
        player.page.get_by_role("status").filter(has_text="Sjekk at du er på nett").wait_for()


def test_without_the_highlight_api_the_sentence_is_outlined(site: str, page: Page) -> None:
    page.add_init_script("delete globalThis.Highlight")
    page.goto(site + PROVE)
    page.get_by_role("button", name="Hør kort sagt").click()
    page.locator(".ly-outline i").first.wait_for()
    line, text = page.locator(".ly-outline i").first.bounding_box(), page.locator("#kort-1").bounding_box()
    assert text["y"] - 5 < line["y"] < text["y"] + text["height"]


def test_without_script_the_browser_plays_the_sound(site: str, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site + PROVE)
    assert page.locator("ly-player audio[controls]").is_visible()
    assert not page.locator("ly-player .controls").is_visible()
    assert not page.locator("ly-listen").first.is_visible()
    assert page.get_by_text("Denne siden har litt av alt.").is_visible()


def test_the_page_follows_until_the_reader_scrolls(site: str, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 600, "height": 500}, reduced_motion="reduce")
    player = Player(page, site + PROVE)
    sentences, in_view = player.sentences(), "reading.view.follow.inView && reading.view.mark.place"
    player.seek(next(each["from"] for each in sentences if each["text"] == "Vekter"))
    player.button("Spill").click()
    player.wait(in_view)
    assert page.evaluate("scrollY") > 500
    page.mouse.move(300, 200)
    page.mouse.wheel(0, -3000)
    player.wait("!reading.view.follow.inView")
    page.wait_for_timeout(1500)
    assert page.evaluate("scrollY") < 100
    page.get_by_role("button", name="Vis hvor vi er").click()
    player.wait(in_view)
    assert page.get_by_role("button", name="Vis hvor vi er").count() == 0


@pytest.mark.parametrize("size", [(320, 640), (320, 256), (1280, 800)])
def test_focus_is_never_covered_by_the_player(size: tuple[int, int], site: str, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    page.goto(site + PROVE)
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
